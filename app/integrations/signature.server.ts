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

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const isUuid = (text: string): boolean => uuid.test(text);

/** Names one thing for one purpose and is good for ever: `<id>.<signature>`. */
export const signedId = (settings: Secret, purpose: string, id: string): string =>
  `${id}.${sign(settings, `${purpose}:${id}`)}`;

/** Null when it was forged, or made for another purpose. */
export function readSignedId(settings: Secret, purpose: string, token: string): string | null {
  const [id = '', signature = ''] = token.split('.');
  return isUuid(id) && isSigned(settings, `${purpose}:${id}`, signature) ? id : null;
}
