import { formatPercent } from '#app/domain/i18n/format-number.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { formatUnitPrice } from '#app/domain/money/format-money.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import type { RevisionWarning } from '#app/domain/pricing/revision-warnings.ts';
import { type Translate } from '#app/messages/translate.ts';
import { useFormats, useMessages } from '../i18n/words';
import { Notice } from '../ui/notice';

export type WarningShown = {
  entry: {
    sku?: string;
    product?: string;
    plan?: string;
    module?: string;
    category?: string;
    min_quantity: string;
  } | null;
  warning: RevisionWarning;
};

/** What to look at before deciding; none of it is refused. */
export function WarningList(p: { warnings: readonly WarningShown[]; count: number; currency: CurrencyCode }) {
  const t = useMessages('pricing');
  const formats = useFormats();
  if (p.warnings.length === 0) return null;
  return (
    <Notice tone="warn" title={t('warnings', { count: p.count })}>
      <ul className="list-disc ps-5">
        {p.warnings.map(({ entry, warning }, index) => (
          <li key={index}>
            {entry && <strong className="font-medium">{nameOf(entry, t)}: </strong>}
            {words(warning, t, formats, p.currency)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

const nameOf = (entry: NonNullable<WarningShown['entry']>, t: Translate<'pricing'>) =>
  [entry.sku ?? entry.product ?? entry.category ?? t('everything'), entry.plan ?? entry.module]
    .filter(Boolean)
    .join(' + ');

function words(warning: RevisionWarning, t: Translate<'pricing'>, formats: string, currency: CurrencyCode): string {
  switch (warning.code) {
    case 'cliff':
      return t('warning_cliff', {
        from: toDecimalString(warning.from, 6),
        until: toDecimalString(warning.until, 6),
      });
    case 'price_rises':
      return t('warning_price_rises', { before: formatUnitPrice(warning.before, currency, formats) });
    case 'below_margin_floor':
      return t('warning_below_margin_floor', {
        percent: warning.marginPercent ? formatPercent(warning.marginPercent, formats) : t('none'),
      });
    case 'overlaps_revision':
      return t('warning_overlaps_revision', { number: warning.revision });
    default:
      return t(`warning_${warning.code}`);
  }
}
