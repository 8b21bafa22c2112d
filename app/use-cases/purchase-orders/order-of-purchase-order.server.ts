import { randomBytes } from 'node:crypto';
import { marketOfCountry } from '#app/domain/checkout/markets.ts';
import { type Exact, add, compare, toExact } from '#app/domain/money/exact.ts';
import { roundingMode, toDecimalString } from '#app/domain/money/rounding.ts';
import { orderNumber } from '#app/domain/orders/order-number.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import { lockStock } from '#db/locks.server.ts';
import { namePersons } from '#db/queries/directory.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import type { OrderingCompany } from '#db/queries/ordering-companies.server.ts';
import { addHistory, addOrder, addOrderLines } from '#db/queries/orders.server.ts';
import type { PurchaseOrder, PurchaseOrderLine } from '#db/queries/purchase-orders.server.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';
import { type VariantQuantity, ensureStockRows } from '#db/queries/stock.server.ts';
import { shopCountry } from './price-lines.server';

const via = 'placement';

export type OrderToWrite = {
  order: PurchaseOrder;
  company: OrderingCompany;
  lines: readonly PurchaseOrderLine[];
  /** Owed on terms it is placed at once; by card it awaits its payment. */
  as: 'placed' | 'awaiting_payment';
  at: Date;
};

/** The order a purchase order becomes: its newest revision, line for line. */
export async function writeOrder(tx: Tx, p: OrderToWrite): Promise<{ id: string; number: string }> {
  const { order, company, lines, at } = p;
  const id = newId(at.getTime());
  const number = orderNumber(randomBytes(24));
  const buyer = (await namePersons(tx, { ids: [order.createdBy] })).get(order.createdBy);
  const shipTo = order.shipTo ?? {
    name: company.name,
    company: company.name,
    address: '',
    city: '',
    postalCode: '',
    country: shopCountry,
  };
  await addOrder(tx, {
    order: {
      id,
      number,
      status: p.as,
      channel: order.quoteId ? 'quote' : 'purchase_order',
      personId: order.createdBy,
      companyId: order.companyId,
      unitId: order.unitId,
      purchaseOrderId: order.id,
      quoteId: order.quoteId,
      email: buyer?.email ?? '',
      locale: buyer?.locale ?? company.locale,
      market: marketOfCountry((await readShopRules(tx)).markets, shipTo.country).code,
      currency: order.currency,
      roundingMode,
      showsTaxIncluded: false,
      totalMinor: order.totalMinor,
      freightMinor: order.freightMinor,
      freightTaxMinor: order.freightTaxMinor,
      taxMinor: order.taxMinor,
      payableMinor: order.payableMinor,
      terms: order.terms,
      shipTo,
      shippingMethod: order.shippingMethod,
      notes: order.notes,
      placedAt: p.as === 'placed' ? at : null,
      createdAt: at,
    },
  });
  await addOrderLines(tx, {
    lines: lines.map(
      ({ purchaseOrderId: _order, revision: _revision, category: _category, priceStep: _step, ...line }) => ({
        ...line,
        id: newId(at.getTime()),
        orderId: id,
        reasons: line.reasons,
      }),
    ),
  });
  const type = p.as === 'placed' ? 'placed' : 'payment_started';
  await addHistory(tx, { id: newId(), orderId: id, type, at, personId: order.createdBy, via });
  if (p.as === 'placed') await recordPlaced(tx, { order, placed: { id, number }, at });
  return { id, number };
}

const recordPlaced = (tx: Tx, p: { order: PurchaseOrder; placed: { id: string; number: string }; at: Date }) => {
  const { order, placed, at } = p;
  return recordEvent(tx, {
    type: 'order.placed',
    subjectId: placed.id,
    companyId: order.companyId,
    personId: order.createdBy,
    via,
    data: {
      number: placed.number,
      purchaseOrder: order.id,
      payable: order.payableMinor.toString(),
      currency: order.currency,
    },
    at,
  });
};

/** How much of each variant, all its lines together. */
export function quantitiesOf(lines: readonly PurchaseOrderLine[]): VariantQuantity[] {
  const sums = new Map<string, Exact>();
  for (const { variantId, quantity } of lines) {
    const before = sums.get(variantId);
    sums.set(variantId, before ? add(before, toExact(quantity)) : toExact(quantity));
  }
  return [...sums].map(([variantId, quantity]) => ({ variantId, quantity: toDecimalString(quantity, 6) }));
}

/** Under the locks of all of it, in id order. */
export async function isInStock(tx: Tx, wanted: readonly VariantQuantity[], at: Date): Promise<boolean> {
  const variantIds = wanted.map(({ variantId }) => variantId);
  await ensureStockRows(tx, { variantIds, at });
  const levels = new Map((await lockStock(tx, { variantIds })).map((level) => [level.variantId, level]));
  return wanted.every(({ variantId, quantity }) => {
    const level = levels.get(variantId);
    return level?.stockPolicy === 'backorder' || compare(toExact(quantity), toExact(level?.available ?? '0')) <= 0;
  });
}
