import type { ReorderLineData } from '#app/components/shop/reorder-lines.tsx';
import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import { type Locale, locales } from '#app/domain/i18n/locales.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { formatMoney, formatUnitPrice } from '#app/domain/money/format-money.ts';
import { money } from '#app/domain/money/money.ts';
import { shownGrossPrice } from '#app/domain/pricing/tax.ts';
import { translator } from '#app/messages/translate.server.ts';
import type { Reorder } from '#db/queries/reorders.server.ts';
import type { StoredReorderLine } from '#db/schema/reorders.ts';

type Offer = StoredReorderLine['offers'][number];

/** A preview as its page shows it: only the lines that are different, with tax for whoever is shown prices so. */
export function reorderView(preview: Reorder, locale: Locale) {
  const t = translator(locale, 'orders');
  const { formats } = locales[locale];
  const { currency } = preview;
  const amount = (minor: bigint | string) => money(BigInt(minor), currency);
  const quantity = (text: string) => formatQuantity(toExact(text), formats);
  const price = ({ unitPrice, withTax }: Pick<Offer, 'unitPrice' | 'withTax'>) =>
    unitPrice === null
      ? ''
      : withTax
        ? formatMoney(shownGrossPrice(toExact(unitPrice), toExact(withTax.ratePercent), currency), formats)
        : formatUnitPrice(toExact(unitPrice), currency, formats);
  const totalOf = ({ lineTotalMinor, withTax }: Pick<Offer, 'lineTotalMinor' | 'withTax'>) =>
    amount(withTax?.totalMinor ?? lineTotalMinor);
  const day = (iso: string) =>
    new Intl.DateTimeFormat(formats, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${iso}T12:00:00Z`));

  const factOf = (line: StoredReorderLine, status: StoredReorderLine['status'], offer: Offer | null): string => {
    if (status === 'repriced' && offer) return t('reorder_repriced', { then: price(line), now: price(offer) });
    if (status === 'backorder' && offer?.availableOn) return t('reorder_backorder', { day: day(offer.availableOn) });
    if (status === 'quantity_adjusted')
      return offer ? t('reorder_quantity_adjusted', { quantity: quantity(offer.quantity) }) : t('reorder_sold_out');
    return t(`reorder_${status === 'repriced' || status === 'backorder' ? 'other' : status}`);
  };
  const optionOf = (offer: Offer) => ({
    take: offer.take as string,
    label: t(`take_${offer.take}`, {
      quantity: quantity(offer.quantity),
      sku: offer.sku,
      day: offer.availableOn ? day(offer.availableOn) : '',
    }),
    total: totalOf(offer),
  });
  const lineOf = (line: StoredReorderLine): ReorderLineData => {
    const planned = line.offers.find(({ take }) => take === line.take) ?? line.offers[0] ?? null;
    const offers = line.choice ? line.offers.filter(({ take }) => take === line.take) : line.offers;
    return {
      line: line.line,
      title: line.title,
      sku: line.sku,
      quantityText: t('reorderQuantity', { quantity: quantity(line.quantity) }),
      facts: [line.status, ...line.also].map((status) => factOf(line, status, planned)),
      thenTotal: totalOf(line),
      options:
        line.offers.length === 0
          ? []
          : [...offers.map(optionOf), { take: 'leave_out', label: t('take_leave_out'), total: null }],
      chosen: line.choice?.take ?? line.take ?? 'leave_out',
    };
  };
  const different = preview.lines.filter(({ status, choice }) => status !== 'same' || choice !== null);
  const planned = preview.lines.flatMap(({ offers, take }) => offers.find((offer) => offer.take === take) ?? []);
  const isTaxIncluded = preview.lines.some(({ withTax }) => withTax);
  const goods = planned.reduce((sum, offer) => sum + totalOf(offer).minor, 0n);
  const same = preview.lines.length - different.length;
  return {
    previewId: preview.id,
    lines: different.map(lineOf),
    sameText: same > 0 ? t('reorderSame', { count: same }) : null,
    sums: {
      isTaxIncluded,
      total: amount(isTaxIncluded ? goods : preview.totalMinor),
      freight: amount(isTaxIncluded ? preview.payableMinor - goods : preview.freightMinor),
      tax: amount(preview.taxMinor),
      payable: amount(preview.payableMinor),
    },
    canBeOrdered: preview.lines.some(({ offers }) => offers.length > 0),
  };
}
