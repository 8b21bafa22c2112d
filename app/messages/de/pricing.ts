import type { pricing as english } from '../en/pricing';

export const pricing = {
  title: 'Preislisten',
  problem_below_minimum: '{sku} wird erst ab einer größeren Menge verkauft',
  problem_configuration_invalid: 'Diese Optionen von {sku} passen nicht zusammen',
  problem_not_sold: '{sku} wird an diesen Käufer nicht verkauft',
  problem_off_step: '{sku} wird nicht in dieser Menge verkauft',
  problem_unknown_sku: 'Die Artikelnummer {sku} gibt es nicht',
} as const satisfies Record<keyof typeof english, string>;
