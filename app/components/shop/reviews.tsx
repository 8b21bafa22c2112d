import { Link } from '@remix-run/react';
import { useMessages } from '../i18n/words';
import { Badge } from '../ui/badge';
import { ButtonLink } from '../ui/button';
import { type Rating, Stars } from './stars';

export type ReviewView = {
  readonly id: string;
  readonly by: string;
  readonly rating: Rating;
  readonly title: string;
  readonly body: string;
  readonly lang: string;
  readonly at: { readonly iso: string; readonly text: string };
  readonly isVerified: boolean;
  /** The store's own word; empty where it said nothing. */
  readonly answer: string;
};
export type ReviewsData = {
  readonly rating: Rating | null;
  /** From five stars down: how many, and their share in per cent, for the drawing. */
  readonly spread: readonly { readonly stars: number; readonly count: number; readonly percent: number }[];
  readonly reviews: readonly ReviewView[];
  readonly hasMore: boolean;
  /** Where whoever may write one does so; null for everybody else. */
  readonly writeAt: string | null;
};

/** What buyers say: the sum of it, then each, then where those who bought it write theirs. */
export function Reviews({ data }: { data: ReviewsData }) {
  const t = useMessages('product');
  return (
    <section aria-labelledby="reviews" className="grid gap-6">
      <h2 id="reviews" className="font-display text-2xl font-medium">
        {t('reviews')}
      </h2>
      <div className="grid gap-8 md:grid-cols-[16rem_1fr]">
        <Summary data={data} />
        <div className="grid content-start gap-6">
          {data.reviews.length === 0 && <p className="text-ink-soft">{t('noReviews')}</p>}
          {data.reviews.map((review) => (
            <Review key={review.id} review={review} />
          ))}
          {data.hasMore && (
            <Link to="?reviews=all#reviews" preventScrollReset>
              {t('allReviews')}
            </Link>
          )}
          {data.writeAt === null ? (
            <p className="text-sm text-ink-soft">{t('reviewOnly')}</p>
          ) : (
            <ButtonLink to={data.writeAt} className="justify-self-start">
              {t('writeReview')}
            </ButtonLink>
          )}
        </div>
      </div>
    </section>
  );
}

function Summary({ data: { rating, spread } }: { data: ReviewsData }) {
  const t = useMessages('product');
  if (!rating) return <span />;
  return (
    <div className="grid content-start gap-3">
      <p className="font-display text-4xl">{rating.text}</p>
      <Stars rating={rating} />
      <dl className="tabular grid gap-1 text-sm">
        {spread.map(({ stars, count, percent }) => (
          <div key={stars} className="grid grid-cols-[4.5rem_1fr_2rem] items-center gap-2">
            <dt>{t('starsOf', { stars })}</dt>
            <dd aria-hidden="true" className="h-2 overflow-hidden rounded-full bg-sunken">
              <span className="block h-2 rounded-full bg-accent" style={{ width: `${percent}%` }} />
            </dd>
            <dd className="text-end text-ink-soft">{count}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Review({ review: { by, rating, title, body, lang, at, isVerified, answer } }: { review: ReviewView }) {
  const t = useMessages('product');
  return (
    <article className="grid gap-1 border-b border-line pb-6">
      <Stars rating={rating} isOne />
      {title && (
        <h3 className="font-semibold" lang={lang}>
          {title}
        </h3>
      )}
      <p className="max-w-text" lang={lang} dir="auto">
        {body}
      </p>
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-soft">
        <bdi>{by}</bdi> · <time dateTime={at.iso}>{at.text}</time>
        {isVerified && <Badge tone="good">{t('verified')}</Badge>}
      </p>
      {answer && (
        <p className="mt-2 max-w-text border-s-2 border-accent ps-3 whitespace-pre-line">
          <bdi>
            <b>Tradepost:</b> {answer}
          </bdi>
        </p>
      )}
    </article>
  );
}
