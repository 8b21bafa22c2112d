export const cart = {
  title: 'Your cart',
  each: '{price} each',
  update: 'Update',
  remove: 'Remove',
  removeLine: 'Remove {title}',
} as const;
