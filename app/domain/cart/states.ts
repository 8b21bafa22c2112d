export const cartStatuses = ['open', 'ordered', 'merged'] as const;
export type CartStatus = (typeof cartStatuses)[number];
