export const cart = {
  title: 'Your cart',
} as const;
