export const company = {
  title: 'Company',
} as const;
