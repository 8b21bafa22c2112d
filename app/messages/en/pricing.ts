export const pricing = {
  title: 'Price lists',
} as const;
