import { marketOf } from '#app/domain/checkout/markets.ts';
import { formatDay } from '#app/domain/i18n/format-date.ts';
import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import { type Locale, locales } from '#app/domain/i18n/locales.ts';
import { compare, subtract, toExact, zero } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { type ReturnReason, nextReturnStatus, returnable } from '#app/domain/orders/returns.ts';
import { translator } from '#app/messages/translate.server.ts';
import { linesToReturn } from '#app/use-cases/orders/lines-to-return.server.ts';
import type { DbOrTx } from '#db/client.server.ts';
import type { Order } from '#db/queries/orders.server.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';

/** What of an order may come back until when, what was announced, and what became of it; in the language of the page. */
export async function returnView(db: DbOrTx, order: Order, p: { locale: Locale; at: Date }) {
  const [rules, { lines, returns }] = await Promise.all([readShopRules(db), linesToReturn(db, order)]);
  const { formats } = locales[p.locale];
  const { timeZone } = marketOf(rules.markets, order.market);
  const t = translator(p.locale, 'orders');
  const lastDay = (endsAt: Date | null) => (endsAt ? formatDay(new Date(endsAt.getTime() - 1), formats, timeZone) : '');
  const titleOf = (number: number) => lines.find(({ line }) => line === number)?.row.title ?? '';
  return {
    lines: returnable(lines, p.at).map(({ line, row, left, endsAt }) => ({
      line,
      title: row.title,
      sku: row.sku,
      most: toDecimalString(left, 6),
      hint: t('returnUntil', { most: formatQuantity(left, formats), day: lastDay(endsAt) }),
    })),
    /** Something was delivered, and the time for all of it is over. */
    isOver: lines.some(
      ({ fulfilled, returned, endsAt }) =>
        compare(subtract(fulfilled, returned), zero) > 0 && endsAt !== null && p.at >= endsAt,
    ),
    returns: returns.map(({ id, status, lines: units, reason, note, answer, createdAt, restocked }) => ({
      id,
      status,
      stateText: t(`returnState_${status}`),
      dayText: formatDay(createdAt, formats, timeZone),
      reasonText: t(`returnReason_${reason as ReturnReason}`),
      note,
      answer,
      units: units.map(({ line, quantity }) => ({
        line,
        text: `${formatQuantity(toExact(quantity), formats)} × ${titleOf(line)}`,
        isRestocked: restocked?.includes(line) ?? null,
      })),
      mayWithdraw: nextReturnStatus(status, 'withdraw') !== null,
      mayApprove: nextReturnStatus(status, 'approve') !== null,
      mayDecline: nextReturnStatus(status, 'decline') !== null,
      mayReceive: nextReturnStatus(status, 'receive') !== null,
    })),
  };
}
