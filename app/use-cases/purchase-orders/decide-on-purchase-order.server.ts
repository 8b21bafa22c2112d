import type { Deps } from '#app/deps.server.ts';
import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import type { DecisionRefusal } from '#app/domain/approvals/decision-effects.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { type PurchaseOrderStatus, approvalState } from '#app/domain/purchase-orders/lifecycle.ts';
import { totpStep } from '#app/integrations/auth/totp.server.ts';
import { countAttempt } from '#app/integrations/rate-limits.server.ts';
import { placePurchaseOrder } from '#app/jobs/catalog.ts';
import { enqueue } from '#app/jobs/enqueue.server.ts';
import type { Tx } from '#db/client.server.ts';
import { lockPerson, lockPurchaseOrder } from '#db/locks.server.ts';
import { rememberTotpStep } from '#db/queries/persons.server.ts';
import { type PurchaseOrder, findPurchaseOrder, movePurchaseOrder } from '#db/queries/purchase-orders.server.ts';
import { type DecisionToTake, type DocumentUnderApproval, takeDecision } from '../approvals/decide.server';
import { secondFactorLimit } from '../identity/pass-second-factor.server';
import { type Doer, recordPurchaseOrder } from './purchase-order-trail.server';
import { tellRequesters } from './purchase-order-mails.server';
import { releaseReservations } from './take-credit.server';

type Found = { readonly order: PurchaseOrder };
export type AdmissionRefusal = 'second_factor_needed' | 'wrong_code';

/** Approves, rejects or sends back one revision of a purchase order. The last approval approves it and has it placed; a
 *  rejection or a request for changes gives back what was held. */
export async function decideOnPurchaseOrder(
  deps: Pick<Deps, 'db' | 'now' | 'settings'>,
  p: DecisionToTake & {
    scope: CompanyScope;
    id: string;
    /** The code of the second factor, as typed. A key has none and is asked for none. */
    code?: string | null;
  },
): Promise<
  Outcome<{ status: PurchaseOrderStatus }, DecisionRefusal | AdmissionRefusal | 'not_found' | 'rate_limited'>
> {
  if (p.code && !(await countAttempt(deps.db, secondFactorLimit, p.actor)).allowed) return refused('rate_limited');
  const by: Doer = { person: p.actor, via: p.via };
  const document: DocumentUnderApproval<Found, AdmissionRefusal> = {
    kind: 'purchase_order',
    async lock(tx) {
      if (!(await lockPurchaseOrder(tx, { id: p.id }))) return null;
      const order = await findPurchaseOrder(tx, { scope: p.scope, id: p.id });
      return (
        order && {
          order,
          id: order.id,
          companyId: order.companyId,
          revision: order.revision,
          state: approvalState(order.status),
        }
      );
    },
    admit: (tx, { order }) => admit(tx, { order, via: p.via, personId: p.actor, code: p.code ?? null }),
    async decided(tx, { found: { order }, given, at }) {
      const { decision, outcome } = given;
      await recordPurchaseOrder(tx, {
        order,
        event: { approved: 'approval_given', rejected: 'rejected', changes_requested: 'changes_requested' }[
          decision.verdict
        ],
        by,
        at,
        more: { for: decision.for, reason: decision.reason },
      });
      if (outcome === 'approved') await approve(tx, { order, at });
      else if (outcome === 'rejected' || outcome === 'changes_requested')
        await sendBack(deps, tx, { order, to: outcome, by, reason: decision.reason ?? '', at });
    },
  };
  const done = await takeDecision(deps, document, p);
  return done.ok ? ok({ status: done.value.outcome }) : done;
}

/** Above the company's sum a decision on a page needs a code of its own, which counts once. */
async function admit(
  tx: Tx,
  p: { order: PurchaseOrder; via: string; personId: string; code: string | null },
): Promise<Outcome<null, AdmissionRefusal>> {
  if (p.via !== 'page' || !needsSecondFactor(p.order)) return ok(null);
  const person = await lockPerson(tx, { id: p.personId });
  if (!person?.totpSecret || p.code === null) return refused('second_factor_needed');
  const step = totpStep({ secret: person.totpSecret, code: p.code, lastStep: person.totpLastStep });
  if (step === null) return refused('wrong_code');
  await rememberTotpStep(tx, { id: person.id, step });
  return ok(null);
}

/** The sum the company set is in its own currency, and so is what it is held against. */
export const needsSecondFactor = ({
  company: { secondFactorAboveMinor },
  companyTotalMinor,
}: Pick<PurchaseOrder, 'company' | 'companyTotalMinor'>): boolean =>
  secondFactorAboveMinor !== null && (companyTotalMinor ?? 0n) > secondFactorAboveMinor;

/** Everyone needed has approved. */
export async function approve(tx: Tx, p: { order: PurchaseOrder; at: Date }): Promise<void> {
  const { order, at } = p;
  await movePurchaseOrder(tx, { id: order.id, from: [order.status], to: 'approved', at, set: { dueAt: at } });
  await recordPurchaseOrder(tx, { order, event: 'approved', by: { person: null, via: 'rules' }, at });
  await enqueue(tx, placePurchaseOrder, { purchaseOrderId: order.id });
}

async function sendBack(
  deps: Pick<Deps, 'settings'>,
  tx: Tx,
  p: { order: PurchaseOrder; to: 'rejected' | 'changes_requested'; by: Doer; reason: string; at: Date },
): Promise<void> {
  const { order, to, by, reason, at } = p;
  await movePurchaseOrder(tx, { id: order.id, from: [order.status], to, at });
  await releaseReservations(tx, { order, by, reason: to, at });
  await tellRequesters(deps, tx, { order, news: to, reason, at });
}
