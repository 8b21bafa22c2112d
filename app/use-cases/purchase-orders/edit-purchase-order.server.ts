import type { Deps } from '#app/deps.server.ts';
import { type Actor, makersOf } from '#app/domain/access/actor.ts';
import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import { unitId } from '#app/domain/access/ids.ts';
import { memberMay } from '#app/domain/access/permissions.ts';
import { configurationKey } from '#app/domain/cart/cart.ts';
import { equals, toExact } from '#app/domain/money/exact.ts';
import { money } from '#app/domain/money/money.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { type Outcome, type Refused, ok, refused } from '#app/domain/outcome.ts';
import { nextStatus } from '#app/domain/purchase-orders/lifecycle.ts';
import { bindingDecisions, makesNewRevision, mayChangeNotes } from '#app/domain/purchase-orders/revision.ts';
import type { Tx } from '#db/client.server.ts';
import { lockPurchaseOrder } from '#db/locks.server.ts';
import { findCase, listDecisions } from '#db/queries/approval-cases.server.ts';
import { type OrderingCompany, findCostCentre, findOrderingCompany } from '#db/queries/ordering-companies.server.ts';
import {
  type PurchaseOrder,
  type PurchaseOrderLine,
  findPurchaseOrder,
  isNumberTaken,
  listLines,
  movePurchaseOrder,
  saveRevision,
} from '#db/queries/purchase-orders.server.ts';
import type { PostalAddress } from '#db/schema/identity.ts';
import { closeCase } from '../approvals/judge-case.server';
import { mayOrderFor, revisionOf } from './create-purchase-order.server';
import { type LineRefusal, type LineWanted, priceLines } from './price-lines.server';
import { recordPurchaseOrder } from './purchase-order-trail.server';
import { releaseReservations } from './take-credit.server';

/** What is left out stays. */
export type PurchaseOrderChanges = {
  readonly lines?: readonly LineWanted[];
  readonly costCentre?: string | null;
  readonly shipTo?: PostalAddress | null;
  readonly number?: string;
  readonly notes?: string;
  readonly deliveryOn?: string | null;
};

export type EditRefusal =
  | LineRefusal
  | 'not_found'
  | 'forbidden'
  | 'wrong_state'
  | 'stale_revision'
  | 'decided_on'
  | 'number_taken'
  | 'unknown_cost_centre';
type Edited = Outcome<null, EditRefusal>;

/** Changes a purchase order that is not placed yet. Number, notes and day may change until the first decision. Anything
 *  a decision is bound to makes a new revision once it was submitted: nobody is asked any more, what was held is free,
 *  and it waits to be submitted again. */
export async function editPurchaseOrder(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  p: {
    actor: Actor;
    scope: CompanyScope;
    id: string;
    /** The revision that was on the page; left out, whichever is the newest. */
    revision?: number;
    changes: PurchaseOrderChanges;
  },
): Promise<Edited> {
  const at = now();
  return db
    .transaction(async (tx): Promise<Edited> => {
      if (!(await lockPurchaseOrder(tx, { id: p.id }))) return refused('not_found');
      const order = await findPurchaseOrder(tx, { scope: p.scope, id: p.id });
      const company = order && (await findOrderingCompany(tx, { id: order.companyId, unitId: order.unitId }));
      if (!order || !company) return refused('not_found');
      if (!mayEdit(p.actor, company)) return refused('forbidden');
      const to = nextStatus(order.status, 'edit');
      if (to === null) return refused('wrong_state');
      if (p.revision !== undefined && p.revision !== order.revision) return refused('stale_revision');

      const stored = await listLines(tx, { purchaseOrderId: order.id, revision: order.revision });
      const isNewRevision = changesWhatIsDecided(p.changes, order, company, stored);
      const noted = await changeNotes(tx, { ...p, order, isNewRevision, at });
      if (!noted.ok) return noted;
      if (!isNewRevision) return ok(null);
      const changed = await changeRevision(tx, { ...p, order: { ...order, ...noted.value }, company, stored, to, at });
      if (!changed.ok) throw new NotChanged(changed);
      return changed;
    })
    .catch((fault: unknown) => {
      if (fault instanceof NotChanged) return fault.refusal;
      throw fault;
    });
}

/** Undoes what the transaction did so far, and carries why. */
class NotChanged extends Error {
  constructor(readonly refusal: Refused<EditRefusal>) {
    super(refusal.code);
  }
}

/** Whether a decision could not stand after these changes. Saying again what is there changes nothing. */
function changesWhatIsDecided(
  changes: PurchaseOrderChanges,
  order: PurchaseOrder,
  company: OrderingCompany,
  stored: readonly PurchaseOrderLine[],
): boolean {
  const { lines, costCentre, shipTo } = changes;
  const payable = money(order.payableMinor, order.currency);
  const before = { shipTo: placeOf(order.shipTo), costCentre: order.costCentre, terms: order.terms, payable };
  return makesNewRevision(
    { ...before, lines: stored.map(lineAsText) },
    {
      ...before,
      lines: (lines ?? stored).map(lineAsText),
      shipTo: shipTo === undefined ? before.shipTo : placeOf(shipTo ?? company.unitAddress),
      costCentre: costCentre === undefined ? before.costCentre : costCentre,
    },
  );
}

const lineAsText = (line: LineWanted | PurchaseOrderLine): string =>
  [line.line, line.sku, toDecimalString(toExact(line.quantity), 6), configurationKey(line.configuration)].join(' ');
const placeOf = (address: PostalAddress | null): string | null =>
  address &&
  JSON.stringify(
    Object.entries(address)
      .filter(([, value]) => value)
      .sort(),
  );

export const mayEdit = (actor: Actor, company: OrderingCompany): boolean =>
  mayOrderFor(actor, company) ||
  (actor.member?.company === company.id &&
    memberMay(actor.member, 'edit_submitted_purchase_orders', unitId(company.unitId)));

async function changeNotes(
  tx: Tx,
  p: { order: PurchaseOrder; changes: PurchaseOrderChanges; isNewRevision: boolean; at: Date },
): Promise<Outcome<Pick<PurchaseOrder, 'number' | 'notes' | 'deliveryOn'>, 'decided_on' | 'number_taken'>> {
  const { order, changes } = p;
  const before = { number: order.number, notes: order.notes, attachments: [order.deliveryOn ?? ''] };
  const after = {
    number: changes.number ?? order.number,
    notes: changes.notes ?? order.notes,
    deliveryOn: changes.deliveryOn === undefined ? order.deliveryOn : changes.deliveryOn,
  };
  const decisions = (await listDecisions(tx, { documentId: order.id })).filter(
    ({ revision }) => revision === order.revision,
  );
  const binding = p.isNewRevision ? 0 : bindingDecisions(order.status, decisions.length);
  const may = mayChangeNotes(before, { ...after, attachments: [after.deliveryOn ?? ''] }, binding);
  if (!may.ok) return may;
  if (await isNumberTaken(tx, { companyId: order.companyId, number: after.number, except: order.id }))
    return refused('number_taken');
  await movePurchaseOrder(tx, { id: order.id, from: [order.status], to: order.status, at: p.at, set: after });
  return ok(after);
}

async function changeRevision(
  tx: Tx,
  p: {
    actor: Actor;
    order: PurchaseOrder;
    company: OrderingCompany;
    stored: readonly PurchaseOrderLine[];
    changes: PurchaseOrderChanges;
    to: PurchaseOrder['status'];
    at: Date;
  },
): Promise<Edited> {
  const { actor, order, company, changes, stored, at } = p;
  const centre = await centreOf(tx, order, changes);
  if (centre === 'unknown') return refused('unknown_cost_centre');
  const shipTo = changes.shipTo === undefined ? order.shipTo : (changes.shipTo ?? company.unitAddress);
  const wasSubmitted = order.companyTotalMinor !== null;
  const wanted: readonly LineWanted[] = changes.lines ?? stored;
  const priced = await priceLines(tx, {
    companyId: order.companyId,
    unitId: order.unitId,
    currency: order.currency,
    locale: company.locale,
    shipTo,
    lines: wanted.map((line) => ({ ...line, kept: keptPrice(line, stored, { order, wasSubmitted }) })),
    at,
    freightMinor: order.quoteId ? order.freightMinor : null,
  });
  if (!priced.ok) return priced;
  const revision = wasSubmitted ? order.revision + 1 : order.revision;
  const row = revisionOf(priced.value, {
    purchaseOrderId: order.id,
    revision,
    requesters: [...new Set([...order.requesters, ...makersOf(actor)])],
    currency: order.currency,
    terms: order.terms,
    costCentreId: centre,
    shipTo,
    at,
  });
  await saveRevision(tx, { revision: row, lines: priced.value.rows });
  await movePurchaseOrder(tx, {
    id: order.id,
    from: [order.status],
    to: p.to,
    at,
    set: { revision, failureCode: null, dueAt: null },
  });
  const by = { person: actor.person, via: actor.via };
  const open = await findCase(tx, { kind: 'purchase_order', documentId: order.id, revision: order.revision });
  if (open && open.closedAt === null) await closeCase(tx, { stored: open, at });
  await releaseReservations(tx, { order, by, reason: 'changed', at });
  await recordPurchaseOrder(tx, { order: { ...order, ...row }, event: 'changed', by, at });
  return ok(null);
}

async function centreOf(tx: Tx, order: PurchaseOrder, { costCentre }: PurchaseOrderChanges) {
  if (costCentre === undefined) return order.costCentreId;
  if (costCentre === null) return null;
  const found = await findCostCentre(tx, { companyId: order.companyId, code: costCentre });
  return found?.id ?? ('unknown' as const);
}

/** A line that is as it was submitted, or quoted, keeps its price; anything else is priced anew. */
function keptPrice(
  line: LineWanted,
  stored: readonly PurchaseOrderLine[],
  { order, wasSubmitted }: { order: PurchaseOrder; wasSubmitted: boolean },
) {
  const before = stored.find(
    (each) =>
      each.line === line.line &&
      each.sku === line.sku &&
      equals(toExact(each.quantity), toExact(line.quantity)) &&
      configurationKey(each.configuration) === configurationKey(line.configuration),
  );
  const isFixed = before && (wasSubmitted || before.priceStep === 'quote');
  return isFixed ? { ...before, document: order.number } : null;
}
