export const admin = {
  title: 'Back office',
} as const;
