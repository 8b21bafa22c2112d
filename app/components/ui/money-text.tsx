import type { Exact } from '#app/domain/money/exact.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { formatMoney, formatUnitPrice } from '#app/domain/money/format-money.ts';
import type { Money } from '#app/domain/money/money.ts';
import { useFormats, useMessages } from '../i18n/words';

/** An amount as the page's language writes it; never broken over lines or turned round by its surroundings. */
export function MoneyText({ amount, className = '' }: { amount: Money; className?: string }) {
  return <bdi className={`tabular whitespace-nowrap ${className}`}>{formatMoney(amount, useFormats())}</bdi>;
}

/** A unit price with the decimals it has. */
export function UnitPriceText({ unitPrice, currency }: { unitPrice: Exact; currency: CurrencyCode }) {
  return <bdi className="tabular whitespace-nowrap">{formatUnitPrice(unitPrice, currency, useFormats())}</bdi>;
}

/** Before tax, with up to six decimals. */
type UnitPrice = { unitPrice: Exact; currency: CurrencyCode };
/** Text is written already: what the page's form asks for travels as such. */
type ShownPrice = Money | UnitPrice | string;
function writePrice(price: ShownPrice, locale: string): string {
  if (typeof price === 'string') return price;
  return 'unitPrice' in price ? formatUnitPrice(price.unitPrice, price.currency, locale) : formatMoney(price, locale);
}

type PriceProps = {
  price: ShownPrice;
  isFrom?: boolean;
  /** Only with the lowest price of the last 30 days beside it. */
  reduction?: { was: ShownPrice; lowestIn30Days: ShownPrice };
  /** Per kilogram or litre. */
  base?: { price: ShownPrice; unit: string };
  taxNote?: string;
  size?: 'card' | 'page';
};

/** What something costs, and all a buyer may want to know beside it. */
export function PriceText({ price, isFrom = false, reduction, base, taxNote, size = 'card' }: PriceProps) {
  const t = useMessages('shell');
  const locale = useFormats();
  const amount = writePrice(price, locale);
  return (
    <div className="grid gap-0.5">
      <p className={size === 'page' ? 'text-2xl font-semibold' : 'font-semibold'}>
        {reduction && (
          <del className="me-2 text-base font-normal text-ink-faint">
            <span className="sr-only">{t('was')} </span>
            <bdi className="tabular whitespace-nowrap">{writePrice(reduction.was, locale)}</bdi>
          </del>
        )}
        <bdi className="tabular">{isFrom ? t('priceFrom', { price: amount }) : amount}</bdi>
      </p>
      {reduction && (
        <p className="text-sm text-ink-soft">
          {t('lowestIn30Days', { price: writePrice(reduction.lowestIn30Days, locale) })}
        </p>
      )}
      {(base || taxNote) && (
        <p className="tabular text-sm text-ink-faint">
          {[base && t('pricePer', { price: writePrice(base.price, locale), unit: base.unit }), taxNote]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
    </div>
  );
}
