import type { AppLoadContext } from '@remix-run/node';
import { type Locale, locales } from '#app/domain/i18n/locales.ts';
import { wordsIn } from '#app/domain/i18n/words-in.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { type Exact, compare, toExact } from '#app/domain/money/exact.ts';
import { loadPriceTerms } from '#db/queries/price-terms.server.ts';
import { lowestPublicPrice } from '#db/queries/price-history.server.ts';
import { type PageVariant, type ProductPage, findProductPage } from '#db/queries/product-page.server.ts';
import { type Viewer, viewerOf } from '../viewer.server';
import { type LineContext, shownUnit } from './line-context.server';
import { type LineAsked, lineAsked, lineView } from './line-view.server';
import { priceDisplay } from './shown-prices.server';

const month = 30 * 24 * 3_600_000;

/** A product page's variant, priced as asked for in the address. */
export type ReadProduct = {
  page: ProductPage;
  viewer: Viewer;
  locale: Locale;
  /** The one shown: chosen by its options or SKU, else the first that can be had. */
  variant: PageVariant;
  /** Active ones, or all when none is. */
  variants: readonly PageVariant[];
  asked: LineAsked;
  line: LineContext;
};

/** Whose eyes a preview has: a visitor's, or those of a unit with its currency. */
export type PreviewedAs = {
  readonly companyId: string;
  readonly unitId: string;
  readonly currency: CurrencyCode;
} | null;

/** Null when the product is not on offer; in a preview drafts are shown too. Three statements beside the viewer's. */
export async function readProduct(
  request: Request,
  context: AppLoadContext,
  handle: string,
  preview?: { readonly as: PreviewedAs },
): Promise<ReadProduct | null> {
  const { deps } = context;
  const page = await findProductPage(deps.db, { handle, withDrafts: preview !== undefined });
  const active = page?.variants.filter(({ status }) => status === 'active') ?? [];
  const variants = active.length > 0 ? active : (page?.variants ?? []);
  const search = new URL(request.url).searchParams;
  const variant = chosenVariant(variants, search);
  if (!page || !variant) return null;

  const looking = await viewerOf(request, context);
  const viewer: Viewer = preview ? { ...looking, buyingAs: { kind: 'consumer' }, person: null } : looking;
  const { locale } = viewer;
  const shown = priceDisplay(viewer, deps, locales[locale].formats);
  const display = preview?.as
    ? { ...shown, buyer: preview.as, currency: preview.as.currency, isInclusive: false }
    : shown;
  const at = deps.now();
  const terms = await loadPriceTerms(deps.db, { ...display, at, skus: [variant.sku] });
  const titles = new Map([...page.plans, ...page.modules].map(({ code, title }) => [code, wordsIn(title, locale)]));
  const rule = {
    minimumQuantity: toExact(variant.min_quantity),
    quantityStep: toExact(variant.quantity_step),
  };
  const line: LineContext = { terms, at, display, locale, variant, titles };
  return { page, viewer, locale, variant, variants, asked: lineAsked(search, rule), line };
}

/** By the options named, as far as there is such a variant; by SKU; else the first that is there. */
export function chosenVariant(variants: readonly PageVariant[], search: URLSearchParams): PageVariant | undefined {
  const wanted = [...search].flatMap(([name, value]) => (name.startsWith('option.') ? [[name.slice(7), value]] : []));
  const fits = variants.find(({ options }) => wanted.every(([name = '', value]) => options[name] === value));
  if (wanted.length > 0 && fits) return fits;
  if (wanted.length > 0) {
    const closest = [...variants].sort((a, b) => agreeing(b, wanted) - agreeing(a, wanted))[0];
    if (closest) return closest;
  }
  const bySku = variants.find(({ sku }) => sku === (search.get('variant') ?? search.get('sku')));
  return bySku ?? variants.find(isThere) ?? variants[0];
}

/** The last option named was touched last: it weighs most. */
const agreeing = ({ options }: PageVariant, wanted: readonly (readonly string[])[]): number =>
  wanted.reduce((sum, [name = '', value], index) => sum + (options[name] === value ? 10 + index : 0), 0);

export const isThere = ({ available, stock_policy, status }: PageVariant): boolean =>
  status === 'active' && (stock_policy === 'backorder' || toExact(available).num > 0n);

/** The price line of the page, with the struck price where the law allows one: it was really higher, and the lowest of
 *  the last thirty days stands beside it. Never for a company, whose prices are its own. */
export async function readLine(context: AppLoadContext, { line, asked }: ReadProduct) {
  const view = lineView(line, asked);
  const { display, variant, terms, at } = line;
  const was = variant.compare_at[display.currency];
  const priced = terms.variants.get(variant.sku);
  if (!view.price || !was || display.buyer || !priced) return view;
  const wasPrice: Exact = toExact(was);
  const lowest = await lowestPublicPrice(context.deps.db, {
    variant: priced,
    currency: display.currency,
    since: new Date(at.getTime() - month),
    until: at,
  });
  if (!lowest || compare(wasPrice, lowest) <= 0) return view;
  const say = (price: Exact) => shownUnit(display, variant, price);
  return { ...view, price: { ...view.price, reduction: { was: say(wasPrice), lowestIn30Days: say(lowest) } } };
}
