/** Letters and digits nobody confuses when reading aloud: no 0 O, 1 I L, 8 B, 5 S, 2 Z. */
const alphabet = '34679ACDEFGHJKMNPQRTUVWXY';

/** "K7M4-Q9XD3": random, so that two orders tell nothing about what was sold between them. Nine signs of 25 are
 *  3.8 million million numbers. `random` is at least nine bytes below 250 after others are passed over.
 *  @throws RangeError when there are too few */
export function orderNumber(random: Uint8Array): string {
  // 250 is the largest multiple of 25 a byte holds: taking the rest in would make some signs likelier.
  const signs = [...random].filter((byte) => byte < 250).map((byte) => alphabet.charAt(byte % 25));
  if (signs.length < 9) throw new RangeError('too few random bytes for an order number');
  return `${signs.slice(0, 4).join('')}-${signs.slice(4, 9).join('')}`;
}

export const orderNumberPattern = new RegExp(`^[${alphabet}]{4}-[${alphabet}]{5}$`);

/** What people type: blanks, lower case, a missing dash. Null when it cannot be a number. */
export function readOrderNumber(text: string): string | null {
  const signs = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const number = `${signs.slice(0, 4)}-${signs.slice(4)}`;
  return orderNumberPattern.test(number) ? number : null;
}
