import { randomBytes } from 'node:crypto';
import type { Deps } from '#app/deps.server.ts';
import { storeScope } from '#app/domain/access/company-scope.ts';
import { marketOfCountry } from '#app/domain/checkout/markets.ts';
import { type Exact, add, compare, toExact } from '#app/domain/money/exact.ts';
import { roundingMode, toDecimalString } from '#app/domain/money/rounding.ts';
import { orderNumber } from '#app/domain/orders/order-number.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { nextStatus } from '#app/domain/purchase-orders/lifecycle.ts';
import { needsCredit, parseTerms } from '#app/domain/purchase-orders/terms.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import { lockPurchaseOrder, lockStock } from '#db/locks.server.ts';
import { settleBudget } from '#db/queries/budgets.server.ts';
import { addCreditEntry, creditHeldBy } from '#db/queries/credit.server.ts';
import { namePersons } from '#db/queries/directory.server.ts';
import { type OrderingCompany, findOrderingCompany } from '#db/queries/ordering-companies.server.ts';
import { addHistory, addOrder, addOrderLines } from '#db/queries/orders.server.ts';
import {
  type PurchaseOrder,
  type PurchaseOrderLine,
  findPurchaseOrder,
  listLines,
  movePurchaseOrder,
} from '#db/queries/purchase-orders.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { type VariantQuantity, commitStock, ensureStockRows, reserveStock } from '#db/queries/stock.server.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';
import { issueInvoice } from './issue-invoice.server';
import { recordPurchaseOrder } from './purchase-order-trail.server';
import { tellRequesters } from './purchase-order-mails.server';
import { shopCountry } from './price-lines.server';

const placing = { person: null, via: 'placement' };
/** After this long a placement that was begun is taken to have died, and somebody else goes on. */
const unfinishedAfterMilliseconds = 60_000;

export type PlacingDeps = Pick<Deps, 'db' | 'now' | 'settings'>;
export type PlaceOutcome = Outcome<
  { orderId: string | null; status: 'placed' | 'failed' | 'approved' },
  'not_found' | 'wrong_state'
>;

/** An approved purchase order becomes an order, once, whoever tries and however often. First it is marked as `placing`;
 *  then order, stock, invoice, credit and budget change in one transaction. Whatever dies between the two is taken up by
 *  the sweep, and what it finds is the same question again. */
export async function placePurchaseOrder(deps: PlacingDeps, p: { id: string }): Promise<PlaceOutcome> {
  const begun = await begin(deps, p);
  if (!begun.ok || begun.value !== 'placing') return begun.ok ? standing(begun.value) : begun;
  return finish(deps, p);
}

const standing = (found: { orderId: string | null; status: 'placed' | 'approved' } | 'placing'): PlaceOutcome =>
  found === 'placing' ? refused('wrong_state') : ok(found);

export async function begin({ db, now }: PlacingDeps, p: { id: string }) {
  const at = now();
  return db.transaction(async (tx) => {
    const order = await lockedOrder(tx, p.id);
    if (!order) return refused('not_found');
    if (order.status === 'placed') return ok({ orderId: order.orderId, status: 'placed' as const });
    if (order.status === 'placing') return ok('placing' as const);
    if (!nextStatus(order.status, 'start_placing')) return refused('wrong_state');
    if (!isOnTerms(order) && order.payableMinor > 0n) {
      // It waits for its payment, not for us.
      await movePurchaseOrder(tx, { id: order.id, from: ['approved'], to: 'approved', at, set: { dueAt: null } });
      return ok({ orderId: null, status: 'approved' as const });
    }
    const dueAt = new Date(at.getTime() + unfinishedAfterMilliseconds);
    await movePurchaseOrder(tx, {
      id: order.id,
      from: [order.status],
      to: 'placing',
      at,
      set: { dueAt, failureCode: null },
    });
    return ok('placing' as const);
  });
}

/** Everything a placement changes, at once or not at all. */
export async function finish(deps: PlacingDeps, p: { id: string }): Promise<PlaceOutcome> {
  const at = deps.now();
  return deps.db.transaction(async (tx): Promise<PlaceOutcome> => {
    const order = await lockedOrder(tx, p.id);
    if (!order) return refused('not_found');
    if (order.status === 'placed') return ok({ orderId: order.orderId, status: 'placed' });
    if (order.status !== 'placing') return refused('wrong_state');
    const company = await findOrderingCompany(tx, { id: order.companyId, unitId: order.unitId });
    if (!company) throw new Error(`company ${order.companyId} is gone`);
    const lines = await listLines(tx, { purchaseOrderId: order.id, revision: order.revision });

    const wanted = quantitiesOf(lines);
    if (!(await isInStock(tx, wanted, at))) return fail(deps, tx, { order, code: 'out_of_stock', at });
    const placed = await writeOrder(tx, { order, company, lines, at });
    await reserveStock(tx, { orderId: placed.id, quantities: wanted, at });
    await commitStock(tx, { orderId: placed.id, at });
    await settleBudget(tx, { purchaseOrderId: order.id, as: 'spent', at });
    const invoice = await owe(tx, { order, company, lines, placed, at });
    await movePurchaseOrder(tx, {
      id: order.id,
      from: ['placing'],
      to: 'placed',
      at,
      set: { orderId: placed.id, dueAt: null },
    });
    await recordPurchaseOrder(tx, {
      order,
      event: 'placed',
      by: placing,
      at,
      more: { order: placed.id, number: placed.number, invoice: invoice?.number ?? null },
    });
    await tellRequesters(deps, tx, { order, news: 'placed', at });
    return ok({ orderId: placed.id, status: 'placed' });
  });
}

async function lockedOrder(tx: Tx, id: string): Promise<PurchaseOrder | null> {
  if (!(await lockPurchaseOrder(tx, { id }))) return null;
  return findPurchaseOrder(tx, { scope: storeScope(), id });
}

export function isOnTerms(order: Pick<PurchaseOrder, 'terms'>): boolean {
  const terms = parseTerms(order.terms);
  return terms !== null && needsCredit(terms);
}

async function fail(
  deps: PlacingDeps,
  tx: Tx,
  p: { order: PurchaseOrder; code: string; at: Date },
): Promise<PlaceOutcome> {
  const { order, code, at } = p;
  await movePurchaseOrder(tx, {
    id: order.id,
    from: ['placing'],
    to: 'failed',
    at,
    set: { failureCode: code, dueAt: null },
  });
  await recordPurchaseOrder(tx, { order, event: 'failed', by: placing, at, more: { reason: code } });
  await tellRequesters(deps, tx, { order, news: 'failed', reason: code, at });
  return ok({ orderId: null, status: 'failed' });
}

/** The invoice, and the credit that was promised for it as a debt. Nothing for what is paid already, or costs nothing. */
async function owe(
  tx: Tx,
  p: {
    order: PurchaseOrder;
    company: OrderingCompany;
    lines: readonly PurchaseOrderLine[];
    placed: { id: string; number: string };
    at: Date;
  },
): Promise<{ id: string; number: string } | null> {
  const { order, at } = p;
  if (!isOnTerms(order)) return null;
  const held = await creditHeldBy(tx, { purchaseOrderId: order.id });
  const invoice = await issueInvoice(tx, { ...p, creditMinor: held });
  if (held > 0n)
    await addCreditEntry(tx, {
      id: newId(at.getTime()),
      companyId: order.companyId,
      kind: 'invoiced',
      amountMinor: held,
      key: `invoice:${invoice.id}:invoiced`,
      purchaseOrderId: order.id,
      invoiceId: invoice.id,
      personId: null,
      via: placing.via,
      at,
    });
  return invoice;
}

async function writeOrder(
  tx: Tx,
  p: { order: PurchaseOrder; company: OrderingCompany; lines: readonly PurchaseOrderLine[]; at: Date },
): Promise<{ id: string; number: string }> {
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
      status: 'placed',
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
      placedAt: at,
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
  await addHistory(tx, { id: newId(), orderId: id, type: 'placed', at, personId: order.createdBy, via: placing.via });
  await recordEvent(tx, {
    type: 'order.placed',
    subjectId: id,
    companyId: order.companyId,
    personId: order.createdBy,
    via: placing.via,
    data: { number, purchaseOrder: order.id, payable: order.payableMinor.toString(), currency: order.currency },
    at,
  });
  return { id, number };
}

function quantitiesOf(lines: readonly PurchaseOrderLine[]): VariantQuantity[] {
  const sums = new Map<string, Exact>();
  for (const { variantId, quantity } of lines) {
    const before = sums.get(variantId);
    sums.set(variantId, before ? add(before, toExact(quantity)) : toExact(quantity));
  }
  return [...sums].map(([variantId, quantity]) => ({ variantId, quantity: toDecimalString(quantity, 6) }));
}

/** Under the locks of all of it, in id order. */
async function isInStock(tx: Tx, wanted: readonly VariantQuantity[], at: Date): Promise<boolean> {
  const variantIds = wanted.map(({ variantId }) => variantId);
  await ensureStockRows(tx, { variantIds, at });
  const levels = new Map((await lockStock(tx, { variantIds })).map((level) => [level.variantId, level]));
  return wanted.every(({ variantId, quantity }) => {
    const level = levels.get(variantId);
    return level?.stockPolicy === 'backorder' || compare(toExact(quantity), toExact(level?.available ?? '0')) <= 0;
  });
}
