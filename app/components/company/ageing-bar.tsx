import type { Money } from '#app/domain/money/money.ts';
import { useMessages } from '../i18n/words';
import { MoneyText } from '../ui/money-text';

export type BandData = {
  readonly band: 'not_due' | 'days_1_to_30' | 'days_31_to_60' | 'days_61_to_90' | 'over_90_days';
  readonly amount: Money;
};

const looks: Record<BandData['band'], string> = {
  not_due: 'bg-good',
  days_1_to_30: 'bg-accent-soft',
  days_31_to_60: 'bg-accent',
  days_61_to_90: 'bg-warn',
  over_90_days: 'bg-bad',
};

/** Whole per cent of all that is open, for the drawing. */
const percentOf = (part: Money, whole: Money): number =>
  whole.minor <= 0n ? 0 : Number((part.minor * 100n) / whole.minor);

/** What is open, by how late it is. The words tell all that the bar shows. */
export function AgeingBar({ bands, total }: { bands: readonly BandData[]; total: Money }) {
  const t = useMessages('statement');
  return (
    <div className="grid gap-3">
      <p className="text-lg font-semibold">
        {t('openTotal')} <MoneyText amount={total} />
      </p>
      <div aria-hidden="true" className="flex h-3 overflow-hidden rounded-full bg-sunken ring-1 ring-line">
        {bands.map(({ band, amount }) => (
          <div key={band} className={looks[band]} style={{ width: `${percentOf(amount, total)}%` }} />
        ))}
      </div>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-5">
        {bands.map(({ band, amount }) => (
          <div key={band} className="flex justify-between gap-3 sm:block">
            <dt className="flex items-center gap-2 text-sm text-ink-soft">
              <span aria-hidden="true" className={`size-2.5 rounded-full ring-1 ring-line ${looks[band]}`} />
              {t(`band_${band}`)}
            </dt>
            <dd>
              <MoneyText amount={amount} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
