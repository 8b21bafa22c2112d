import type { ReorderLineData } from '#app/components/shop/reorder-lines.tsx';
import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import { type Locale, locales } from '#app/domain/i18n/locales.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { money } from '#app/domain/money/money.ts';
import { longDay, reorderFacts } from '#app/messages/reorder-facts.server.ts';
import { translator } from '#app/messages/translate.server.ts';
import type { Reorder } from '#db/queries/reorders.server.ts';
import type { StoredReorderLine } from '#db/schema/reorders.ts';

type Offer = StoredReorderLine['offers'][number];

type Shown = Pick<Reorder, 'id' | 'currency' | 'lines' | 'totalMinor' | 'freightMinor' | 'taxMinor' | 'payableMinor'>;

/** A preview as its page shows it: only the lines that are different, with tax for whoever is shown prices so. */
export function reorderView(preview: Shown, locale: Locale) {
  const t = translator(locale, 'orders');
  const { formats } = locales[locale];
  const { currency } = preview;
  const amount = (minor: bigint | string) => money(BigInt(minor), currency);
  const quantity = (text: string) => formatQuantity(toExact(text), formats);
  const totalOf = ({ lineTotalMinor, withTax }: Pick<Offer, 'lineTotalMinor' | 'withTax'>) =>
    amount(withTax?.totalMinor ?? lineTotalMinor);
  const optionOf = (offer: Offer) => ({
    take: offer.take as string,
    label: t(`take_${offer.take}`, {
      quantity: quantity(offer.quantity),
      sku: offer.sku,
      day: offer.availableOn ? longDay(offer.availableOn, formats) : '',
    }),
    total: totalOf(offer),
  });
  const lineOf = (line: StoredReorderLine): ReorderLineData => {
    const offers = line.choice ? line.offers.filter(({ take }) => take === line.take) : line.offers;
    return {
      line: line.line,
      title: line.title,
      sku: line.sku,
      quantityText: t('reorderQuantity', { quantity: quantity(line.quantity) }),
      facts: reorderFacts(line, currency, locale),
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
