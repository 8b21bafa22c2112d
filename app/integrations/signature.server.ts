import { createHmac, timingSafeEqual } from 'node:crypto';

type Secret = { secret: string };

/** A short signature of a text for an address in a mail. The text says what it is for: `unsubscribe:<id>`. */
export const sign = ({ secret }: Secret, text: string): string =>
  createHmac('sha256', secret).update(text).digest('base64url').slice(0, 32);

export function isSigned(settings: Secret, text: string, given: string): boolean {
  const expected = Buffer.from(sign(settings, text));
  const said = Buffer.from(given);
  return said.length === expected.length && timingSafeEqual(said, expected);
}
