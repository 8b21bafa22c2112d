import { countryName } from '#app/domain/i18n/names.ts';
import { addressLines } from '#app/domain/checkout/address-lines.ts';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { formatDay } from '#app/domain/i18n/format-date.ts';
import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import { type Locale, locales } from '#app/domain/i18n/locales.ts';
import { type Exact, add, compare, subtract, toExact, zero } from '#app/domain/money/exact.ts';
import { translator } from '#app/messages/translate.server.ts';
import type { Order, OrderLine } from '#db/queries/orders.server.ts';
import type { Block, PrintedDocument } from './document';

export type OrderToPack = { readonly order: Order; readonly lines: readonly OrderLine[] };
type Packing = {
  readonly orders: readonly OrderToPack[];
  readonly locale: Locale;
  readonly seller: readonly string[];
  readonly at: Date;
};

const leftOf = (line: OrderLine): Exact => subtract(toExact(line.quantity), toExact(line.fulfilledQuantity));

/** What goes into the parcel, one order after another, each on pages of its own. Without prices: it may be a present. */
export function packingSlips({ orders, locale, seller, at }: Packing): PrintedDocument {
  const t = translator(locale, 'documents');
  const { formats } = locales[locale];
  const day = (instant: Date) => formatDay(instant, formats, storeTimeZone);
  const title = t('packingSlipTitle', { number: orders.map(({ order }) => order.number).join(', ') });
  const slip = ({ order, lines }: OrderToPack): Block[] => [
    { kind: 'title', text: t('packingSlipTitle', { number: order.number }) },
    {
      kind: 'columns',
      columns: [
        { title: t('seller'), lines: (seller[0] ?? '').split(', ') },
        { title: t('deliveredTo'), lines: addressLines(order.shipTo, countryName(order.shipTo.country, formats)) },
      ],
    },
    {
      kind: 'facts',
      facts: [
        { label: t('orderedOn'), value: day(order.placedAt ?? order.createdAt) },
        { label: t('shippedBy'), value: order.shippingMethod },
        ...(order.notes ? [{ label: t('notes'), value: order.notes }] : []),
      ],
    },
    {
      kind: 'table',
      columns: [
        { title: t('line'), share: 0.6 },
        { title: t('sku'), share: 2 },
        { title: t('product'), share: 4 },
        { title: t('ordered'), share: 1.2, align: 'end' },
        { title: t('inParcel'), share: 1.2, align: 'end' },
      ],
      rows: lines.map((line) => [
        String(line.line),
        line.sku,
        line.title,
        formatQuantity(toExact(line.quantity), formats),
        formatQuantity(leftOf(line), formats),
      ]),
    },
  ];
  return {
    locale,
    title,
    author: (seller[0] ?? '').split(',')[0] ?? '',
    at,
    runningTitle: orders.length === 1 ? title : '',
    footer: seller.slice(0, 1),
    blocks: orders.flatMap((one, index) => (index === 0 ? slip(one) : [{ kind: 'page' as const }, ...slip(one)])),
  };
}

/** What to fetch from the shelves for all of these orders together: each SKU once, in the order of the shelves' labels. */
export function pickList({ orders, locale, seller, at }: Packing): PrintedDocument {
  const t = translator(locale, 'documents');
  const { formats } = locales[locale];
  const wanted = new Map<string, { title: string; quantity: Exact; orders: string[] }>();
  for (const { order, lines } of orders) {
    for (const line of lines) {
      const left = leftOf(line);
      if (compare(left, zero) <= 0) continue;
      const before = wanted.get(line.sku);
      const others = (before?.orders ?? []).filter((number) => number !== order.number);
      wanted.set(line.sku, {
        title: before?.title ?? line.title,
        quantity: add(before?.quantity ?? zero, left),
        orders: [...others, order.number],
      });
    }
  }
  const rows = [...wanted].sort(([a], [b]) => (a < b ? -1 : 1));
  const title = t('pickListTitle');
  return {
    locale,
    title,
    author: (seller[0] ?? '').split(',')[0] ?? '',
    at,
    runningTitle: title,
    footer: [],
    blocks: [
      { kind: 'title', text: title },
      { kind: 'text', text: t('pickListOf', { orders: orders.length, day: formatDay(at, formats, storeTimeZone) }) },
      {
        kind: 'table',
        columns: [
          { title: t('sku'), share: 2 },
          { title: t('product'), share: 4 },
          { title: t('toPick'), share: 1.2, align: 'end' },
          { title: t('forOrders'), share: 3 },
        ],
        rows: rows.map(([sku, line]) => [
          sku,
          line.title,
          formatQuantity(line.quantity, formats),
          line.orders.join(', '),
        ]),
      },
    ],
  };
}
