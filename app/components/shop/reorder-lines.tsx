import type { Money } from '#app/domain/money/money.ts';
import { useMessages } from '../i18n/words';
import { Card } from '../ui/card';
import { MoneyText } from '../ui/money-text';
import { RadioGroup } from '../ui/radio-group';

export type ReorderLineData = {
  readonly line: number;
  readonly title: string;
  readonly sku: string;
  readonly quantityText: string;
  /** What became of it, each in a sentence. */
  readonly facts: readonly string[];
  readonly thenTotal: Money;
  /** None: nothing of it can be ordered. */
  readonly options: readonly { readonly take: string; readonly label: string; readonly total: Money | null }[];
  readonly chosen: string;
};

/** Only what is different from last time, each with what may be done about it. */
export function ReorderLines({ lines }: { lines: readonly ReorderLineData[] }) {
  const t = useMessages('orders');
  return (
    <ul className="grid gap-4">
      {lines.map((line) => (
        <li key={line.line}>
          <Card title={line.title}>
            <p className="tabular text-sm text-ink-faint">{[line.sku, line.quantityText].join(' · ')}</p>
            <ul className="my-2">
              {line.facts.map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
            <p className="mb-3 text-sm text-ink-soft">
              {t('reorderThen')} <MoneyText amount={line.thenTotal} />
            </p>
            {line.options.length > 0 && (
              <RadioGroup
                name={`choice.l${line.line}`}
                label={t('reorderChoice')}
                defaultValue={line.chosen}
                options={line.options.map(({ take, label, total }) => ({
                  value: take,
                  label,
                  ...(total && { detail: <MoneyText amount={total} /> }),
                }))}
              />
            )}
          </Card>
        </li>
      ))}
    </ul>
  );
}
