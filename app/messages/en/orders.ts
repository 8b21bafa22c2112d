export const orders = {
  title: 'Order {number}',
} as const;
