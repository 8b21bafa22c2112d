import type { AppLoadContext } from '@remix-run/node';
import type { ConfiguratorData } from '#app/components/shop/configurator.tsx';
import type { ReviewsData } from '#app/components/shop/reviews.tsx';
import type { Deps } from '#app/deps.server.ts';
import { termMonths } from '#app/domain/catalog/variant.ts';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { formatDay } from '#app/domain/i18n/format-date.ts';
import { wordsIn } from '#app/domain/i18n/words-in.ts';
import { localePath } from '#app/domain/i18n/locales.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { translator } from '#app/messages/translate.server.ts';
import { ownPrices } from '#app/use-cases/pricing/own-prices.server.ts';
import { skusInCart } from '#db/queries/carts.server.ts';
import { findOrderToReview, listReviews } from '#db/queries/reviews.server.ts';
import { type LinkKind } from '#db/queries/product-page.server.ts';
import { type ShelfRow, listCards } from '#db/queries/shelf.server.ts';
import { cartBuyerOf } from '../cart-buyer.server';
import { buyBox, factsOf, picturesOf, successorOf } from './buy-box.server';
import { productCard, ratingOf } from './cards';
import { attributesOf, categoriesOf } from './categories.server';
import { partViews } from './line-view.server';
import { showPictures } from './pictures.server';
import { productSeo } from './product-seo.server';
import { seoMeta } from './seo.server';
import { type ReadProduct, readLine } from './read-product.server';

const reviewsAtFirst = 6;
const reviewsAtMost = 100;

/** Everything a product page shows. The number of statements does not depend on the product. */
export async function productView(request: Request, context: AppLoadContext, read: ReadProduct) {
  const { deps } = context;
  const { page, viewer, locale, variant } = read;
  const isAll = new URL(request.url).searchParams.get('reviews') === 'all';
  const [line, attributes, tree, cards, reviews, toReview, inCart] = await Promise.all([
    readLine(context, read),
    attributesOf(context),
    categoriesOf(context),
    linkedCards(deps, read),
    listReviews(deps.db, { productId: page.id, limit: isAll ? reviewsAtMost : reviewsAtFirst }),
    viewer.person ? findOrderToReview(deps.db, { productId: page.id, by: { personId: viewer.person.id } }) : null,
    skusInCart(deps.db, { owner: cartBuyerOf(viewer).owner, productId: page.id }),
  ]);
  const t = translator(locale, 'product');
  const words = { attributes, t };
  const stored = picturesOf(read);
  const show = await showPictures(deps, [...stored, ...cards.map(({ picture }) => picture)], locale);
  const title = wordsIn(page.title, locale);
  const pictures = (stored.length > 0 ? stored : [null]).map((one) => show(one, title));
  const category = tree.find(({ id }) => id === page.categoryId);
  const trail = [
    { to: localePath('/', locale), label: t('shop') },
    ...tree
      .filter(({ path }) => category && (category.path === path || category.path.startsWith(`${path}/`)))
      .sort((a, b) => a.path.length - b.path.length)
      .map(({ path, name }) => ({ to: localePath(`/categories/${path}`, locale), label: wordsIn(name, locale) })),
  ];
  const card = (row: ShelfRow) =>
    productCard(row, {
      locale,
      display: read.line.display,
      attributes,
      show,
      t: translator(locale, 'storefront'),
    });
  // Nothing stands on the page twice: what is in the set, or bought with it, is not recommended beside it.
  const strength: readonly LinkKind[] = ['related', 'bought_together', 'in_bundle'];
  const isSaidBetter = (kind: LinkKind, id: string) =>
    page.links.some((link) => link.id === id && strength.indexOf(link.kind) > strength.indexOf(kind));
  const linked = (kind: LinkKind) =>
    page.links.flatMap((link) => {
      const isShown = link.kind === kind && !isSaidBetter(kind, link.id);
      const row = isShown ? cards.find(({ id }) => id === link.id) : undefined;
      return row ? [card(row)] : [];
    });
  const successor = successorOf(variant);
  const reviewsData = reviewsView(read, reviews, isAll, toReview !== null);
  return {
    handle: page.handle,
    title,
    trail,
    description: wordsIn(page.description, locale === 'xb' ? 'en' : locale),
    pictures,
    box: { ...buyBox(read, line.isSold, words), isInCart: inCart.includes(variant.sku) },
    line,
    configurator: configuratorOf(read),
    asksForQuote: variant.asks_for_quote && line.price === null,
    minimum:
      variant.min_quantity !== '1.000000' || variant.quantity_step !== '1.000000'
        ? t('minimum', { minimum: buyBoxNumber(variant.min_quantity), step: buyBoxNumber(variant.quantity_step) })
        : null,
    successor: successor && { to: localePath(`/products/${successor.handle}`, locale), sku: successor.sku },
    facts: factsOf(read, words),
    sets: linked('in_bundle'),
    boughtTogether: linked('bought_together'),
    related: linked('related'),
    reviews: reviewsData,
    meta: seoMeta(productSeo(context, read, { title, trail, pictures, reviews: reviewsData, line })),
  };
}

async function linkedCards(deps: Deps, { page, line }: ReadProduct): Promise<ShelfRow[]> {
  if (page.links.length === 0) return [];
  const prices = await ownPrices(deps, { ...line.display, at: line.at });
  return listCards(deps.db, { prices }, { productIds: [...new Set(page.links.map(({ id }) => id))] });
}

const buyBoxNumber = (stored: string) => stored.replace(/\.?0+$/, '');

export function configuratorOf(read: ReadProduct): ConfiguratorData | null {
  const { page, line, asked, locale } = read;
  const product = line.terms.products.get(page.handle);
  if (!product || (product.plans.length === 0 && product.modules.length === 0)) return null;
  const parts = partViews(line, product, asked);
  const detailOf = (code: string) => parts.get(code)?.detail ?? '';
  if ([...parts.values()].every(({ detail }) => detail === '')) return null;
  const isChosen = (code: string) => asked.choice.modules.some((module) => module.code === code);
  const hasMonthly = [...product.plans, ...product.modules].some(({ billed }) => billed === 'monthly');
  return {
    plans: page.plans
      .filter(({ code }) => detailOf(code) !== '')
      .map(({ code, title, description, includes, is_most_chosen }) => ({
        code,
        title: wordsIn(title, locale),
        description: wordsIn(description, locale),
        detail: detailOf(code),
        isMostChosen: is_most_chosen,
        includes: includes.map((one) => line.titles.get(one) ?? one),
        isChosen: asked.choice.plan === code,
      })),
    modules: page.modules
      .filter(({ code }) => detailOf(code) !== '')
      .map(({ code, title, description, quantity }) => {
        const said = asked.choice.modules.find((module) => module.code === code)?.quantity;
        return {
          code,
          title: wordsIn(title, locale),
          description: wordsIn(description, locale),
          detail: detailOf(code),
          isIncluded: parts.get(code)?.isIncluded ?? false,
          isChosen: isChosen(code),
          quantity: quantity === 'free' ? (said ? toDecimalString(said, 6) : '1') : null,
        };
      }),
    terms: hasMonthly ? termMonths.filter((months) => months > 1) : [],
    term: asked.term,
  };
}

function reviewsView(
  { page, locale, line: { display } }: ReadProduct,
  reviews: Awaited<ReturnType<typeof listReviews>>,
  isAll: boolean,
  mayWrite: boolean,
): ReviewsData {
  const t = translator(locale, 'product');
  const count = page.stars.reduce((sum, one) => sum + one, 0);
  const points = page.stars.reduce((sum, one, index) => sum + one * (index + 1), 0);
  return {
    rating: count === 0 ? null : ratingOf(Math.round((points * 10) / count), count, display.formats),
    spread: [5, 4, 3, 2, 1].map((stars) => {
      const own = page.stars[stars - 1] ?? 0;
      return { stars, count: own, percent: count === 0 ? 0 : Math.round((own * 100) / count) };
    }),
    reviews: reviews.map(({ id, authorName, stars, title, body, locale: lang, answer, createdAt, orderId }) => ({
      id,
      by: authorName || t('deletedPerson'),
      rating: ratingOf(stars * 10, 1, display.formats),
      title,
      body,
      lang,
      answer,
      at: { iso: createdAt.toISOString(), text: formatDay(createdAt, display.formats, storeTimeZone) },
      isVerified: orderId !== null,
    })),
    hasMore: !isAll && count > reviews.length,
    writeAt: mayWrite ? localePath(`/products/${page.handle}/reviews`, locale) : null,
  };
}
