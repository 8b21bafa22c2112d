import { Form } from '@remix-run/react';
import { type FormAnswer, fieldOf } from '#app/http/form-answer.ts';
import { useMessages } from '../i18n/words';
import { SubmitButton } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { TextArea, TextField } from '../ui/field';
import { RadioGroup } from '../ui/radio-group';

type Props = {
  /** The name to begin with. */
  name: string;
  action: string;
  /** Which product, where the address does not say. */
  product?: string;
  answer?: FormAnswer | undefined;
};

/** Stars, a line, a few words, and the name that stands beside them. */
export function ReviewForm({ name, action, product, answer }: Props) {
  const t = useMessages('product');
  const stars = answer?.values.stars;
  return (
    <Form method="post" action={action} preventScrollReset className="grid max-w-text gap-4 pt-3">
      <ErrorSummary answer={answer} />
      {product && <input type="hidden" name="product" value={product} />}
      <RadioGroup
        name="stars"
        label={t('reviewStars')}
        options={[5, 4, 3, 2, 1].map((count) => ({ value: String(count), label: t('starsOf', { stars: count }) }))}
        {...(answer?.fields.stars && { error: answer.fields.stars })}
        {...(typeof stars === 'string' && { defaultValue: stars })}
      />
      <TextField label={t('reviewTitle')} {...fieldOf(answer, 'title')} maxLength={120} />
      <TextArea label={t('reviewBody')} {...fieldOf(answer, 'body')} rows={5} maxLength={4000} />
      <TextField label={t('reviewName')} {...fieldOf(answer, 'name', name)} maxLength={60} autoComplete="nickname" />
      <SubmitButton tone="primary">{t('sendReview')}</SubmitButton>
    </Form>
  );
}
