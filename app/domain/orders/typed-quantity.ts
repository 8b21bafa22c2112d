import { type Exact, isZero, multiply, toExact } from '../money/exact';

/** Words people write beside a quantity, by the unit they mean (UN/ECE Recommendation 20) and how many of it they are. */
const unitWords: Readonly<Record<string, readonly [unit: string, factor: string]>> = {
  ...each(
    ['', 'x', 'pc', 'pcs', 'piece', 'pieces', 'ea', 'each', 'unit', 'units', 'st', 'stk', 'stck', 'stück'],
    'C62',
  ),
  ...each(['kg', 'kgs', 'kilo', 'kilos', 'kilogramm', 'kilogram', 'kilograms'], 'KGM'),
  ...each(['g', 'gr', 'gram', 'grams', 'gramm'], 'KGM', '0.001'),
  ...each(['l', 'ltr', 'litre', 'litres', 'liter', 'liters'], 'LTR'),
  ...each(['ml'], 'LTR', '0.001'),
  ...each(['m', 'metre', 'metres', 'meter', 'meters'], 'MTR'),
  ...each(['cm'], 'MTR', '0.01'),
};

function each(words: readonly string[], unit: string, factor = '1') {
  return Object.fromEntries(words.map((word) => [word, [unit, factor] as const]));
}

export type TypedQuantity = {
  readonly quantity: Exact;
  /** The unit somebody wrote; null where they wrote a bare number or "x". */
  readonly unit: string | null;
};

const shape = /^(?:x\s*)?([\d.,'’\s\u00a0\u202f]+?)\s*([\p{L}]*)\.?$/iu;

/** A quantity as people type it: "12", "12 pcs", "x12", "1,200", "1.200", "2,5 kg", "1 234". Where both signs stand, the
 *  last one is the decimal sign; one sign before exactly three digits groups thousands, unless the number begins with
 *  zero; any other single sign is a decimal sign. Null for anything else, and for zero. */
export function parseTypedQuantity(text: string): TypedQuantity | null {
  const [, digits = '', word = ''] = shape.exec(text.trim()) ?? [];
  const known = Object.hasOwn(unitWords, word.toLowerCase()) ? unitWords[word.toLowerCase()] : undefined;
  const number = plainNumber(digits);
  if (!known || number === null) return null;
  const quantity = multiply(toExact(number), toExact(known[1]));
  const isBare = word === '' || word.toLowerCase() === 'x';
  return isZero(quantity) ? null : { quantity, unit: isBare ? null : known[0] };
}

function plainNumber(typed: string): string | null {
  const digits = typed.replaceAll(/['’\s\u00a0\u202f]/g, '');
  if (!/^\d[\d.,]*$/.test(digits) || /[.,]$/.test(digits)) return null;
  const signs = [...digits.matchAll(/[.,]/g)].map(([sign]) => sign);
  if (signs.length === 0) return safe(digits);
  const last = signs.at(-1) ?? '';
  const isGrouped = (text: string, sign: string) => new RegExp(`^\\d{1,3}(\\${sign}\\d{3})+$`).test(text);
  if (new Set(signs).size === 2) {
    const at = digits.lastIndexOf(last);
    const [whole, part] = [digits.slice(0, at), digits.slice(at + 1)];
    const other = last === '.' ? ',' : '.';
    return isGrouped(whole, other) ? safe(`${whole.replaceAll(other, '')}.${part}`) : null;
  }
  if (isGrouped(digits, last) && !digits.startsWith('0')) return safe(digits.replaceAll(last, ''));
  return signs.length === 1 ? safe(digits.replace(last, '.')) : null;
}

const safe = (number: string): string | null => (/^\d{1,9}(\.\d{1,6})?$/.test(number) ? number : null);
