export const dev = {
  title: 'Tour',
} as const;
