import { Secret, TOTP } from 'otpauth';

const periodSeconds = 30;
const totp = (secret: string, label = '') =>
  new TOTP({ issuer: 'Tradepost', label, secret: Secret.fromBase32(secret), digits: 6, period: periodSeconds });

/** Base32, 160 bits. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads from a picture or takes by hand. */
export const totpAddress = (secret: string, email: string): string => totp(secret, email).toString();

/** The 30-second step this code belongs to, one step of grace on both sides; null when it is wrong or when a code of
 *  this step or a later one was taken before. Wall time. */
export function totpStep(p: { secret: string; code: string; lastStep: number | null; at?: number }): number | null {
  const at = p.at ?? Date.now();
  const token = p.code.replace(/\s/g, '');
  const delta = totp(p.secret).validate({ token, timestamp: at, window: 1 });
  if (delta === null) return null;
  const step = Math.floor(at / 1000 / periodSeconds) + delta;
  return p.lastStep !== null && step <= p.lastStep ? null : step;
}
