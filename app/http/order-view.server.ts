import type { TimelineEntry } from '#app/components/ui/timeline.tsx';
import type { Deps } from '#app/deps.server.ts';
import { addressLines } from '#app/domain/checkout/address-lines.ts';
import { countryName } from '#app/domain/i18n/names.ts';
import { marketOf, storeTimeZone } from '#app/domain/checkout/markets.ts';
import { shippingTitle } from '#app/domain/checkout/shipping-methods.ts';
import { formatDay, formatInstant } from '#app/domain/i18n/format-date.ts';
import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import { type Locale, locales } from '#app/domain/i18n/locales.ts';
import { unbroken } from '#app/domain/i18n/unbroken.ts';
import { wordsIn } from '#app/domain/i18n/words-in.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { formatMoney } from '#app/domain/money/format-money.ts';
import { money } from '#app/domain/money/money.ts';
import { areaWords } from '#app/messages/catalogue.server.ts';
import { translator } from '#app/messages/translate.server.ts';
import {
  type HistoryRow,
  type Order,
  type OrderLine,
  readFulfilments,
  readHistory,
  readOrderLines,
} from '#db/queries/orders.server.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';
import { picturesOfVariants } from './storefront/pictures.server';

/** An order as a buyer or the store's people read it, in the language of the page. */
export async function orderView(deps: Pick<Deps, 'db' | 'pictures'>, order: Order, locale: Locale) {
  const { db } = deps;
  const [rules, lines, fulfilments, history] = await Promise.all([
    readShopRules(db),
    readOrderLines(db, { orderId: order.id }),
    readFulfilments(db, { orderId: order.id }),
    readHistory(db, { orderId: order.id }),
  ]);
  const { formats } = locales[locale];
  const picture = await picturesOfVariants(
    deps,
    lines.map(({ variantId }) => variantId),
    locale,
  );
  const { timeZone } = marketOf(rules.markets, order.market);
  const t = translator(locale, 'orders');
  return {
    number: order.number,
    status: order.status,
    placedText: order.placedAt ? t('placedOn', { day: formatDay(order.placedAt, formats, timeZone) }) : '',
    stateText: t(`state_${order.status}`),
    email: order.email,
    isGuest: order.personId === null,
    lines: lines.map((line) => ({ ...lineView(order, line, formats), picture: picture(line.variantId) })),
    sums: {
      goods: amountOf(order, goodsMinor(order, lines)),
      discount: order.discountCode
        ? { code: order.discountCode, amount: amountOf(order, order.discountShownMinor) }
        : null,
      shipping: amountOf(order, order.freightMinor + (order.showsTaxIncluded ? order.freightTaxMinor : 0n)),
      tax: amountOf(order, order.taxMinor),
      isTaxIncluded: order.showsTaxIncluded,
      payable: amountOf(order, order.payableMinor),
    },
    shippingMethod: wordsIn(
      shippingTitle(rules.shipping, { code: order.shippingMethod, country: order.shipTo.country }),
      locale,
    ),
    refunded: order.refundedMinor > 0n ? amountOf(order, order.refundedMinor) : null,
    address: addressLines(order.shipTo, countryName(order.shipTo.country, formats)),
    parcels: fulfilments.map(({ id, carrier, trackingNumber, trackingUrl }) => ({
      id,
      carrier,
      trackingNumber,
      trackingUrl,
    })),
    trail: history.map((row) => trailEntry(row, order, locale)),
  };
}

const amountOf = (order: Order, minor: bigint) => money(minor, order.currency);

const shownMinor = (order: Order, line: OrderLine): bigint =>
  line.lineTotalMinor - line.discountMinor + (order.showsTaxIncluded ? line.taxMinor : 0n);

const goodsMinor = (order: Order, lines: readonly OrderLine[]): bigint =>
  lines.reduce((sum, line) => sum + shownMinor(order, line), 0n);

const lineView = (order: Order, line: OrderLine, formats: string) => ({
  line: line.line,
  title: unbroken(line.title),
  choice: line.sku,
  quantityText: `${formatQuantity(toExact(line.quantity), formats)} ×`,
  lineTotal: amountOf(order, shownMinor(order, line)),
});

function trailEntry(row: HistoryRow, order: Order, locale: Locale): TimelineEntry & { title: string } {
  const t = translator(locale, 'orders');
  const { formats } = locales[locale];
  const key = `history_${row.type}`;
  const isKnown = Object.hasOwn(areaWords('en', 'orders'), key);
  const amount = typeof row.data.amount === 'string' ? amountOf(order, BigInt(row.data.amount)) : null;
  const isByBuyer = row.personId !== null && row.personId === order.personId;
  return {
    id: row.id,
    title: t(isKnown ? (key as 'history_paid') : 'history_other'),
    by: isByBuyer ? t('byCustomer') : t('byShop'),
    at: { iso: row.at.toISOString(), text: formatInstant(row.at, formats, storeTimeZone) },
    ...(amount && { note: formatMoney(amount, formats) }),
    tone: tones[row.type] ?? 'plain',
  };
}

const tones: Readonly<Record<string, TimelineEntry['tone']>> = {
  paid: 'good',
  placed: 'good',
  fulfilled: 'good',
  partly_fulfilled: 'info',
  refunded: 'info',
  payment_failed: 'bad',
  payment_expired: 'bad',
  payment_given_back: 'bad',
  refund_failed: 'bad',
  cancelled: 'bad',
};
