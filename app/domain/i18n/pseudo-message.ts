import { mapMessageText } from './format-message';

const accented: Readonly<Record<string, string>> = {
  a: 'á', c: 'ç', e: 'é', i: 'í', n: 'ñ', o: 'ö', s: 'š', u: 'ü', y: 'ý', z: 'ž',
  A: 'Á', C: 'Ç', E: 'É', I: 'Í', N: 'Ñ', O: 'Ö', S: 'Š', U: 'Ü', Y: 'Ý', Z: 'Ž',
}; // prettier-ignore

/** The message as the pseudo-language writes it: accents over the letters and ⟦brackets⟧ around the whole, so that
 *  a reader and a test tell translated words from forgotten ones. Placeholders stay. */
export const pseudoMessage = (message: string): string =>
  `⟦${mapMessageText(message, (text) => text.replace(/[a-zA-Z]/g, (letter) => accented[letter] ?? letter))}⟧`;
