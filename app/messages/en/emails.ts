export const emails = {
  greeting: 'Hello {name},',
} as const;
