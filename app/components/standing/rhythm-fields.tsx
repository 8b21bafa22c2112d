import { standingPeriods } from '#app/domain/standing-orders/schedule.ts';
import { type FormAnswer, fieldOf } from '#app/http/form-answer.ts';
import { useMessages } from '../i18n/words';
import { SelectField, TextField } from '../ui/field';

export type RhythmValues = {
  readonly name: string;
  readonly every: number;
  readonly period: string;
  readonly first: string;
  readonly ends: string;
  readonly tolerance: string;
};

/** What it is called, how often it comes, and from which rise of a price on it asks first. */
export function RhythmFields({
  answer,
  stored,
  isNew,
}: {
  answer: FormAnswer | undefined;
  stored: RhythmValues;
  isNew: boolean;
}) {
  const t = useMessages('standing');
  return (
    <>
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        required
        maxLength={100}
        {...fieldOf(answer, 'name', stored.name)}
      />
      <fieldset className="grid gap-4">
        <legend className="mb-2 font-semibold">{t('rhythm')}</legend>
        <div className="grid grid-cols-2 items-start gap-4">
          <TextField
            label={t('every')}
            inputMode="numeric"
            required
            {...fieldOf(answer, 'every', String(stored.every))}
          />
          <SelectField
            label={t('period')}
            options={standingPeriods.map((value) => ({ value, label: t(`period_${value}`) }))}
            {...fieldOf(answer, 'period', stored.period)}
          />
        </div>
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <TextField
            label={t(isNew ? 'first' : 'next')}
            hint={t('firstHint')}
            type="date"
            required
            className="min-w-0"
            {...fieldOf(answer, 'first', stored.first)}
          />
          <TextField
            label={t('ends')}
            hint={t('endsHint')}
            type="date"
            isOptional
            className="min-w-0"
            {...fieldOf(answer, 'ends', stored.ends)}
          />
        </div>
      </fieldset>
      <TextField
        label={t('tolerance')}
        hint={t('toleranceHint')}
        inputMode="decimal"
        required
        {...fieldOf(answer, 'tolerance', stored.tolerance)}
      />
    </>
  );
}

/** How the summary of what is wrong names the fields. */
export const rhythmLabels = (t: ReturnType<typeof useMessages<'standing'>>) => ({
  name: t('name'),
  every: t('every'),
  period: t('period'),
  first: t('first'),
  ends: t('ends'),
  tolerance: t('tolerance'),
});
