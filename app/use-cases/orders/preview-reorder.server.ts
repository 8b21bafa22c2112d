import type { Deps } from '#app/deps.server.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { isOrdered } from '#app/domain/orders/lifecycle.ts';
import type { Choices } from '#app/domain/orders/reorder-commit.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { type OrderingCompany, findOrderingCompany } from '#db/queries/ordering-companies.server.ts';
import { type Order, type OrderLine, type OrderScope, findOrder, readOrderLines } from '#db/queries/orders.server.ts';
import { type Reorder, addReorder } from '#db/queries/reorders.server.ts';
import { mayOrderFor } from '../purchase-orders/create-purchase-order.server';
import { type ResolvedReorder, asCharged, resolveReorder, storedLines } from './resolve-reorder.server';

export type PreviewReorder = { orderId: string; scope: OrderScope; actor: Actor; via: string };
export type ReorderRefusal = 'not_found' | 'forbidden';

export type PastOrder = { order: Order; lines: OrderLine[]; company: OrderingCompany | null };

/** The past order, for someone who may order it again: its consumer, a buyer of its unit, or our own people for them. */
export async function readPastOrder(
  db: DbOrTx,
  p: Omit<PreviewReorder, 'via'>,
): Promise<Outcome<PastOrder, ReorderRefusal>> {
  const order = await findOrder(db, { scope: p.scope, id: p.orderId });
  if (!order || !isOrdered(order.status)) return refused('not_found');
  const lines = await readOrderLines(db, { orderId: order.id });
  if (!order.companyId)
    return order.personId === p.actor.person ? ok({ order, lines, company: null }) : refused('forbidden');
  const company = await findOrderingCompany(db, {
    id: order.companyId,
    ...(order.unitId ? { unitId: order.unitId } : { unitSlug: null }),
  });
  if (!company) return refused('not_found');
  return mayOrderFor(p.actor, company) ? ok({ order, lines, company }) : refused('forbidden');
}

/** What became of every line of a past order, with what ordering it now would cost; kept as it was shown. */
export async function previewReorder(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  p: PreviewReorder,
): Promise<Outcome<{ preview: Reorder }, ReorderRefusal>> {
  const past = await readPastOrder(db, p);
  if (!past.ok) return past;
  const at = now();
  const resolved = await resolveReorder(db, { ...past.value, choices: new Map(), at });
  return ok({ preview: await keepPreview(db, { ...p, past: past.value, resolved, at }) });
}

/** Writes a preview down under choices made so far, and answers it. */
export async function keepPreview(
  db: DbOrTx,
  p: { past: PastOrder; resolved: ResolvedReorder; actor: Actor; via: string; at: Date; choices?: Choices },
): Promise<Reorder> {
  const { order, company, lines } = p.past;
  const { totals } = p.resolved.planned;
  const preview: Reorder = {
    id: newId(p.at.getTime()),
    orderId: order.id,
    personId: p.actor.person,
    companyId: order.companyId,
    unitId: company?.unitId ?? null,
    status: 'previewed',
    via: p.via,
    lines: storedLines(p.resolved, asCharged(lines)),
    currency: order.currency,
    totalMinor: totals.total.minor,
    freightMinor: totals.freight.minor,
    taxMinor: totals.tax.minor,
    payableMinor: totals.payable.minor,
    newOrderId: null,
    newPurchaseOrderId: null,
    undoUntil: null,
    createdAt: p.at,
    committedAt: null,
  };
  await addReorder(db, preview);
  return preview;
}
