export const checkout = {
  title: 'Checkout',
  shipping: 'Shipping',
  tax: 'Tax',
  includedTax: 'Tax included',
  paid: 'Paid',
} as const;
