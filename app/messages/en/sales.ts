export const sales = {
  title: 'Sales',
} as const;
