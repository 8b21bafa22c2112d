import { Form, Link } from '@remix-run/react';
import { type FormAnswer, fieldOf } from '#app/http/form-answer.ts';
import { useMessages } from '../i18n/words';
import { Badge } from '../ui/badge';
import { SubmitButton } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { TextArea, TextField } from '../ui/field';
import { RadioGroup } from '../ui/radio-group';
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
};
export type ReviewsData = {
  readonly rating: Rating | null;
  /** From five stars down: how many, and their share in per cent, for the drawing. */
  readonly spread: readonly { readonly stars: number; readonly count: number; readonly percent: number }[];
  readonly reviews: readonly ReviewView[];
  readonly hasMore: boolean;
  /** The name to begin with for whoever may write one; null for everybody else. */
  readonly writeAs: string | null;
};

/** What buyers say: the sum of it, then each, then a form for those who bought it. */
export function Reviews({ data, answer }: { data: ReviewsData; answer?: FormAnswer }) {
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
          {data.writeAs === null ? (
            <p className="text-sm text-ink-soft">{t('reviewOnly')}</p>
          ) : (
            <ReviewForm name={data.writeAs} {...(answer && { answer })} />
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

function Review({ review: { by, rating, title, body, lang, at, isVerified } }: { review: ReviewView }) {
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
    </article>
  );
}

function ReviewForm({ name, answer }: { name: string; answer?: FormAnswer }) {
  const t = useMessages('product');
  return (
    <details className="rounded border border-line p-4" open={answer !== undefined}>
      <summary className="min-h-11 py-2 font-medium">{t('writeReview')}</summary>
      <Form method="post" action="#reviews" preventScrollReset className="grid max-w-text gap-4 pt-3">
        <ErrorSummary answer={answer} />
        <RadioGroup
          name="stars"
          label={t('reviewStars')}
          options={[5, 4, 3, 2, 1].map((stars) => ({ value: String(stars), label: t('starsOf', { stars }) }))}
          {...(answer?.fields.stars && { error: answer.fields.stars })}
          {...(typeof answer?.values.stars === 'string' && { defaultValue: answer.values.stars })}
        />
        <TextField label={t('reviewTitle')} {...fieldOf(answer, 'title')} maxLength={120} />
        <TextArea label={t('reviewBody')} {...fieldOf(answer, 'body')} rows={5} maxLength={4000} />
        <TextField label={t('reviewName')} {...fieldOf(answer, 'name', name)} maxLength={60} autoComplete="nickname" />
        <SubmitButton tone="quiet">{t('sendReview')}</SubmitButton>
      </Form>
    </details>
  );
}
