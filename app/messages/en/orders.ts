export const orders = {
  title: 'Order {number}',
  lines: 'What was ordered',
  amounts: 'Amounts',
  deliveredTo: 'Delivered to',
  trail: 'What happened',
} as const;
