/** How a shelf may be sorted. `relevance` only where something is searched for. */
export const shelfSorts = ['relevance', 'popular', 'newest', 'price', 'price_desc', 'name'] as const;
export type ShelfSort = (typeof shelfSorts)[number];
export const isShelfSort = (text: string | null | undefined): text is ShelfSort =>
  (shelfSorts as readonly string[]).includes(text ?? '');

export const shelfSize = 24;

/** What narrows a shelf: per attribute the values of which one must be there, and the price as it is shown. */
export type ShelfFilters = {
  readonly facets: ReadonlyMap<string, readonly string[]>;
  readonly priceLeast: string | null;
  readonly priceMost: string | null;
};
export const noFilters: ShelfFilters = { facets: new Map(), priceLeast: null, priceMost: null };

const mostFacets = 12;
const mostValues = 30;
const decimal = /^\d{1,9}([.,]\d{1,6})?$/;

/** Reads `attr.<name>=value` (repeated: any of them), `price_min` and `price_max` from an address. What is not
 *  understood narrows nothing. */
export function shelfFilters(search: URLSearchParams): ShelfFilters {
  const facets = new Map<string, string[]>();
  for (const [key, value] of search) {
    if (!key.startsWith('attr.') || value === '' || value.length > 300) continue;
    const name = facetName(key.slice('attr.'.length));
    const values = facets.get(name) ?? [];
    if (facets.size < mostFacets || facets.has(name)) facets.set(name, [...values, value].slice(0, mostValues));
  }
  const price = (name: string) => {
    const text = search.get(name)?.trim() ?? '';
    return decimal.test(text) ? text.replace(',', '.') : null;
  };
  return { facets, priceLeast: price('price_min'), priceMost: price('price_max') };
}

/** "Bag size" -> "bag-size", as products keep it. */
export const facetName = (attribute: string): string => attribute.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
