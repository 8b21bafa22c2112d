import type { Deps } from '#app/deps.server.ts';
import { type Actor, makersOf } from '#app/domain/access/actor.ts';
import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import type { Submission } from '#app/domain/approvals/submission.ts';
import { type Money, money } from '#app/domain/money/money.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import type { CreditRefusal } from '#app/domain/purchase-orders/credit.ts';
import { type BudgetUse, budgetVerdict, budgetWindow, isOverBudget } from '#app/domain/purchase-orders/budget.ts';
import { type PurchaseOrderStatus, holdsReservations, mayBeSubmitted } from '#app/domain/purchase-orders/lifecycle.ts';
import { placePurchaseOrder } from '#app/jobs/catalog.ts';
import { enqueue } from '#app/jobs/enqueue.server.ts';
import type { Tx } from '#db/client.server.ts';
import { lockCostCentre, lockPurchaseOrder } from '#db/locks.server.ts';
import { readBudgetUse, reserveBudget } from '#db/queries/budgets.server.ts';
import { type OrderingCompany, findCostCentre, findOrderingCompany } from '#db/queries/ordering-companies.server.ts';
import {
  type PurchaseOrder,
  findPurchaseOrder,
  listLines,
  movePurchaseOrder,
  saveRevision,
} from '#db/queries/purchase-orders.server.ts';
import { openCase } from '../approvals/open-case.server';
import { askTheRules, inCurrencyOf } from './ask-the-rules.server';
import { mayOrderFor, revisionOf } from './create-purchase-order.server';
import { type LineRefusal, type PricedLines, priceLines } from './price-lines.server';
import { recordPurchaseOrder } from './purchase-order-trail.server';
import { takeCredit } from './take-credit.server';

export type SubmitRefusal =
  LineRefusal | CreditRefusal | 'not_found' | 'forbidden' | 'wrong_state' | 'no_rate' | 'over_budget';

type Submitted = Outcome<{ status: PurchaseOrderStatus }, SubmitRefusal>;

/** Prices and snapshots the draft, reserves budget and credit, and asks whoever the rules name, all in one transaction:
 *  all of it or nothing. Submitting what is submitted already answers how it stands. */
export async function submitPurchaseOrder(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  p: { actor: Actor; scope: CompanyScope; id: string },
): Promise<Submitted> {
  return db.transaction((tx) => submitWithin(tx, { ...p, at: now() }));
}

/** The same inside a transaction that made the draft. */
export async function submitWithin(
  tx: Tx,
  p: { actor: Actor; scope: CompanyScope; id: string; at: Date },
): Promise<Submitted> {
  if (!(await lockPurchaseOrder(tx, { id: p.id }))) return refused('not_found');
  const order = await findPurchaseOrder(tx, { scope: p.scope, id: p.id });
  const company = order && (await findOrderingCompany(tx, { id: order.companyId, unitId: order.unitId }));
  if (!order || !company) return refused('not_found');
  if (!mayOrderFor(p.actor, company)) return refused('forbidden');
  if (!mayBeSubmitted(order.status))
    return holdsReservations(order.status) || order.status === 'placed'
      ? ok({ status: order.status })
      : refused('wrong_state');

  const snapshot = await priceAgain(tx, { order, company, at: p.at });
  if (!snapshot.ok) return snapshot;
  const { revision, priced } = snapshot.value;
  const requesters = [...new Set([...order.requesters, ...makersOf(p.actor)])];
  const converted = await inCurrencyOf(tx, { company, currency: order.currency, priced, at: p.at });
  if (!converted.ok) return converted;
  const { total, payable, rate } = converted.value;

  const budget = await budgetOf(tx, { order, company, at: p.at });
  const { facts, submission, directory } = await askTheRules(tx, {
    ...{ companyId: order.companyId, unitId: order.unitId, priced, total, requesters },
    costCentre: order.costCentre,
    isOverBudget: budget !== null && isOverBudget(budget.use, total),
    revision,
    at: p.at,
  });
  const within = budgetVerdict(budget?.use ?? noBudget(total), total, submission.mayGoOverBudget);
  if (!within.ok) return within;
  const credit = await takeCredit(tx, {
    order: { ...order, revision },
    payable,
    by: { person: p.actor.person, via: p.actor.via },
    at: p.at,
  });
  if (!credit.ok) return credit;

  const row = {
    ...revisionOf(priced, { ...order, purchaseOrderId: order.id, revision, requesters, at: p.at }),
    rate,
    companyTotalMinor: total.minor,
    companyPayableMinor: payable.minor,
    overBudgetMinor: within.value.over.minor,
    submittedAt: p.at,
  };
  await saveRevision(tx, { revision: row, lines: priced.rows });
  if (budget)
    await reserveBudget(tx, {
      purchaseOrderId: order.id,
      revision,
      costCentreId: budget.costCentreId,
      period: budget.period,
      amountMinor: total.minor,
      at: p.at,
    });
  await openCase(tx, {
    documentId: order.id,
    revision,
    companyId: order.companyId,
    facts,
    submission,
    directory,
    at: p.at,
  });
  return moveOn(tx, { order: { ...order, ...row }, submission, actor: p.actor, at: p.at });
}

async function moveOn(
  tx: Tx,
  p: { order: PurchaseOrder; submission: Submission; actor: Actor; at: Date },
): Promise<Submitted> {
  const { order, submission, at } = p;
  const { state: to } = submission;
  await movePurchaseOrder(tx, {
    id: order.id,
    from: [order.status],
    to,
    at,
    set: { submittedAt: at, revision: order.revision, dueAt: to === 'approved' ? at : null, failureCode: null },
  });
  await recordPurchaseOrder(tx, {
    order,
    event: 'submitted',
    by: { person: p.actor.person, via: p.actor.via },
    at,
    more: {
      for: p.actor.standsInFor,
      state: to,
      rules: submission.lookedAt.map(({ ruleId, name, matches }) => ({ rule: ruleId, name, matches })),
    },
  });
  if (to === 'approved') {
    await recordPurchaseOrder(tx, { order, event: 'approved', by: { person: null, via: 'rules' }, at });
    await enqueue(tx, placePurchaseOrder, { purchaseOrderId: order.id });
  }
  return ok({ status: to });
}

/** The lines at today's prices; what was submitted or quoted before keeps its price until its document ends. A revision
 *  that was decided on stays as it is: sent back and submitted again makes the next one. */
async function priceAgain(
  tx: Tx,
  { order, company, at }: { order: PurchaseOrder; company: OrderingCompany; at: Date },
): Promise<Outcome<{ revision: number; priced: PricedLines }, LineRefusal>> {
  const lines = await listLines(tx, { purchaseOrderId: order.id, revision: order.revision });
  const wasSubmitted = order.companyTotalMinor !== null;
  const priced = await priceLines(tx, {
    companyId: order.companyId,
    unitId: order.unitId,
    currency: order.currency,
    locale: company.locale,
    shipTo: order.shipTo,
    lines: lines.map((line) => ({
      ...line,
      kept: wasSubmitted || keepsPrice(line) ? { ...line, document: order.number } : null,
    })),
    at,
    freightMinor: order.quoteId ? order.freightMinor : null,
  });
  if (!priced.ok) return priced;
  return ok({ revision: wasSubmitted ? order.revision + 1 : order.revision, priced: priced.value });
}

const keepsPrice = ({ priceStep }: { priceStep: string }) => priceStep === 'quote' || priceStep === 'purchase_order';

/** What is left of the cost centre's budget in the period of this submission, under its lock. Null when none is kept. */
async function budgetOf(
  tx: Tx,
  { order, company, at }: { order: PurchaseOrder; company: OrderingCompany; at: Date },
): Promise<{ costCentreId: string; period: string; use: BudgetUse } | null> {
  if (order.costCentreId === null) return null;
  await lockCostCentre(tx, { id: order.costCentreId });
  const centre = await findCostCentre(tx, { companyId: order.companyId, id: order.costCentreId });
  if (!centre || centre.budgetPeriod === null) return null;
  const { key } = budgetWindow(at, centre.budgetPeriod, company.timeZone);
  const used = await readBudgetUse(tx, { costCentreId: centre.id, period: key, except: order.id });
  const inCurrency = (minor: bigint) => money(minor, company.currency);
  return {
    costCentreId: centre.id,
    period: key,
    use: {
      budget: centre.budgetMinor === null ? null : inCurrency(centre.budgetMinor),
      reserved: inCurrency(used.reservedMinor),
      spent: inCurrency(used.spentMinor),
    },
  };
}

const noBudget = (total: Money): BudgetUse => ({
  budget: null,
  reserved: money(0n, total.currency),
  spent: money(0n, total.currency),
});
