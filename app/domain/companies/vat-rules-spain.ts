import { digitsOf } from './check-digits';

const letters = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** Companies carry a check digit, public bodies a letter, people the letter of their identity number. */
export function isSpanish(body: string): boolean {
  if (/^[0-9XYZKLM]\d{7}[A-Z]$/.test(body)) {
    const plain = body
      .replace(/^X/, '0')
      .replace(/^Y/, '1')
      .replace(/^Z/, '2')
      .replace(/^[KLM]/, '');
    return letters[Number(plain.slice(0, -1)) % 23] === body[8];
  }
  const sum = digitsOf(body.slice(1, 8)).reduce((total, digit, at) => {
    const counted = at % 2 === 0 ? digit * 2 : digit;
    return total + Math.floor(counted / 10) + (counted % 10);
  }, 0);
  const rest = (10 - (sum % 10)) % 10;
  const last = body[8] ?? '';
  if (/\d/.test(last)) return /^[A-HJUV]/.test(body) && rest === Number(last);
  return last === 'JABCDEFGHI'[rest];
}
