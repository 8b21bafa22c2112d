import { useMessages } from '../i18n/words';

/** Amounts are written already, as the server writes them for the page's language: no figures travel that are not shown. */
type Props = {
  price: string;
  isFrom?: boolean;
  /** Only with the lowest price of the last 30 days beside it. */
  reduction?: { was: string; lowestIn30Days: string };
  /** Per kilogram or litre. */
  base?: { price: string; unit: string };
  taxNote?: string;
  size?: 'card' | 'page';
};

/** What something costs, and all a buyer may want to know beside it. */
export function PriceText({ price, isFrom = false, reduction, base, taxNote, size = 'card' }: Props) {
  const t = useMessages('shell');
  return (
    <div className="grid gap-0.5">
      <p className={size === 'page' ? 'text-2xl font-semibold' : 'font-semibold'}>
        {reduction && (
          <del className="me-2 text-base font-normal text-ink-faint">
            <span className="sr-only">{t('was')} </span>
            <bdi className="tabular whitespace-nowrap">{reduction.was}</bdi>
          </del>
        )}
        <bdi className="tabular">{isFrom ? t('priceFrom', { price }) : price}</bdi>
      </p>
      {reduction && <p className="text-sm text-ink-soft">{t('lowestIn30Days', { price: reduction.lowestIn30Days })}</p>}
      {(base || taxNote) && (
        <p className="tabular text-sm text-ink-faint">
          {[base && t('pricePer', { price: base.price, unit: base.unit }), taxNote].filter(Boolean).join('\u00a0· ')}
        </p>
      )}
    </div>
  );
}
