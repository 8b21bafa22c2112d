import type { Deps } from '#app/deps.server.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { nextStatus } from '#app/domain/purchase-orders/lifecycle.ts';
import { needsCredit, parseTerms } from '#app/domain/purchase-orders/terms.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import { addCreditEntry, creditHeldBy } from '#db/queries/credit.server.ts';
import { findOrderingCompany } from '#db/queries/ordering-companies.server.ts';
import { type PurchaseOrder, listLines, movePurchaseOrder } from '#db/queries/purchase-orders.server.ts';
import { commitStock, reserveStock } from '#db/queries/stock.server.ts';
import { openPayment } from '../checkout/open-payment.server';
import { type PayWith, beginPayment } from './begin-payment.server';
import { issueInvoice } from '../invoices/issue-invoice.server';
import { isInStock, quantitiesOf, writeOrder } from './order-of-purchase-order.server';
import { tellRequesters } from './purchase-order-mails.server';
import { completePlacing, failPlacing, lockedOrder, placing } from './settle-placing.server';

/** After this long a placement that was begun is taken to have died, and somebody else goes on. */
const unfinishedAfterMilliseconds = 60_000;

export type PlacingDeps = Pick<Deps, 'db' | 'now' | 'settings'>;
export type PlaceOutcome = Outcome<
  {
    orderId: string | null;
    status: 'placed' | 'failed' | 'approved' | 'placing';
    /** Where somebody has to go to pay, or to be seen by the bank. */
    url?: string | null;
  },
  'not_found' | 'wrong_state' | 'no_saved_card'
>;

/** An approved purchase order becomes an order, once, whoever tries and however often. First it is marked as `placing`;
 *  then order, stock, invoice, credit and budget change in one transaction: at once where it is owed on terms, with its
 *  payment where it is paid now. Whatever dies between the two is taken up by the sweeps, and what they find is the same
 *  question again. */
export async function placePurchaseOrder(deps: Deps, p: { id: string; pay?: PayWith }): Promise<PlaceOutcome> {
  const begun = await begin(deps, p);
  if (!begun.ok) return begun;
  switch (begun.value.kind) {
    case 'standing':
      return ok({ orderId: begun.value.orderId, status: begun.value.status });
    case 'failed':
      return ok({ orderId: null, status: 'failed' });
    case 'finish':
      return finish(deps, p);
    case 'pay':
      return payFor(deps, { ...p, paymentId: begun.value.paymentId });
  }
}

export async function begin(deps: PlacingDeps, p: { id: string; pay?: PayWith }) {
  const at = deps.now();
  return deps.db.transaction(async (tx) => {
    const order = await lockedOrder(tx, p.id);
    if (!order) return refused('not_found');
    if (order.status === 'placed') return ok({ kind: 'standing', orderId: order.orderId, status: 'placed' } as const);
    const isBegun = order.status === 'placing';
    if (!isBegun && !nextStatus(order.status, 'start_placing')) return refused('wrong_state');
    if (!isOnTerms(order) && order.payableMinor > 0n)
      return beginPayment(deps, tx, { order, pay: p.pay ?? { with: 'saved_card' }, at });
    if (isBegun) return ok({ kind: 'finish' } as const);
    const dueAt = new Date(at.getTime() + unfinishedAfterMilliseconds);
    await movePurchaseOrder(tx, {
      id: order.id,
      from: [order.status],
      to: 'placing',
      at,
      set: { dueAt, failureCode: null },
    });
    return ok({ kind: 'finish' } as const);
  });
}

/** Charges the card, or opens the page. Whoever settles the payment places the order or fails it, in one transaction. */
async function payFor(deps: Deps, p: { id: string; paymentId: string }): Promise<PlaceOutcome> {
  const opened = await openPayment(deps, { paymentId: p.paymentId, via: placing.via });
  return deps.db.transaction(async (tx): Promise<PlaceOutcome> => {
    const order = await lockedOrder(tx, p.id);
    if (!order) return refused('not_found');
    const { status, orderId } = order;
    if (status === 'placed' || status === 'failed' || status === 'approved') return ok({ orderId, status });
    if (status !== 'placing') return refused('wrong_state');
    const url = opened.kind === 'redirect' ? opened.url : null;
    // From here on its payment is asked about, not the purchase order.
    const at = deps.now();
    await movePurchaseOrder(tx, { id: order.id, from: ['placing'], to: 'placing', at, set: { dueAt: null } });
    if (url) await tellRequesters(deps, tx, { order, news: 'to_confirm', at });
    return ok({ orderId: null, status, url });
  });
}

/** Everything a placement on terms changes, at once or not at all. */
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
    if (!(await isInStock(tx, wanted, at))) {
      await failPlacing(deps, tx, { order, code: 'out_of_stock', at });
      return ok({ orderId: null, status: 'failed' });
    }
    const placed = await writeOrder(tx, { order, company, lines, as: 'placed', at });
    await reserveStock(tx, { orderId: placed.id, quantities: wanted, at });
    await commitStock(tx, { orderId: placed.id, at });
    const invoice = await owe(tx, { order, placed, at });
    await completePlacing(deps, tx, { order, placed, invoiceNumber: invoice?.number ?? null, at });
    return ok({ orderId: placed.id, status: 'placed' });
  });
}

export function isOnTerms(order: Pick<PurchaseOrder, 'terms'>): boolean {
  const terms = parseTerms(order.terms);
  return terms !== null && needsCredit(terms);
}

/** The invoice, and the credit that was promised for it as a debt. Nothing for what is paid already, or costs nothing. */
async function owe(
  tx: Tx,
  p: {
    order: PurchaseOrder;
    placed: { id: string; number: string };
    at: Date;
  },
): Promise<{ id: string; number: string } | null> {
  const { order, at } = p;
  if (!isOnTerms(order)) return null;
  const held = await creditHeldBy(tx, { purchaseOrderId: order.id });
  const invoice = await issueInvoice(tx, { orderId: p.placed.id, creditMinor: held, at });
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
