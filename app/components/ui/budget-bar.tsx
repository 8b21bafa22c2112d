import type { Money } from '#app/domain/money/money.ts';
import { formatMoney } from '#app/domain/money/format-money.ts';
import { useFormats, useMessages } from '../i18n/words';

type Props = { title: string; budget: Money; spent: Money; reserved: Money; /** Beyond the budget. */ over?: Money };

/** Whole per cent of the budget, for the drawing. */
const percentOf = (part: Money, whole: Money): number =>
  whole.minor <= 0n ? 0 : Math.min(100, Number((part.minor * 100n) / whole.minor));

/** How much of a budget is gone, how much is spoken for, how much is left. */
export function BudgetBar({ title, budget, spent, reserved, over }: Props) {
  const t = useMessages('shell');
  const locale = useFormats();
  const spentPercent = percentOf(spent, budget);
  const reservedPercent = Math.min(100 - spentPercent, percentOf(reserved, budget));
  return (
    <div className="grid gap-1.5">
      <p className="flex flex-wrap justify-between gap-x-4">
        <span className="font-medium">{title}</span>
        <span className="tabular text-ink-soft">
          {t('budgetSpent', { spent: formatMoney(spent, locale), budget: formatMoney(budget, locale) })}
        </span>
      </p>
      <div aria-hidden="true" className="flex h-3 overflow-hidden rounded-full bg-sunken ring-1 ring-line">
        <div className={over ? 'bg-bad' : 'bg-accent'} style={{ width: `${spentPercent}%` }} />
        <div
          className="bg-[repeating-linear-gradient(135deg,var(--color-accent)_0_3px,var(--color-accent-soft)_3px_6px)]"
          style={{ width: `${reservedPercent}%` }}
        />
      </div>
      <p className="tabular text-sm text-ink-soft">
        {t('budgetReserved', { reserved: formatMoney(reserved, locale) })}
        {over && <strong className="text-bad"> · {t('budgetOver', { over: formatMoney(over, locale) })}</strong>}
      </p>
    </div>
  );
}
