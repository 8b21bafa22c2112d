export * from './identity';
export * from './companies';
export * from './catalog';
export * from './pricing';
export * from './carts';
export * from './orders';
export * from './jobs';
export * from './webhooks';
