import type { AppLoadContext } from '@remix-run/node';
import { type ShelfSort, isShelfSort, noFilters, shelfFilters, shelfSize } from '#app/domain/catalog/shelf.ts';
import { type Locale, locales } from '#app/domain/i18n/locales.ts';
import { type Exact, toExact } from '#app/domain/money/exact.ts';
import { formatMoney } from '#app/domain/money/format-money.ts';
import { money } from '#app/domain/money/money.ts';
import { roundToMinorUnits } from '#app/domain/money/rounding.ts';
import { translator } from '#app/messages/translate.server.ts';
import { ownPrices } from '#app/use-cases/pricing/own-prices.server.ts';
import { countShelf } from '#db/queries/shelf-facets.server.ts';
import type { ShelfQuestion, ShelfSearch } from '#db/queries/shelf-conditions.ts';
import { listShelf } from '#db/queries/shelf.server.ts';
import { readCursor, writeCursor } from '../api/cursor';
import { viewerOf } from '../viewer.server';
import { facetsShown } from './attribute-words';
import { attributesOf } from './categories.server';
import { productCard } from './cards';
import { showPictures } from './pictures.server';
import { type PriceDisplay, priceDisplay, taxFactors } from './shown-prices.server';

type Asked = { categoryIds: readonly string[] | null; search: ShelfSearch | null };

/** What a shelf page shows: one page of products, what narrows them and where it goes on. */
export async function readShelf(request: Request, context: AppLoadContext, asked: Asked) {
  const { deps } = context;
  const viewer = await viewerOf(request, context);
  const { locale } = viewer;
  const { searchParams } = new URL(request.url);
  const display = priceDisplay(viewer, deps, locales[locale].formats);
  const chosenSort = searchParams.get('sort');
  const sort: ShelfSort = isShelfSort(chosenSort) ? chosenSort : asked.search ? 'relevance' : 'popular';
  const filters = shelfFilters(searchParams);
  const question: ShelfQuestion = {
    ...asked,
    filters,
    sort,
    locale,
    prices: await ownPrices(deps, { ...display, at: deps.now() }),
    taxFactors: taxFactors(display),
  };
  const after = readCursor(searchParams.get('cursor') ?? '', 2)?.map(String) as [string, string] | undefined;
  const [page, counted, attributes] = await Promise.all([
    listShelf(deps.db, question, { limit: shelfSize, after: soundAfter(after, sort) }),
    countShelf(deps.db, question),
    attributesOf(context),
  ]);
  const t = translator(locale, 'storefront');
  const show = await showPictures(
    deps,
    page.rows.map(({ picture }) => picture),
    locale,
  );
  return {
    total: counted.total,
    products: page.rows.map((row) => productCard(row, { locale, display, attributes, t, show })),
    facets: facetsShown(counted.counts, filters, attributes, locale),
    price: priceRange(counted.least, counted.most, display),
    next: page.next && writeCursor(page.next),
    isFirst: !after,
    sort,
    sorts: (['relevance', 'popular', 'newest', 'price', 'price_desc', 'name'] as const)
      .filter((value) => value !== 'relevance' || asked.search)
      .map((value) => ({ value, label: t(`sort_${value}`) })),
    isNarrowed: filters.facets.size > 0 || filters.priceLeast !== null || filters.priceMost !== null,
  };
}

/** A cursor of another sort, or one somebody wrote, begins at the beginning. */
export function soundAfter(after: [string, string] | undefined, sort: ShelfSort): [string, string] | null {
  if (!after || !/^[0-9a-f-]{36}$/.test(after[1])) return null;
  const [value] = after;
  const isSound = {
    relevance: () => /^-?\d+(\.\d+)?$/.test(value),
    popular: () => /^-?\d{1,9}$/.test(value),
    newest: () => !Number.isNaN(Date.parse(value)),
    price: () => /^-?\d+(\.\d+)?$/.test(value),
    price_desc: () => /^-?\d+(\.\d+)?$/.test(value),
    name: () => value.length < 500,
  }[sort]();
  return isSound ? after : null;
}

/** The range prices can be narrowed to, in the form they are typed; absent where there is nothing between. */
function priceRange(least: string | null, most: string | null, { currency, formats }: PriceDisplay) {
  if (least === null || most === null || least === most) return null;
  const text = (value: Exact) => formatMoney(money(roundToMinorUnits(value, currency), currency), formats);
  return { least: text(toExact(least)), most: text(toExact(most)), currency };
}

/** The first products of a shelf without what narrows it: what sells best, or what fits best. */
export async function readCards(
  request: Request,
  context: AppLoadContext,
  p: { limit: number; search: ShelfSearch | null },
) {
  const { deps } = context;
  const viewer = await viewerOf(request, context);
  const locale: Locale = viewer.locale;
  const display = priceDisplay(viewer, deps, locales[locale].formats);
  const prices = await ownPrices(deps, { ...display, at: deps.now() });
  const question: ShelfQuestion = {
    categoryIds: null,
    search: p.search,
    filters: noFilters,
    sort: p.search ? 'relevance' : 'popular',
    locale,
    prices,
    taxFactors: {},
  };
  const [page, attributes] = await Promise.all([
    listShelf(deps.db, question, { limit: p.limit, after: null }),
    attributesOf(context),
  ]);
  const t = translator(locale, 'storefront');
  const show = await showPictures(
    deps,
    page.rows.map(({ picture }) => picture),
    locale,
  );
  return page.rows.map((row) => productCard(row, { locale, display, attributes, t, show }));
}
