import type { AppLoadContext } from '@remix-run/node';
import type { ReviewModerated } from '#app/components/admin/reviews/moderated-review.tsx';
import { type ReviewStatus, reviewStatuses } from '#app/domain/catalog/reviews.ts';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { formatDay, formatInstant } from '#app/domain/i18n/format-date.ts';
import { type Locale, locales } from '#app/domain/i18n/locales.ts';
import { wordsIn } from '#app/domain/i18n/words-in.ts';
import { translator } from '#app/messages/translate.server.ts';
import { type ReviewToModerate, findReviewToModerate } from '#db/queries/reviews.server.ts';
import { localeOf } from './locale.server';
import { idParam, notFound, requireStaff } from './require-actor.server';

export type ReviewFilter = { show: ReviewStatus; stars: number | null; product: string | null };

/** What is asked for in an address; what makes no sense there is left out. */
export function readReviewFilter(search: URLSearchParams): ReviewFilter {
  const stars = Number(search.get('stars'));
  const product = search.get('product')?.slice(0, 200);
  return {
    show: reviewStatuses.find((each) => each === search.get('show')) ?? 'waiting',
    stars: [1, 2, 3, 4, 5].includes(stars) ? stars : null,
    product: product || null,
  };
}

/** The same in as few words as it takes. */
export function filterQuery({ show, stars, product }: ReviewFilter): string {
  const query = new URLSearchParams({
    ...(show !== 'waiting' && { show }),
    ...(stars !== null && { stars: String(stars) }),
    ...(product !== null && { product }),
  });
  return query.size > 0 ? `?${query.toString()}` : '';
}

/** The list as somebody left it to decide on one of it. */
export const reviewsPath = (filter: string): string =>
  `/admin/reviews${filterQuery(readReviewFilter(new URLSearchParams(filter)))}`;

export function reviewView(review: ReviewToModerate, locale: Locale): ReviewModerated {
  const t = translator(locale, 'reviews');
  const { formats } = locales[locale];
  const { decision } = review;
  const by = review.authorName || t('nobody');
  return {
    id: review.id,
    status: review.status,
    stateText: t(`status_${review.status}`),
    by,
    byText: t('by', { name: by, day: formatDay(review.createdAt, formats, storeTimeZone) }),
    stars: review.stars,
    title: review.title,
    body: review.body,
    lang: review.locale,
    answer: review.answer,
    handle: review.handle,
    product: wordsIn(review.productTitle, locale),
    orderNumber: review.orderNumber,
    decidedText: decision
      ? t(`decided_${decision.kind}`, {
          name: decision.by || t('nobody'),
          when: formatInstant(new Date(decision.at), formats, storeTimeZone),
          reason: decision.words,
        })
      : '',
  };
}

/** The one review an address names, for whoever may decide on it. */
export async function reviewForStaff(request: Request, context: AppLoadContext, id: string | undefined) {
  const { actor } = await requireStaff(request, context, 'moderate_reviews');
  const review = await findReviewToModerate(context.deps.db, { id: idParam(id) });
  if (!review) throw notFound();
  return { actor, review, view: reviewView(review, localeOf(request)) };
}
