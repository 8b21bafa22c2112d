import { type FormAnswer, fieldOf } from '#app/http/form-answer.ts';
import { useMessages } from '../i18n/words';
import { TextField } from '../ui/field';

export type QuantityLine = {
  readonly line: number;
  readonly sku: string;
  readonly title: string;
  readonly quantity: string;
  /** What it costs, or that it cannot be had. */
  readonly note: string;
};

/** How much of each comes; none of it leaves it out. */
export function QuantityFields({ lines, answer }: { lines: readonly QuantityLine[]; answer: FormAnswer | undefined }) {
  const t = useMessages('standing');
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-semibold">{t('goods')}</legend>
      <p className="text-sm text-ink-faint">{t('quantityHint')}</p>
      <ul className="grid gap-3">
        {lines.map(({ line, sku, title, quantity, note }) => (
          <li key={line} className="grid grid-cols-[1fr_6.5rem] items-end gap-4 border-b border-line pb-3">
            <span className="min-w-0 break-words">
              {title}
              <span className="tabular block text-sm text-ink-faint">{[sku, note].join(' · ')}</span>
            </span>
            <TextField
              label={t('quantityOf', { title })}
              isLabelHidden
              inputMode="decimal"
              required
              {...fieldOf(answer, `quantity.l${line}`, quantity)}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
