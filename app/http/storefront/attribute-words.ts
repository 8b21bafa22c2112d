import type { Facet } from '#app/components/shop/facet-panel.tsx';
import { wordsIn } from '#app/domain/i18n/words-in.ts';
import { unbroken } from '#app/domain/i18n/unbroken.ts';
import type { Locale } from '#app/domain/i18n/locales.ts';
import { type ShelfFilters, facetName } from '#app/domain/catalog/shelf.ts';
import type { AttributeRow } from '#db/queries/categories.server.ts';
import type { FacetCount } from '#db/queries/shelf-facets.server.ts';

export type Attributes = ReadonlyMap<string, AttributeRow>;

/** UN/ECE Recommendation 20 as people write it, the same in our languages. */
const symbols: Readonly<Record<string, string>> = {
  MLT: 'ml', LTR: 'l', GRM: 'g', KGM: 'kg', MMT: 'mm', CMT: 'cm', MTR: 'm', WTT: 'W', BAR: 'bar',
}; // prettier-ignore
export const unitSymbol = (code: string): string => symbols[code] ?? code;

const readable = (name: string): string => {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export const attributeTitle = (attributes: Attributes, name: string, locale: Locale): string => {
  const known = attributes.get(facetName(name));
  return wordsIn(known?.title ?? { en: readable(name) }, locale);
};

/** A value as people read it: its word, or the number with its unit ("350 MLT" brings its own). */
export function attributeValue(attributes: Attributes, name: string, value: string, locale: Locale): string {
  const known = attributes.get(facetName(name));
  const [, amount, code] = /^([\d.]+) ([A-Z0-9]{2,3})$/.exec(value) ?? [];
  const measured =
    amount && code ? `${amount} ${unitSymbol(code)}` : known?.unit ? `${value} ${unitSymbol(known.unit)}` : value;
  return unbroken(wordsIn(known?.values[value] ?? { en: measured }, locale));
}

const mostFacets = 8;
const mostValues = 14;

/** What the shelf can be narrowed by, in the shop's order. A facet with one value narrows nothing and is left out, unless
 *  it is chosen. */
export function facetsShown(
  counts: readonly FacetCount[],
  filters: ShelfFilters,
  attributes: Attributes,
  locale: Locale,
): Facet[] {
  const names = [...new Set([...counts.map(({ name }) => name), ...filters.facets.keys()])];
  const place = (name: string) => attributes.get(name)?.position ?? 1000;
  const facets = names.map((name) => {
    const chosen = filters.facets.get(name) ?? [];
    const counted = counts.filter((one) => one.name === name);
    const missing = chosen.filter((value) => !counted.some((one) => one.value === value));
    const values = [...counted.slice(0, mostValues), ...missing.map((value) => ({ name, value, count: 0 }))];
    return { name, isChosen: chosen.length > 0, reach: counted.reduce((sum, { count }) => sum + count, 0), values };
  });
  return facets
    .filter(({ isChosen, values }) => isChosen || values.length > 1)
    .sort((a, b) => place(a.name) - place(b.name) || b.reach - a.reach || (a.name < b.name ? -1 : 1))
    .slice(0, mostFacets)
    .map(({ name, values }) => ({
      name: `attr.${name}`,
      label: attributeTitle(attributes, name, locale),
      values: inOrder(values).map(({ value, count }) => ({
        value,
        count,
        label: attributeValue(attributes, name, value, locale),
      })),
    }));
}

/** Sizes by size, also across units (250 g before 1 kg); everything else as counted: the most frequent first. */
function inOrder(values: readonly FacetCount[]): readonly FacetCount[] {
  const sized = values.map((one) => ({ one, size: sizeOf(one.value) }));
  return sized.every(({ size }) => size !== null)
    ? sized.sort((a, b) => (a.size ?? 0) - (b.size ?? 0)).map(({ one }) => one)
    : values;
}

const thousands = /^(kg|l|m|KGM|LTR|MTR)$/;
function sizeOf(value: string): number | null {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?) ?([a-zA-Z]{0,3})$/.exec(value) ?? [];
  return amount ? Number(amount) * (thousands.test(unit) ? 1000 : 1) : null;
}
