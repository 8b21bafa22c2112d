import type { Deps } from '#app/deps.server.ts';
import { addressLines } from '#app/domain/checkout/address-lines.ts';
import { deliveryPromise } from '#app/domain/checkout/delivery-promise.ts';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import type { ShippingMethod } from '#app/domain/checkout/shipping-methods.ts';
import { formatNearDay } from '#app/domain/i18n/format-date.ts';
import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import { isLocale, locales } from '#app/domain/i18n/locales.ts';
import { countryName } from '#app/domain/i18n/names.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { formatMoney } from '#app/domain/money/format-money.ts';
import { type Money, money } from '#app/domain/money/money.ts';
import { orderUrl, reorderUrl } from '#app/integrations/order-link.server.ts';
import { translator } from '#app/messages/translate.server.ts';
import type { Tx } from '#db/client.server.ts';
import { type Order, type OrderLine, readOrderLines } from '#db/queries/orders.server.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';
import { queueEmail } from '../mail/queue-email.server';

/** "Your order is placed": once per order, whoever notices first. */
export async function queueConfirmation(deps: Deps, tx: Tx, { order }: { order: Order }): Promise<void> {
  const lines = await readOrderLines(tx, { orderId: order.id });
  const { shipping } = await readShopRules(tx);
  const say = speakerOf(order);
  const { amount } = say;
  const isInclusive = order.showsTaxIncluded;
  await queueEmail(tx, {
    key: `order:${order.id}:confirmed`,
    template: 'order-confirmed',
    to: order.email,
    locale: order.locale,
    at: deps.now(),
    props: {
      ...headOf(deps, order),
      lines: lines.map((line) => ({
        label: labelOf(line, say.formats),
        amount: amount(line.lineTotalMinor - line.discountMinor + (isInclusive ? line.taxMinor : 0n)),
      })),
      sums: [
        ...(order.discountCode
          ? [
              {
                label: say.t('discount', { code: order.discountCode }),
                amount: amount(-order.discountShownMinor),
              },
            ]
          : []),
        {
          label: say.t('shipping'),
          amount: amount(order.freightMinor + (isInclusive ? order.freightTaxMinor : 0n)),
        },
        { label: say.t(isInclusive ? 'includedTax' : 'tax'), amount: amount(order.taxMinor) },
        { label: say.t('paid'), amount: amount(order.payableMinor) },
      ],
      address: addressLines(order.shipTo, countryName(order.shipTo.country, say.formats)),
      delivery: deliveryOf(shipping, order, deps.now(), say.formats),
      reorderUrl: order.personId ? reorderUrl(deps.settings, order) : '',
    },
  });
}

export async function queueShipped(
  deps: Deps,
  tx: Tx,
  p: {
    order: Order;
    fulfilmentId: string;
    lines: readonly { line: OrderLine; quantity: string }[];
    parcel: { carrier: string; trackingNumber: string; trackingUrl: string };
    isPartial: boolean;
  },
): Promise<void> {
  const { formats } = speakerOf(p.order);
  await queueEmail(tx, {
    key: `fulfilment:${p.fulfilmentId}:shipped`,
    template: 'order-shipped',
    to: p.order.email,
    locale: p.order.locale,
    at: deps.now(),
    props: {
      ...headOf(deps, p.order),
      ...p.parcel,
      isPartial: p.isPartial,
      lines: p.lines.map(({ line, quantity }) => ({
        label: line.title,
        amount: formatQuantity(toExact(quantity), formats),
      })),
    },
  });
}

export async function queueRefunded(
  deps: Deps,
  tx: Tx,
  p: { order: Order; refundId: string; amount: Money; isWhole: boolean; cause: string },
): Promise<void> {
  await queueEmail(tx, {
    key: `refund:${p.refundId}:made`,
    template: 'order-refunded',
    to: p.order.email,
    locale: p.order.locale,
    at: deps.now(),
    props: {
      ...headOf(deps, p.order),
      amount: formatMoney(p.amount, speakerOf(p.order).formats),
      isWhole: p.isWhole,
      cause: p.cause,
    },
  });
}

export async function queueCancelled(deps: Deps, tx: Tx, { order }: { order: Order }): Promise<void> {
  await queueEmail(tx, {
    key: `order:${order.id}:cancelled`,
    template: 'order-cancelled',
    to: order.email,
    locale: order.locale,
    at: deps.now(),
    props: { ...headOf(deps, order), amount: speakerOf(order).amount(order.paidMinor - order.refundedMinor) },
  });
}

/** The way back to the order, sent again when asked: at most once a minute is kept. */
export async function queueOrderLink(deps: Deps, tx: Tx, { order }: { order: Order }): Promise<void> {
  const minute = Math.floor(deps.now().getTime() / 60_000);
  await queueEmail(tx, {
    key: `order:${order.id}:link:${minute}`,
    template: 'order-link',
    to: order.email,
    locale: order.locale,
    at: deps.now(),
    props: headOf(deps, order),
  });
}

const headOf = ({ settings }: Deps, order: Order) => ({
  name: order.shipTo.name,
  number: order.number,
  orderUrl: orderUrl(settings, order),
});

function speakerOf(order: Order) {
  const locale = isLocale(order.locale) ? order.locale : 'en';
  const { formats } = locales[locale];
  return {
    formats,
    t: translator(locale, 'checkout'),
    amount: (minor: bigint) => formatMoney(money(minor, order.currency), formats),
  };
}

const labelOf = (line: OrderLine, formats: string): string =>
  `${formatQuantity(toExact(line.quantity), formats)} × ${line.title}`;

/** "Tue 24 Nov – Thu 26 Nov" as promised when it was ordered, lead times left aside: those are on the order's page. */
function deliveryOf(methods: readonly ShippingMethod[], order: Order, at: Date, formats: string): string {
  const method = methods.find(
    ({ code, countries }) => code === order.shippingMethod && countries.includes(order.shipTo.country),
  );
  if (!method) return '';
  const promise = deliveryPromise({
    now: at,
    timeZone: storeTimeZone,
    leadTimeDays: 0,
    workingDays: method.workingDays,
  });
  const day = (name: string) => formatNearDay(new Date(`${name}T12:00:00Z`), formats, 'UTC');
  return promise.from === promise.until ? day(promise.from) : `${day(promise.from)} – ${day(promise.until)}`;
}
