export const quotes = {
  title: 'Quotes',
} as const;
