export const pricing = {
  title: 'Price lists',
  problem_below_minimum: '{sku} is sold from a larger quantity on',
  problem_configuration_invalid: 'These options of {sku} do not go together',
  problem_not_sold: '{sku} is not sold to this buyer',
  problem_off_step: '{sku} is not sold in this quantity',
  problem_unknown_sku: 'There is no SKU {sku}',
} as const;
