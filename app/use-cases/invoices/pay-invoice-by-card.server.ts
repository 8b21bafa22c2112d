import type { Deps } from '#app/deps.server.ts';
import type { MemberActor } from '#app/domain/access/actor.ts';
import { unitId } from '#app/domain/access/ids.ts';
import { memberMay } from '#app/domain/access/permissions.ts';
import { type PayableRefusal, payableAmount } from '#app/domain/checkout/payable-amount.ts';
import { firstQuestionAt, providerUntil } from '#app/domain/checkout/payment-timing.ts';
import { isLocale, localePath } from '#app/domain/i18n/locales.ts';
import { money } from '#app/domain/money/money.ts';
import { openOf } from '#app/domain/orders/invoice.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { PaymentFault } from '#app/integrations/stripe/payments.ts';
import { lockInvoices } from '#db/locks.server.ts';
import {
  type AccountPayment,
  addAccountPayment,
  findAccountPayment,
  listDueAccountPayments,
  moveAccountPayment,
} from '#db/queries/account-payments.server.ts';
import { findInvoice } from '#db/queries/invoices.server.ts';
import { findCompanyCustomer } from '#db/queries/payment-customers.server.ts';
import { recordTransfer } from './record-transfer.server';

type Wanted = {
  actor: MemberActor;
  invoiceId: string;
  /** Where the browser comes back to, by the name of the shop it came by. */
  origin: string;
  locale: string;
  email: string;
};
type StartRefusal = PayableRefusal | 'not_found' | 'forbidden' | 'nothing_open' | 'payment_unavailable';

/** A company pays what is open of an invoice by card: answers the provider's page. The row is there before the provider
 *  is asked; a second start joins the first, and one whose sum is no longer what is open ends before. Nothing is settled
 *  here. */
export async function startAccountPayment(deps: Deps, p: Wanted): Promise<Outcome<{ url: string }, StartRefusal>> {
  const begun = await beginPayment(deps, p);
  if (!begun.ok) return begun;
  const { payment, open } = begun.value;
  if (payment.amountMinor === open) return payment.url ? ok({ url: payment.url }) : openPage(deps, payment, p);
  return (await isEnded(deps, payment, p)) ? startAccountPayment(deps, p) : refused('payment_unavailable');
}

async function isEnded(deps: Deps, payment: AccountPayment, { actor }: Wanted): Promise<boolean> {
  try {
    const status = await settleAccountPayment(deps, { id: payment.id, via: actor.via, isOver: true });
    return status === 'paid' || status === 'expired';
  } catch (fault) {
    if (fault instanceof PaymentFault) return false;
    throw fault;
  }
}

/** The payment under way, or a new one of all that is open, in minor units. */
async function beginPayment(
  { db, now }: Deps,
  p: Wanted,
): Promise<Outcome<{ payment: AccountPayment; open: bigint }, StartRefusal>> {
  const { member, person } = p.actor;
  return db.transaction(async (tx) => {
    const [invoice] = await lockInvoices(tx, { ids: [p.invoiceId] });
    if (!invoice?.unitId || invoice.companyId !== member.company) return refused('not_found');
    const mayPay = !p.actor.standsInFor && memberMay(member, 'pay_invoices', unitId(invoice.unitId));
    if (!mayPay) return refused('forbidden');
    const open = openOf(invoice);
    if (open <= 0n) return refused('nothing_open');
    const payable = payableAmount(money(open, invoice.currency));
    if (!payable.ok) return payable;
    const at = now();
    const underWay = await findAccountPayment(tx, { underWayOf: invoice.id });
    if (underWay) return ok({ payment: underWay, open });
    const payment = {
      id: newId(at.getTime()),
      companyId: invoice.companyId,
      invoiceId: invoice.id,
      amountMinor: open,
      currency: invoice.currency,
      status: 'starting' as const,
      personId: person,
      providerExpiresAt: providerUntil(new Date()),
      dueAt: firstQuestionAt(at),
      createdAt: at,
    };
    await addAccountPayment(tx, payment);
    return ok({ payment: { ...payment, sessionId: null, url: null, settledAt: null }, open });
  });
}

async function openPage(
  { db, payments, now }: Deps,
  payment: AccountPayment,
  p: Wanted,
): Promise<Outcome<{ url: string }, 'payment_unavailable'>> {
  const [invoice, customer] = [
    await findInvoice(db, { id: payment.invoiceId }),
    await findCompanyCustomer(db, { companyId: payment.companyId }),
  ];
  if (!invoice) throw new Error(`payment ${payment.id} has no invoice`);
  const back = `/company/statement/payments/${payment.id}`;
  const page = p.origin + (isLocale(p.locale) ? localePath(back, p.locale) : back);
  try {
    const opened = await payments.openCheckout({
      orderRef: payment.id,
      lines: [{ label: invoice.number, amount: money(payment.amountMinor, payment.currency) }],
      buyer: customer ? { customerId: customer.providerId } : { email: p.email },
      saveCard: 'never',
      successUrl: page,
      cancelUrl: `${page}?cancelled=1`,
      expiresAt: payment.providerExpiresAt,
      locale: p.locale,
      idempotencyKey: `account:${payment.id}`,
      metadata: { invoice_number: invoice.number },
    });
    await moveAccountPayment(db, { id: payment.id, set: { status: 'open', ...opened } });
    return ok({ url: opened.url });
  } catch (fault) {
    if (!(fault instanceof PaymentFault)) throw fault;
    await moveAccountPayment(db, { id: payment.id, set: { status: 'expired', settledAt: now() } });
    return refused('payment_unavailable');
  }
}

/** Asks the provider how a payment of an invoice stands and puts what came on the invoice, once, whoever asks first: the
 *  browser, the webhook or the sweep. What is more than is still open is the company's to use. `isOver`: nobody waits for
 *  it any more. Null when there is no such payment. */
export async function settleAccountPayment(
  deps: Deps,
  p: { id: string; via: string; isOver?: boolean },
): Promise<AccountPayment['status'] | null> {
  const { db, payments, now } = deps;
  const payment = await findAccountPayment(db, { id: p.id });
  if (!payment || payment.status === 'paid' || payment.status === 'expired') return payment?.status ?? null;
  const over = async () => {
    await moveAccountPayment(db, { id: payment.id, set: { status: 'expired', settledAt: now() } });
    return 'expired' as const;
  };
  // Its page was never shown to anybody.
  if (!payment.sessionId) return now() >= payment.dueAt || p.isOver ? over() : payment.status;
  const state = p.isOver
    ? await payments.expireCheckout(payment.sessionId)
    : await payments.readCheckout(payment.sessionId);
  if (!state || state.status === 'expired') return over();
  if (state.status !== 'paid') {
    await moveAccountPayment(db, { id: payment.id, set: { dueAt: firstQuestionAt(now()) } });
    return payment.status;
  }
  await recordTransfer(deps, {
    companyId: payment.companyId,
    amount: state.amount,
    means: 'card',
    reference: state.paymentIntentId ?? payment.sessionId,
    invoiceIds: [payment.invoiceId],
    personId: payment.personId,
    via: p.via,
  });
  await moveAccountPayment(db, { id: payment.id, set: { status: 'paid', settledAt: now() } });
  return 'paid';
}

const mostPerRun = 200;

/** Asks about every payment of an invoice that is due. A provider that does not answer is asked next time. */
export async function sweepAccountPayments(deps: Deps): Promise<void> {
  for (const { id } of await listDueAccountPayments(deps.db, { at: deps.now(), limit: mostPerRun })) {
    try {
      await settleAccountPayment(deps, { id, via: 'job:sweep-payments' });
    } catch (fault) {
      if (!(fault instanceof PaymentFault)) throw fault;
      await moveAccountPayment(deps.db, { id, set: { dueAt: firstQuestionAt(deps.now()) } });
    }
  }
}
