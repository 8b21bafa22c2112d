import { currencyDecimals } from '#app/domain/money/currencies.ts';
import { amountString, money } from '#app/domain/money/money.ts';
import type { Reorder } from '#db/queries/reorders.server.ts';
import type { StoredReorderLine } from '#db/schema/reorders.ts';
import { decimalBody } from './shapes';

/** A preview as it was shown. `now` is of what would be ordered; null where nothing of the line can be. */
export function reorderBody(preview: Reorder) {
  const { currency } = preview;
  const amount = (minor: bigint | string) => ({ amount: amountString(money(BigInt(minor), currency)), currency });
  const unitPrice = (text: string | null) => (text === null ? null : decimalBody(text, currencyDecimals[currency]));
  const offerBody = (offer: StoredReorderLine['offers'][number]) => ({
    take: offer.take,
    sku: offer.sku,
    quantity: decimalBody(offer.quantity),
    unit_price: unitPrice(offer.unitPrice),
    line_total: amount(offer.lineTotalMinor),
    available_on: offer.availableOn,
  });
  return {
    preview_version: preview.id,
    differences: preview.lines.some(({ status }) => status !== 'same'),
    total: amount(preview.totalMinor),
    freight: amount(preview.freightMinor),
    tax: amount(preview.taxMinor),
    payable: amount(preview.payableMinor),
    lines: preview.lines.map((line) => {
      const planned = line.offers.find(({ take }) => take === line.take) ?? null;
      const isSoldOut = line.status === 'quantity_adjusted' && line.offers.length === 0;
      return {
        line: line.line,
        sku: line.sku,
        quantity: decimalBody(planned?.quantity ?? (isSoldOut ? '0' : line.quantity)),
        then_quantity: decimalBody(line.quantity),
        status: line.status,
        also: line.also,
        then: unitPrice(line.unitPrice),
        now: planned && unitPrice(planned.unitPrice),
        then_total: amount(line.lineTotalMinor),
        now_total: planned && amount(planned.lineTotalMinor),
        successor: line.offers.find(({ take }) => take === 'successor')?.sku ?? null,
        equivalent: line.offers.find(({ take }) => take === 'equivalent')?.sku ?? null,
        available_on: planned?.availableOn ?? null,
        choice: line.choice?.take ?? null,
        offers: line.offers.map(offerBody),
      };
    }),
  };
}
