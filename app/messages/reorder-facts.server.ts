import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import { type Locale, locales } from '#app/domain/i18n/locales.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { formatMoney, formatUnitPrice } from '#app/domain/money/format-money.ts';
import type { ReorderStatus, ReorderTake } from '#app/domain/orders/reorder-line.ts';
import { shownGrossPrice } from '#app/domain/pricing/tax.ts';
import { translator } from './translate.server';

type WithTax = { readonly ratePercent: string };
type Line = {
  readonly unitPrice: string | null;
  readonly withTax?: WithTax;
  readonly status: ReorderStatus;
  readonly also: readonly ReorderStatus[];
  readonly offers: readonly {
    readonly take: ReorderTake;
    readonly quantity: string;
    readonly unitPrice: string | null;
    readonly withTax?: WithTax;
    readonly availableOn: string | null;
  }[];
  readonly take: ReorderTake | null;
};

/** "24 November 2026" of a calendar day. */
export const longDay = (iso: string, formats: string): string =>
  new Intl.DateTimeFormat(formats, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${iso}T12:00:00Z`));

/** What became of a line since it was ordered last, a sentence for each. */
export function reorderFacts(line: Line, currency: CurrencyCode, locale: Locale): string[] {
  const t = translator(locale, 'orders');
  const { formats } = locales[locale];
  const price = ({ unitPrice, withTax }: Pick<Line, 'unitPrice' | 'withTax'>) =>
    unitPrice === null
      ? ''
      : withTax
        ? formatMoney(shownGrossPrice(toExact(unitPrice), toExact(withTax.ratePercent), currency), formats)
        : formatUnitPrice(toExact(unitPrice), currency, formats);
  const offer = line.offers.find(({ take }) => take === line.take) ?? line.offers[0];
  return [line.status, ...line.also].map((status) => {
    if (status === 'repriced' && offer) return t('reorder_repriced', { then: price(line), now: price(offer) });
    if (status === 'backorder' && offer?.availableOn)
      return t('reorder_backorder', { day: longDay(offer.availableOn, formats) });
    if (status === 'quantity_adjusted')
      return offer
        ? t('reorder_quantity_adjusted', { quantity: formatQuantity(toExact(offer.quantity), formats) })
        : t('reorder_sold_out');
    return t(`reorder_${status === 'repriced' || status === 'backorder' ? 'other' : status}`);
  });
}
