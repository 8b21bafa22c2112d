import { createHash, randomBytes } from 'node:crypto';

/** A new key, shown once; only its hash is kept. */
export const newApiKey = (): string => `tp_${randomBytes(24).toString('base64url')}`;
export const hashApiKey = (key: string): string => createHash('sha256').update(key).digest('hex');
