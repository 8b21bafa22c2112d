import { randomBytes } from 'node:crypto';
import { hashToken } from './hashed-session-ids.server';

/** 256 random bits for a link or a key, and the hash that is stored in its place. */
export function newToken(prefix = ''): { token: string; tokenHash: string } {
  const token = prefix + randomBytes(32).toString('base64url');
  return { token, tokenHash: hashToken(token) };
}

export { hashToken };
