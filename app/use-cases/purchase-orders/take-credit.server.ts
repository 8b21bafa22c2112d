import { type Money, money, noMoney } from '#app/domain/money/money.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { type CreditRefusal, creditVerdict } from '#app/domain/purchase-orders/credit.ts';
import { parseTerms } from '#app/domain/purchase-orders/terms.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import { addCreditEntry, creditHeldBy, readCredit, reserveCredit } from '#db/queries/credit.server.ts';
import { settleBudget } from '#db/queries/budgets.server.ts';
import type { PurchaseOrder } from '#db/queries/purchase-orders.server.ts';
import type { Doer } from './purchase-order-trail.server';

/** Holds back what the order will owe, in the company's currency: nothing when it is paid now. Checked by the rules for
 *  the reason, then checked and taken in one statement, so that two orders never take the same credit. */
export async function takeCredit(
  tx: Tx,
  p: { order: Pick<PurchaseOrder, 'id' | 'companyId' | 'revision' | 'terms'>; payable: Money; by: Doer; at: Date },
): Promise<Outcome<Money, CreditRefusal>> {
  const { order, payable } = p;
  const terms = parseTerms(order.terms);
  if (!terms) throw new Error(`purchase order ${order.id} has terms nobody knows: ${order.terms}`);
  const { currency } = payable;
  const standing = await readCredit(tx, { companyId: order.companyId });
  if (!standing) throw new Error(`company ${order.companyId} is gone`);
  const verdict = creditVerdict(
    {
      limit: standing.limitMinor === null ? null : money(standing.limitMinor, currency),
      open: money(standing.openMinor, currency),
      reserved: money(standing.reservedMinor, currency),
      isOnHold: standing.holdReason !== null,
    },
    terms,
    payable,
  );
  if (!verdict.ok) return verdict;
  if (verdict.value.minor === 0n) return ok(noMoney(currency));
  const isTaken = await reserveCredit(tx, {
    id: newId(p.at.getTime()),
    companyId: order.companyId,
    amountMinor: verdict.value.minor,
    key: `purchase_order:${order.id}:${order.revision}:reserved`,
    purchaseOrderId: order.id,
    personId: p.by.person,
    via: p.by.via,
    at: p.at,
  });
  return isTaken ? ok(verdict.value) : refused('over_credit');
}

/** Every end but placement gives back what was held, of budget and of credit. Does nothing twice. */
export async function releaseReservations(
  tx: Tx,
  p: { order: Pick<PurchaseOrder, 'id' | 'companyId' | 'revision'>; by: Doer; reason: string; at: Date },
): Promise<void> {
  const { order, at } = p;
  await settleBudget(tx, { purchaseOrderId: order.id, as: 'released', at });
  const held = await creditHeldBy(tx, { purchaseOrderId: order.id });
  if (held <= 0n) return;
  await addCreditEntry(tx, {
    id: newId(at.getTime()),
    companyId: order.companyId,
    kind: 'released',
    amountMinor: held,
    key: `purchase_order:${order.id}:${order.revision}:released`,
    purchaseOrderId: order.id,
    personId: p.by.person,
    via: p.by.via,
    reason: p.reason,
    at,
  });
}
