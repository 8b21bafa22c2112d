import { randomBytes } from 'node:crypto';
import type { Deps } from '#app/deps.server.ts';
import { type Actor, makersOf } from '#app/domain/access/actor.ts';
import { isInScope, salesScope, storeScope } from '#app/domain/access/company-scope.ts';
import { companyId, personId, unitId } from '#app/domain/access/ids.ts';
import { memberMay, staffMay } from '#app/domain/access/permissions.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { orderNumber } from '#app/domain/orders/order-number.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import { type OrderingCompany, findCostCentre } from '#db/queries/ordering-companies.server.ts';
import {
  type NewRevision,
  addPurchaseOrder,
  findPurchaseOrderOfQuote,
  saveRevision,
} from '#db/queries/purchase-orders.server.ts';
import type { PostalAddress } from '#db/schema/identity.ts';
import { type LineRefusal, type LineWanted, type PricedLines, priceLines } from './price-lines.server';
import { recordPurchaseOrder } from './purchase-order-trail.server';

export type PurchaseOrderWanted = {
  readonly company: OrderingCompany;
  readonly currency: CurrencyCode;
  /** The company's own; null = the shop gives one. */
  readonly number: string | null;
  readonly costCentre: string | null;
  /** Null = the unit's address. */
  readonly shipTo: PostalAddress | null;
  readonly notes: string;
  readonly deliveryOn: string | null;
  readonly lines: readonly LineWanted[];
  readonly cartId?: string | null;
  /** The accepted quote it comes from: a turn of it is one purchase order, and its terms are the quote's. */
  readonly quote?: {
    readonly id: string;
    readonly turn: number;
    readonly terms: string;
    readonly freightMinor: bigint;
  } | null;
};

export type CreateRefusal = LineRefusal | 'forbidden' | 'number_taken' | 'unknown_cost_centre';

/** A draft as it would be submitted today: priced, with tax and freight. Nothing is reserved and nobody is asked. */
export async function createPurchaseOrder(
  deps: Pick<Deps, 'db' | 'now'>,
  p: { actor: Actor; wanted: PurchaseOrderWanted },
): Promise<Outcome<{ id: string }, CreateRefusal>> {
  return deps.db.transaction((tx) => draftPurchaseOrder(tx, { ...p, at: deps.now() }));
}

/** The same inside a transaction that does more: an accepted quote, a reorder, a cart. */
export async function draftPurchaseOrder(
  tx: Tx,
  p: { actor: Actor; wanted: PurchaseOrderWanted; at: Date },
): Promise<Outcome<{ id: string }, CreateRefusal>> {
  const { actor, wanted, at } = p;
  const { company } = wanted;
  if (!mayOrderFor(actor, company)) return refused('forbidden');
  if (wanted.quote) {
    const { id: quoteId, turn } = wanted.quote;
    const before = await findPurchaseOrderOfQuote(tx, { scope: storeScope(), quoteId, turn });
    if (before) return ok({ id: before.id });
  }
  const centre = wanted.costCentre
    ? await findCostCentre(tx, { companyId: company.id, code: wanted.costCentre })
    : null;
  if (wanted.costCentre && !centre) return refused('unknown_cost_centre');
  const shipTo = wanted.shipTo ?? company.unitAddress;
  const priced = await priceLines(tx, {
    companyId: company.id,
    unitId: company.unitId,
    currency: wanted.currency,
    locale: company.locale,
    shipTo,
    lines: wanted.lines,
    at,
    ...(wanted.quote && { freightMinor: wanted.quote.freightMinor }),
  });
  if (!priced.ok) return priced;

  const id = newId(at.getTime());
  const number = wanted.number ?? `PO-${orderNumber(randomBytes(24))}`;
  const isNew = await addPurchaseOrder(tx, {
    order: {
      id,
      companyId: company.id,
      unitId: company.unitId,
      number,
      status: 'draft',
      createdBy: actor.person,
      cartId: wanted.cartId ?? null,
      quoteId: wanted.quote?.id ?? null,
      quoteTurn: wanted.quote?.turn ?? 1,
      notes: wanted.notes,
      deliveryOn: wanted.deliveryOn,
      createdAt: at,
      changedAt: at,
    },
  });
  if (!isNew) return refused('number_taken');
  const revision = revisionOf(priced.value, {
    purchaseOrderId: id,
    revision: 1,
    requesters: makersOf(actor),
    currency: wanted.currency,
    terms: wanted.quote?.terms ?? company.terms,
    costCentreId: centre?.id ?? null,
    shipTo,
    at,
  });
  await saveRevision(tx, { revision, lines: priced.value.rows });
  await recordPurchaseOrder(tx, {
    order: { ...revision, id, companyId: company.id, number },
    event: 'created',
    by: { person: actor.person, via: actor.via },
    at,
    more: { for: actor.standsInFor, unit: company.unitId },
  });
  return ok({ id });
}

/** A buyer of the unit, or one of our own people within their portfolio. */
export function mayOrderFor(actor: Actor, company: Pick<OrderingCompany, 'id' | 'unitId' | 'repId'>): boolean {
  const { member, staff } = actor;
  if (member)
    return member.company === company.id && memberMay(member, 'submit_purchase_orders', unitId(company.unitId));
  return (
    staff !== null &&
    staffMay(staff, 'act_for_members') &&
    isInScope(salesScope(staff), {
      company: companyId(company.id),
      unit: unitId(company.unitId),
      rep: company.repId ? personId(company.repId) : null,
    })
  );
}

export const revisionOf = (
  { totals, shippingMethod, isOffContract }: PricedLines,
  p: Required<Pick<NewRevision, 'purchaseOrderId' | 'revision' | 'currency' | 'terms'>> & {
    costCentreId: string | null;
    shipTo: PostalAddress | null;
    requesters: readonly string[];
    at: Date;
  },
) => ({
  purchaseOrderId: p.purchaseOrderId,
  revision: p.revision,
  requesters: [...p.requesters],
  currency: p.currency,
  terms: p.terms,
  costCentreId: p.costCentreId,
  shipTo: p.shipTo,
  shippingMethod,
  totalMinor: totals.total.minor,
  freightMinor: totals.freight.minor,
  freightTaxMinor: totals.freightTax.minor,
  taxMinor: totals.tax.minor,
  payableMinor: totals.payable.minor,
  isOffContract,
  createdAt: p.at,
});
