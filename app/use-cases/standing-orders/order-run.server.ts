import type { Deps } from '#app/deps.server.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { tidyAddress } from '#app/domain/checkout/address-fields.ts';
import { dayIn } from '#app/domain/i18n/day-in.ts';
import { mergedChoices, type ChoiceRefusal, type Choices } from '#app/domain/orders/reorder-commit.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { nextRunStatus } from '#app/domain/standing-orders/lifecycle.ts';
import { comesByItself } from '#app/domain/standing-orders/next-step.ts';
import type { Tx } from '#db/client.server.ts';
import { lockStandingOrder } from '#db/locks.server.ts';
import { namePersons } from '#db/queries/directory.server.ts';
import type { OrderingCompany } from '#db/queries/ordering-companies.server.ts';
import { findPaymentCustomer } from '#db/queries/payment-customers.server.ts';
import { readPayments } from '#db/queries/payments.server.ts';
import {
  type StandingOrder,
  type StandingRun,
  changeRun,
  findRun,
  findRunBehind,
  moveStandingOrder,
} from '#db/queries/standing-orders.server.ts';
import { settlePayment } from '../checkout/settle-payment.server';
import { lockShelf } from '../orders/lock-shelf.server';
import { type CardPayment, type ConsumerRefusal, orderAgainByCard, payReorder } from '../orders/reorder-by-card.server';
import { type CompanyRefusal, submitAgain } from '../orders/reorder-for-company.server';
import { shownLines } from '../orders/resolve-reorder.server';
import { ordererOf } from './hand-over.server';
import { askForYes } from './notice-run.server';
import { companyOf, isRunAsShown, linesOf, resolveLines, shownOf, unattended } from './resolve-run.server';
import { countFailure } from './settle-run.server';

/** An order somebody asks for on the page, rather than the clock. */
export type Attended = {
  readonly actor: Actor;
  /** What they saw: a yes is to that. */
  readonly shownVersion: number;
  readonly choices: Choices;
  readonly payment: CardPayment;
  /** Theirs failed: it is paid on the payment page, and the card typed there is the one from then on. */
  readonly withAnotherCard: boolean;
};

export type RunRefusal =
  ChoiceRefusal | ConsumerRefusal | CompanyRefusal | 'not_found' | 'forbidden' | 'wrong_state' | 'preview_stale';

export type RunDone =
  /** `orderId` awaits its payment, or is placed; `url`: where somebody has to go to pay. */
  | { readonly kind: 'ordered'; readonly orderId: string | null; readonly url: string | null }
  /** It comes on its day, as agreed. */
  | { readonly kind: 'agreed' }
  /** Something is dearer, short or different: it waits for a yes. */
  | { readonly kind: 'changed' }
  /** Not paid; tried again on another day, or given up. */
  | { readonly kind: 'unpaid' }
  /** Somebody else was faster, or it is not due any more. */
  | { readonly kind: 'standing' };

/** A payment whose process died is taken up again after this long. */
const unfinishedAfterMilliseconds = 120_000;

class Refusal extends Error {
  constructor(readonly refusal: { ok: false; code: RunRefusal; detail?: unknown }) {
    super(refusal.code);
  }
}

type Decided = Outcome<RunDone, RunRefusal>;

/** Orders what a run was shown to be: the same resolver as a reorder, under the locks of the stock, all or nothing. What
 *  is dearer, short or different is never ordered but asked about. By the clock nobody is there: what is refused waits,
 *  and a card that fails is charged again on another day. However often it is begun, a run is one order. */
export async function orderRun(
  deps: Deps,
  p: { standingOrderId: string; runId: string; attended: Attended | null },
): Promise<Decided> {
  const at = deps.now();
  const { attended } = p;
  const decided = await deps.db
    .transaction((tx) => decide(deps, tx, { ...p, at }))
    .catch((fault: unknown) => {
      if (fault instanceof Refusal) return fault.refusal;
      throw fault;
    });
  if (!decided.ok) {
    if (!attended) await waitBecause(deps, { ...p, code: decided.code, at });
    return attended ? decided : ok({ kind: 'changed' });
  }
  if (decided.value.kind !== 'ordered' || decided.value.orderId === null) return decided;
  return payRun(deps, { orderId: decided.value.orderId, attended });
}

/** Charges the card. Where the bank wants to see somebody and nobody is there, the try is over. */
export async function payRun(deps: Deps, p: { orderId: string; attended: Attended | null }): Promise<Decided> {
  const { orderId, attended } = p;
  const paid = await payReorder(deps, { orderId, via: attended?.actor.via ?? unattended });
  if (!paid.ok) return attended ? paid : ok({ kind: 'unpaid' });
  if (!paid.value.url || attended) return ok({ kind: 'ordered', orderId, url: paid.value.url });
  const run = await findRunBehind(deps.db, { orderId });
  if (run) await deps.db.transaction((tx) => changeRun(tx, { id: run.id, set: { reason: 'authentication_required' } }));
  const [payment] = await readPayments(deps.db, { orderId });
  if (payment) await settlePayment(deps, { paymentId: payment.id, via: unattended, isOver: true });
  return ok({ kind: 'unpaid' });
}

async function decide(
  deps: Deps,
  tx: Tx,
  p: { standingOrderId: string; runId: string; attended: Attended | null; at: Date },
): Promise<Decided> {
  const { attended, at } = p;
  const found = await lockStandingOrder(tx, { id: p.standingOrderId });
  const run = found && (await findRun(tx, { standingOrderId: found.id, id: p.runId }));
  if (!found || !run?.shown) return refused('not_found');
  if (!attended && (found.status === 'ended' || !comesByItself({ order: found, run, at })))
    return ok({ kind: 'standing' });
  if (!nextRunStatus(run.status, 'order') || found.status === 'ended') return refused('wrong_state');
  if (attended && attended.shownVersion !== run.shownVersion) return refused('preview_stale');
  const company = await companyOf(tx, found);
  const orderer = attended
    ? { order: found, actor: attended.actor }
    : await ordererOf(deps, tx, { order: found, company, at });
  if (!orderer || (found.companyId && !company)) throw new Refusal(refused('forbidden'));
  const { order, actor } = orderer;

  const lines = linesOf(order, run);
  const choices = mergedChoices(shownLines(run.shown.lines, order.currency), attended?.choices ?? new Map());
  if (!choices.ok) return choices;
  await lockShelf(tx, { lines: run.shown.lines, at });
  const fresh = await resolveLines(tx, { order, company, lines, choices: choices.value, at });
  const choseNow = (attended?.choices.size ?? 0) > 0;
  if (!isRunAsShown({ shown: run.shown, currency: order.currency, fresh, choices: choices.value, choseNow })) {
    await askForYes(deps, tx, { order, run, company, resolved: fresh, lines, reason: '', at });
    return ok({ kind: 'changed' });
  }
  const shown = shownOf(fresh, lines);
  if (attended && !attended.withAnotherCard && run.runsOn > dayIn(at, order.timeZone)) {
    await changeRun(tx, {
      id: run.id,
      set: { status: 'noticed', shown, agreedAt: at, waitsUntil: null, reason: '', nextTryAt: null },
    });
    await moveStandingOrder(tx, { id: order.id, set: { nextAt: at } });
    return ok({ kind: 'agreed' });
  }
  const set = { shown, waitsUntil: null, reason: '', payableMinor: BigInt(shown.payableMinor) };
  return company
    ? submit(tx, { order, run, company, actor, fresh, set, at })
    : byCard(deps, tx, { order, run, fresh, set, attended, at });
}

type Made = {
  order: StandingOrder;
  run: StandingRun;
  fresh: Awaited<ReturnType<typeof resolveLines>>;
  set: Partial<StandingRun>;
  at: Date;
};

/** In the owner's name: budget and credit are held, and the company's rules say whether anybody must approve. */
async function submit(tx: Tx, p: Made & { company: OrderingCompany; actor: Actor }): Promise<Decided> {
  const { order, run, at } = p;
  const made = await submitAgain(tx, {
    ...p,
    shipTo: tidyAddress(order.shipTo),
    costCentre: order.costCentre,
    resolved: p.fresh,
  });
  if (!made.ok) throw new Refusal(made);
  await changeRun(tx, {
    id: run.id,
    set: { ...p.set, status: 'ordered', purchaseOrderId: made.value.purchaseOrderId, nextTryAt: null, settledAt: at },
  });
  await moveStandingOrder(tx, { id: order.id, set: { nextAt: at } });
  return ok({ kind: 'ordered', orderId: null, url: null });
}

async function byCard(deps: Deps, tx: Tx, p: Made & { attended: Attended | null }): Promise<Decided> {
  const { order, run, attended, at } = p;
  const customer = await findPaymentCustomer(tx, { personId: order.ownerId });
  if (!attended && !customer?.methodId && BigInt(p.set.shown?.payableMinor ?? '0') > 0n) {
    await countFailure(deps, tx, { order, run, reason: 'no_saved_card', isCard: true, at });
    return ok({ kind: 'unpaid' });
  }
  const person = (await namePersons(tx, { ids: [order.ownerId] })).get(order.ownerId);
  if (!person?.email) throw new Refusal(refused('forbidden'));
  const made = await orderAgainByCard(deps, tx, {
    past: {
      order: {
        ...order,
        id: order.sourceOrderId,
        personId: order.ownerId,
        email: person.email,
        shipTo: tidyAddress(order.shipTo),
      },
    },
    resolved: p.fresh,
    via: attended?.actor.via ?? unattended,
    payment: attended?.payment ?? {
      origin: deps.settings.origin,
      returnPath: '/checkout/return/{payment}',
      cancelPath: `/standing-orders/${order.id}`,
    },
    channel: 'standing_order',
    withAnotherCard: attended?.withAnotherCard ?? false,
    at,
  });
  if (!made.ok) throw new Refusal(made);
  const { orderId } = made.value;
  const isFree = p.set.shown?.payableMinor === '0';
  // Whoever stands at the payment page has all the time it stays open; by itself it is taken up again soon.
  const nextTryAt = attended || isFree ? null : new Date(at.getTime() + unfinishedAfterMilliseconds);
  await changeRun(tx, {
    id: run.id,
    set: { ...p.set, status: isFree ? 'ordered' : 'ordering', orderId, nextTryAt, settledAt: isFree ? at : null },
  });
  await moveStandingOrder(tx, { id: order.id, set: { nextAt: isFree ? at : nextTryAt } });
  return ok({ kind: 'ordered', orderId, url: null });
}

/** What the rules refused while nobody was there waits for somebody who can do something about it. */
async function waitBecause(
  deps: Deps,
  p: { standingOrderId: string; runId: string; code: string; at: Date },
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const order = await lockStandingOrder(tx, { id: p.standingOrderId });
    const run = order && (await findRun(tx, { standingOrderId: order.id, id: p.runId }));
    if (!order || !run || !nextRunStatus(run.status, 'ask')) return;
    const company = await companyOf(tx, order);
    const lines = linesOf(order, run);
    const resolved = await resolveLines(tx, { order, company, lines, at: p.at });
    await askForYes(deps, tx, { order, run, company, resolved, lines, reason: p.code, at: p.at });
  });
}
