import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ModeratedReview } from '#app/components/admin/reviews/moderated-review.tsx';
import { ReviewActs } from '#app/components/admin/reviews/review-acts.tsx';
import { useReviewKeys } from '#app/components/admin/reviews/review-keys.ts';
import { TaskChips } from '#app/components/admin/task-chips.tsx';
import { PageHead } from '#app/components/company/page-head.tsx';
import { useMessages } from '#app/components/i18n/words.tsx';
import { EmptyState } from '#app/components/ui/empty-state.tsx';
import { Pagination } from '#app/components/ui/pagination.tsx';
import { reviewStatuses } from '#app/domain/catalog/reviews.ts';
import { readCursor, writeCursor } from '#app/http/api/cursor.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { requireStaff } from '#app/http/require-actor.server.ts';
import { filterQuery, readReviewFilter, reviewView } from '#app/http/reviews-to-moderate.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { countReviews, listReviewsToModerate } from '#db/queries/reviews.server.ts';

export const handle: RouteHandle = { messages: ['reviews', 'product'] };

const perPage = 25;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff(request, context, 'moderate_reviews');
  const { db } = context.deps;
  const { searchParams: search } = new URL(request.url);
  const filter = readReviewFilter(search);
  const cursor = readCursor(search.get('cursor') ?? '', 2);
  const after = cursor && { at: new Date(String(cursor[0])), id: String(cursor[1]) };
  const { show, stars, product } = filter;
  const [found, counts] = await Promise.all([
    listReviewsToModerate(db, { status: show, stars, handle: product, after, limit: perPage + 1 }),
    countReviews(db),
  ]);
  const rows = found.slice(0, perPage);
  const last = found.length > perPage ? rows.at(-1) : undefined;
  const at = (change: Partial<typeof filter>) => `/admin/reviews${filterQuery({ ...filter, ...change })}`;
  return {
    show,
    filter: filterQuery(filter),
    isFirst: after === null,
    next: last ? writeCursor([last.createdAt.toISOString(), last.id]) : null,
    reviews: rows.map((row) => reviewView(row, localeOf(request))),
    byState: reviewStatuses.map((status) => ({
      status,
      count: counts[status],
      to: at({ show: status }),
      isOn: status === show,
    })),
    byStars: [null, 5, 4, 3, 2, 1].map((each) => ({ stars: each, to: at({ stars: each }), isOn: each === stars })),
    product: product && { name: product, all: at({ product: null }), own: at({}) },
  };
}

export default function ReviewsToModerate() {
  const t = useMessages('reviews');
  const words = useMessages('product');
  const { show, filter, reviews, byState, byStars, product, next, isFirst } = useLoaderData<typeof loader>();
  useReviewKeys();
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="grid gap-4">
        <TaskChips
          label={t('show')}
          chips={byState.map(({ status, count, ...chip }) => ({ ...chip, label: t(`show_${status}`, { count }) }))}
        />
        <TaskChips
          label={t('starsFilter')}
          chips={byStars.map(({ stars, ...chip }) => ({
            ...chip,
            label: stars === null ? t('allStars') : words('starsOf', { stars }),
          }))}
        />
        {product && (
          <TaskChips
            label={t('ofEverything')}
            chips={[
              { to: product.all, label: t('ofEverything'), isOn: false },
              { to: product.own, label: t('ofProduct', { product: product.name }), isOn: true },
            ]}
          />
        )}
        {reviews.length === 0 && (
          <EmptyState title={t(show === 'waiting' ? 'noneWaiting' : 'none')} text={t('noneText')} />
        )}
        {reviews.map((review) => (
          <ModeratedReview key={review.id} review={review}>
            <ReviewActs review={review} filter={filter} />
          </ModeratedReview>
        ))}
      </div>
      <Pagination next={next} isFirst={isFirst} />
    </>
  );
}
