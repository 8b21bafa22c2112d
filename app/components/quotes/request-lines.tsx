import { fieldOf, type FormAnswer } from '#app/http/form-answer.ts';
import type { Translate } from '#app/messages/translate.ts';
import { useMessages } from '../i18n/words';
import { TextField } from '../ui/field';

type Line = { readonly sku: string; readonly title: string; readonly quantity: string; readonly configuration: string };

const emptyRows = 3;

/** Names of the lines' fields, for the summary of errors. */
export const lineLabels = (lines: readonly Line[], t: Translate<'quotes'>): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: lines.length + emptyRows }, (_, at) => [
      [`lines.${at}.sku`, t('rowField', { row: at + 1, field: t('sku') })],
      [`lines.${at}.quantity`, t('rowField', { row: at + 1, field: t('quantity') })],
      [`lines.${at}.target`, t('rowField', { row: at + 1, field: t('target') })],
      [`lines.${at}.date`, t('rowField', { row: at + 1, field: t('wantedOn') })],
    ]).flat() as [string, string][],
  );

/** What is asked for, a row each, and empty rows for more. */
export function RequestLines({ lines, answer }: { lines: readonly Line[]; answer: FormAnswer | undefined }) {
  const t = useMessages('quotes');
  const rows = [...lines, ...Array.from({ length: emptyRows }, () => null)];
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-2 text-lg font-semibold">{t('lines')}</legend>
      {rows.map((line, at) => {
        const field = (name: string, stored = '') => fieldOf(answer, `lines.${at}.${name}`, stored);
        return (
          <div key={at} className="grid gap-3 rounded border border-line bg-raised p-4">
            {line ? (
              <p className="font-medium">
                {line.title} <span className="text-ink-faint">({line.sku})</span>
                <input type="hidden" name={`lines.${at}.sku`} value={line.sku} />
                {line.configuration && (
                  <input type="hidden" name={`lines.${at}.configuration`} value={line.configuration} />
                )}
              </p>
            ) : (
              <TextField label={t('rowField', { row: at + 1, field: t('sku') })} isOptional {...field('sku')} />
            )}
            <div className="grid grid-cols-2 gap-3 sm:grid-cols-[7rem_9rem_10rem_1fr]">
              <TextField
                label={at === 0 ? t('quantity') : t('rowField', { row: at + 1, field: t('quantity') })}
                inputMode="decimal"
                className="tabular text-end"
                {...field('quantity', line?.quantity)}
              />
              <TextField
                label={t('rowField', { row: at + 1, field: t('target') })}
                inputMode="decimal"
                className="tabular text-end"
                {...field('target')}
              />
              <TextField
                label={t('rowField', { row: at + 1, field: t('wantedOn') })}
                type="date"
                className="min-w-0"
                {...field('date')}
              />
              <TextField label={t('rowField', { row: at + 1, field: t('note') })} {...field('note')} />
            </div>
          </div>
        );
      })}
    </fieldset>
  );
}
