import type { Deps } from '#app/deps.server.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { isOrdered } from '#app/domain/orders/lifecycle.ts';
import {
  type ChoiceRefusal,
  type Choices,
  isAsShown,
  mergedChoices,
  undoUntil,
} from '#app/domain/orders/reorder-commit.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import type { Tx } from '#db/client.server.ts';
import { lockOrder, lockReorder } from '#db/locks.server.ts';
import { type OrderScope, findOrder } from '#db/queries/orders.server.ts';
import { type Reorder, findLiveReorder, findReorder, settleReorder } from '#db/queries/reorders.server.ts';
import { lockShelf } from './lock-shelf.server';
import { keepPreview, readPastOrder } from './preview-reorder.server';
import { type CardPayment, type ConsumerRefusal, orderAgainByCard, payReorder } from './reorder-by-card.server';
import { type CompanyRefusal, orderAgainForCompany, placeReorder } from './reorder-for-company.server';
import { type ResolvedReorder, resolveReorder, shownLines } from './resolve-reorder.server';

export type CommitReorder = {
  orderId: string;
  scope: OrderScope;
  actor: Actor;
  previewId: string;
  choices: Choices;
  via: string;
  /** One click on a page: what this person made of the same order moments ago is the answer. */
  isOneClick?: boolean;
  payment: CardPayment;
};

export type CommitRefusal = ChoiceRefusal | ConsumerRefusal | CompanyRefusal | 'not_found' | 'forbidden';

export type Committed = {
  kind: 'ordered';
  reorder: Reorder;
  orderId: string | null;
  purchaseOrderId: string | null;
  undoUntil: Date;
  /** Where the buyer still has to go to pay; null: nowhere. */
  paymentUrl: string | null;
};

/** Nothing was ordered: what became dearer, short or different stands in a preview of its own. */
export type Changed = { kind: 'changed'; preview: Reorder };

/** Orders what a preview showed: the same resolver under the locks of the stock, all or nothing. What became dearer,
 *  short or different is answered with a fresh preview, and nothing is ordered; only cheaper is ordered, at
 *  the lower price. However often and from wherever it is repeated, one preview is one order. */
export async function commitReorder(
  deps: Deps,
  p: CommitReorder,
): Promise<Outcome<Committed | Changed, CommitRefusal>> {
  const decided = await decide(deps, p);
  if (!decided.ok) return decided;
  if (decided.value.kind === 'changed') return ok(decided.value);
  const { reorder } = decided.value;
  if (reorder.newPurchaseOrderId) {
    const orderId = await placeReorder(deps, { purchaseOrderId: reorder.newPurchaseOrderId });
    return ok({ ...answerOf(reorder), orderId });
  }
  const paid = await payReorder(deps, { orderId: reorder.newOrderId ?? '', via: p.via });
  return paid.ok ? ok({ ...answerOf(reorder), paymentUrl: paid.value.url }) : paid;
}

const answerOf = (reorder: Reorder): Committed => ({
  kind: 'ordered',
  reorder,
  orderId: reorder.newOrderId,
  purchaseOrderId: reorder.newPurchaseOrderId,
  undoUntil: reorder.undoUntil ?? reorder.createdAt,
  paymentUrl: null,
});

type Decided = Outcome<{ kind: 'committed'; reorder: Reorder } | Changed, CommitRefusal>;

/** Carries a refusal out of the transaction, so that nothing of it stays. */
class Refusal extends Error {
  constructor(readonly refusal: Extract<Decided, { ok: false }>) {
    super(refusal.code);
  }
}

async function decide(deps: Deps, p: CommitReorder): Promise<Decided> {
  const at = deps.now();
  return deps.db
    .transaction(async (tx): Promise<Decided> => {
      const mine = { id: p.previewId, personId: p.actor.person };
      const found = await findReorder(tx, mine);
      if (found?.orderId !== p.orderId) return refused('not_found');
      if (p.isOneClick) {
        await lockOrder(tx, { orderId: p.orderId });
        const before = await findLiveReorder(tx, { ...mine, orderId: p.orderId, at });
        if (before) return ok({ kind: 'committed', reorder: before });
      }
      const past = await readPastOrder(tx, p);
      if (!past.ok) return past;
      const preview = await lockReorder(tx, mine);
      if (!preview) return refused('not_found');
      if (await stands(tx, preview)) return ok({ kind: 'committed', reorder: preview });

      const shown = shownLines(preview.lines, preview.currency);
      const choices = mergedChoices(shown, p.choices);
      if (!choices.ok) return choices;
      await lockShelf(tx, { lines: preview.lines, at });
      const resolved = await resolveReorder(tx, { ...past.value, choices: choices.value, at });
      if (!isAsShown(shown, resolved.lines, choices.value) || isDearer(preview, resolved, p.choices)) {
        const fresh = await keepPreview(tx, { ...p, past: past.value, resolved, at });
        return ok({ kind: 'changed', preview: fresh });
      }
      const made = past.value.company
        ? await orderAgainForCompany(tx, { ...p, past: past.value, company: past.value.company, resolved, at })
        : await orderAgainByCard(deps, tx, { ...p, past: past.value, resolved, at });
      if (!made.ok) throw new Refusal(made);
      const set = {
        status: 'committed' as const,
        newOrderId: made.value.orderId,
        newPurchaseOrderId: made.value.purchaseOrderId,
        committedAt: at,
        undoUntil: undoUntil(at),
      };
      await settleReorder(tx, { id: preview.id, set });
      return ok({ kind: 'committed', reorder: { ...preview, ...set } });
    })
    .catch((fault: unknown) => {
      if (fault instanceof Refusal) return fault.refusal;
      throw fault;
    });
}

/** Committed before, and what it became was not given up for want of a payment. */
async function stands(tx: Tx, reorder: Reorder): Promise<boolean> {
  if (reorder.status === 'previewed') return false;
  if (reorder.newPurchaseOrderId) return true;
  const order = await findOrder(tx, { scope: { kind: 'staff' }, id: reorder.newOrderId ?? '' });
  return order !== null && (isOrdered(order.status) || order.status === 'awaiting_payment');
}

/** More to pay in all than the preview said: tax, or freight that is not free any more. With choices of their own the
 *  buyers changed the sum themselves; what each line costs was compared before. */
const isDearer = (preview: Reorder, { planned }: ResolvedReorder, choices: Choices): boolean =>
  choices.size === 0 && planned.totals.payable.minor > preview.payableMinor;
