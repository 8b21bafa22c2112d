import { equals, parseExact } from '#app/domain/money/exact.ts';
import type { ProductToSave } from '#db/queries/save-products.server.ts';

/** Equal whatever the order of keys; a missing key and `undefined` are one. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => isSame(left[key], right[key]));
}

/** "1" and "1.000000" are one number; what is no number equals itself alone. */
export function isSameNumber(a: string, b: string): boolean {
  const [left, right] = [parseExact(a), parseExact(b)];
  return left && right ? equals(left, right) : a === b;
}

const plainNumber = (text: string | undefined) =>
  text === undefined ? text : text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');

/** Quantities without the zeros the database pads them with, so that what was read compares with what was said. */
export const withPlainNumbers = (one: ProductToSave): ProductToSave => ({
  ...one,
  variants: one.variants.map((variant) => ({
    ...variant,
    packSize: plainNumber(variant.packSize),
    minQuantity: plainNumber(variant.minQuantity),
    quantityStep: plainNumber(variant.quantityStep),
  })),
  modules: one.modules.map((module) => ({ ...module, percent: plainNumber(module.percent ?? undefined) ?? null })),
});

const saidWords = (words: Record<string, string> | undefined) =>
  Object.fromEntries(Object.entries(words ?? {}).filter(([, text]) => text !== ''));

/** No words in a language and empty words are one. */
const withSaidWords = ({ product, ...parts }: ProductToSave): ProductToSave => ({
  ...parts,
  product: {
    ...product,
    title: saidWords(product.title),
    description: saidWords(product.description),
    seoTitle: saidWords(product.seoTitle),
    seoDescription: saidWords(product.seoDescription),
  },
});

/** Whether saving would change nothing. */
export const isSameProduct = (before: ProductToSave, after: ProductToSave): boolean =>
  isSame(withSaidWords(withPlainNumbers(before)), withSaidWords(withPlainNumbers(after)));
