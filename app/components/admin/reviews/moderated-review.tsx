import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { ReviewStatus } from '#app/domain/catalog/reviews.ts';
import { useLocalePath, useMessages } from '../../i18n/words';
import { StateBadge } from '../../ui/badge';

export type ReviewModerated = {
  readonly id: string;
  readonly status: ReviewStatus;
  readonly stateText: string;
  readonly by: string;
  readonly byText: string;
  readonly stars: number;
  readonly title: string;
  readonly body: string;
  readonly lang: string;
  readonly answer: string;
  readonly handle: string;
  readonly product: string;
  readonly orderNumber: string | null;
  readonly decidedText: string;
};

/** A review as its writer wrote it, with what is known about it, and what can be done. */
export function ModeratedReview({ review, children }: { review: ReviewModerated; children?: ReactNode }) {
  const t = useMessages('reviews');
  const product = useMessages('product');
  const to = useLocalePath();
  const { title, body, lang, stars, answer, orderNumber, decidedText } = review;
  return (
    <article
      tabIndex={-1}
      data-review=""
      aria-labelledby={`review-${review.id}`}
      className="grid gap-3 rounded border border-line bg-raised p-5 focus:border-accent focus:outline-2 focus:outline-offset-2 focus:outline-accent"
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={`review-${review.id}`} className="me-auto font-semibold">
          <Link to={to(`/products/${review.handle}#reviews`)}>{review.product}</Link>
        </h2>
        <StateBadge state={review.status} label={review.stateText} />
      </header>
      <p className="text-accent">
        <span aria-hidden="true" dir="ltr" className="tracking-widest">
          {'★'.repeat(stars)}
          <span className="text-line">{'★'.repeat(5 - stars)}</span>
        </span>
        <span className="sr-only">{product('starsOf', { stars })}</span>
      </p>
      {title && (
        <p className="font-semibold" lang={lang} dir="auto">
          {title}
        </p>
      )}
      <p className="max-w-text [overflow-wrap:anywhere] whitespace-pre-line" lang={lang} dir="auto">
        {body}
      </p>
      <p className="text-sm text-ink-soft">
        <bdi>{review.byText}</bdi>
        {' · '}
        {orderNumber ? (
          <Link to={to(`/admin/orders/${orderNumber}`)}>{t('withOrder', { number: orderNumber })}</Link>
        ) : (
          t('withoutOrder')
        )}
        {' · '}
        <Link to={to(`/admin/reviews?show=${review.status}&product=${encodeURIComponent(review.handle)}`)}>
          {t('ofThis')}
        </Link>
      </p>
      {answer && (
        <p className="max-w-text border-s-2 border-accent ps-3 whitespace-pre-line" dir="auto">
          <b>Tradepost:</b> {answer}
        </p>
      )}
      {decidedText && (
        <p className="text-sm text-ink-soft" dir="auto">
          {decidedText}
        </p>
      )}
      {children}
    </article>
  );
}
