import type { Deps } from '#app/deps.server.ts';
import { plainChoice } from '#app/domain/catalog/choice-problems.ts';
import { quantityFrom } from '#app/domain/catalog/order-quantity.ts';
import { type ShelfSort, isShelfSort, shelfFilters, shelfSize } from '#app/domain/catalog/shelf.ts';
import { type CurrencyCode, currencyDecimals } from '#app/domain/money/currencies.ts';
import { type Exact, isLess } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { linePricer } from '#app/domain/pricing/price-document.ts';
import type { LinePrice, LineToPrice } from '#app/domain/pricing/price-terms.ts';
import type { PriceTerms } from '#app/domain/pricing/price-terms.ts';
import { ownPrices } from '#app/use-cases/pricing/own-prices.server.ts';
import { findCompanyCurrency } from '#db/queries/companies.server.ts';
import { findCategoryIds } from '#db/queries/categories.server.ts';
import { type PriceBuyer, loadPriceTerms } from '#db/queries/price-terms.server.ts';
import { understandSearch } from '#db/queries/search-words.server.ts';
import type { ShelfQuestion, ShelfSearch } from '#db/queries/shelf-conditions.ts';
import { type ShelfPage, listShelf } from '#db/queries/shelf.server.ts';
import { type SoldProduct, type SoldVariant, listSoldProducts } from '#db/queries/sold-products.server.ts';
import { soundAfter } from '../storefront/read-shelf.server';
import { readCursor, writeCursor } from './cursor';
import type { ProductsQuery } from './schemas/product-list';
import { decimalBody } from './shapes';

const storeCurrency: CurrencyCode = 'EUR';

/** The buyer's own currency unless another is asked for; the store's for the public. */
export async function currencyFor(
  { db }: Deps,
  buyer: PriceBuyer,
  asked: CurrencyCode | undefined,
): Promise<CurrencyCode> {
  if (asked) return asked;
  return (buyer && (await findCompanyCurrency(db, { companyId: buyer.companyId }))) ?? storeCurrency;
}

/** One page of products as this buyer sees them: only what is sold to them, at their prices before tax. */
export async function browseProducts(deps: Deps, buyer: PriceBuyer, query: ProductsQuery) {
  const currency = await currencyFor(deps, buyer, query.currency);
  const at = deps.now();
  const sort: ShelfSort = isShelfSort(query.sort) ? query.sort : query.q ? 'relevance' : 'popular';
  const named = Object.entries(query).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  const [categoryIds, prices] = await Promise.all([
    query.category ? findCategoryIds(deps.db, { path: query.category }) : null,
    ownPrices(deps, { buyer, currency, at }),
  ]);
  const question: Omit<ShelfQuestion, 'search'> = {
    categoryIds,
    filters: shelfFilters(new URLSearchParams(named)),
    prices,
    taxFactors: {},
    sort,
    locale: 'en',
  };
  const cursor = readCursor(query.cursor ?? '', 2)?.map(String) as [string, string] | undefined;
  const list = (search: ShelfSearch | null) =>
    listShelf(deps.db, { ...question, search }, { limit: query.limit ?? shelfSize, after: soundAfter(cursor, sort) });
  const page = query.q ? await searched(deps, query.q, list) : await list(null);
  return {
    items: await productBodies(deps, { buyer, currency, at, handles: page.rows.map(({ handle }) => handle) }),
    next_cursor: page.next && writeCursor(page.next),
  };
}

const nothing: ShelfPage = { rows: [], next: null };

/** As typed; only when that finds nothing put right, then any of the words. */
async function searched(
  deps: Deps,
  typed: string,
  list: (search: ShelfSearch) => Promise<ShelfPage>,
): Promise<ShelfPage> {
  const { asTyped, corrected, anyWord } = await understandSearch(deps.db, { typed });
  for (const search of [asTyped, corrected?.search, anyWord]) {
    const page = search ? await list(search) : nothing;
    if (page.rows.length > 0) return page;
  }
  return nothing;
}

/** These products in this order, with those of their variants that are sold to the buyer. Three statements. */
export async function productBodies(
  deps: Deps,
  p: { buyer: PriceBuyer; currency: CurrencyCode; at: Date; handles: readonly string[] },
) {
  const products = await listSoldProducts(deps.db, p);
  const skus = products.flatMap(({ variants }) => variants.map(({ sku }) => sku));
  const terms = await loadPriceTerms(deps.db, { ...p, skus });
  const pricing = { terms, priceLine: linePricer(terms, p.at) };
  const byHandle = new Map(products.map((product) => [product.handle, product]));
  return p.handles.flatMap((handle) => {
    const product = byHandle.get(handle);
    const body = product && productBody(product, pricing);
    return body && body.variants.length > 0 ? [body] : [];
  });
}

type Pricing = { terms: PriceTerms; priceLine: (line: LineToPrice) => LinePrice };

function productBody(product: SoldProduct, pricing: Pricing) {
  const { terms } = pricing;
  const shown = (price: Exact | null) => price && toDecimalString(price, 6, currencyDecimals[terms.currency]);
  const priced = product.variants.map((variant) => ({ variant, ...ownPrice(variant, pricing) }));
  const sold = priced.filter(({ variant, price }) => price !== null || variant.asks_for_quote);
  const least = sold.reduce<Exact | null>(
    (lowest, { price }) => (price && (!lowest || isLess(price, lowest)) ? price : lowest),
    null,
  );
  return {
    handle: product.handle,
    title: product.title.en ?? Object.values(product.title)[0] ?? product.handle,
    category: product.category,
    currency: terms.currency,
    unit_price: shown(least),
    attributes: attributesOf(product.facets),
    variants: sold.map(({ variant, price, list }) => ({
      sku: variant.sku,
      options: variant.options,
      unit: variant.unit,
      min_quantity: decimalBody(variant.min_quantity),
      quantity_step: decimalBody(variant.quantity_step),
      unit_price: shown(price),
      list,
      available: decimalBody(variant.available),
    })),
  };
}

/** At the smallest quantity that may be ordered; the average where prices are graduated. */
function ownPrice({ sku }: SoldVariant, { terms, priceLine }: Pricing): { price: Exact | null; list: string | null } {
  const rule = terms.variants.get(sku);
  if (!rule) return { price: null, list: null };
  const quantity = quantityFrom(rule, rule.minimumQuantity);
  const line = priceLine({ line: 1, sku, quantity, choice: plainChoice, term: null });
  return line.ok ? { price: line.unitPrice ?? line.averagePrice, list: line.list } : { price: null, list: null };
}

function attributesOf(facets: readonly string[]): Record<string, string[]> {
  const attributes: Record<string, string[]> = {};
  for (const facet of facets) {
    const [name = '', ...rest] = facet.split('=');
    (attributes[name] ??= []).push(rest.join('='));
  }
  return attributes;
}
