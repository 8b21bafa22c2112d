import type { Deps } from '#app/deps.server.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import type { PaymentNotice } from '#app/integrations/stripe/payments.ts';
import { findAccountPayment } from '#db/queries/account-payments.server.ts';
import {
  type Payment,
  addPaymentEvent,
  findPayment,
  findPaymentOfProvider,
  rememberProvider,
} from '#db/queries/payments.server.ts';
import { settleAccountPayment } from '../invoices/pay-invoice-by-card.server';
import { settlePayment } from './settle-payment.server';

const isUuid = (text: string | null): text is string => text !== null && /^[0-9a-f-]{36}$/.test(text);

/** A signed notice from the provider. It is taken as a hint and nothing more: which payment to ask about. So that
 *  notices may come late, twice, in any order, or never. The event is remembered once it has been worked; one that
 *  fails on the way is sent again by the provider. */
export async function receivePaymentNotice(
  deps: Deps,
  p: { rawBody: string; signature: string | null },
): Promise<Outcome<null, 'bad_signature'>> {
  const verified = deps.payments.verifyWebhook(p.rawBody, p.signature);
  if (!verified.ok) return refused('bad_signature');
  const notice = verified.value;
  const payment = await paymentOf(deps, notice);
  if (payment) await settlePayment(deps, { paymentId: payment.id, via: 'webhook' });
  else await settleAccountOf(deps, notice);
  await addPaymentEvent(deps.db, { id: notice.id, type: notice.type, at: deps.now() });
  return ok(null);
}

/** By the id we kept; else by the reference the provider kept for us, where we never heard its answer. */
async function paymentOf({ db, payments }: Deps, notice: PaymentNotice): Promise<Payment | null> {
  if (notice.kind === 'other' || notice.kind === 'card_setup_finished' || notice.kind === 'refund_changed') return null;
  if (notice.sessionId) {
    const known = await findPaymentOfProvider(db, { sessionId: notice.sessionId });
    if (known) return known;
    const session = await payments.readCheckout(notice.sessionId);
    return introduced(db, session?.orderRef ?? null, { sessionId: notice.sessionId });
  }
  if (!notice.paymentIntentId) return null;
  const known = await findPaymentOfProvider(db, { intentId: notice.paymentIntentId });
  if (known) return known;
  const intent = await payments.readPayment(notice.paymentIntentId);
  const payment = isUuid(intent?.orderRef ?? null) ? await findPayment(db, { id: intent?.orderRef ?? '' }) : null;
  // The payment behind a page is asked about by its page.
  return payment?.kind === 'checkout'
    ? payment
    : introduced(db, intent?.orderRef ?? null, { intentId: notice.paymentIntentId });
}

/** A page on which a company pays an invoice. */
async function settleAccountOf(deps: Deps, notice: PaymentNotice): Promise<void> {
  const sessionId = 'sessionId' in notice ? notice.sessionId : null;
  const payment = sessionId ? await findAccountPayment(deps.db, { sessionId }) : null;
  if (payment) await settleAccountPayment(deps, { id: payment.id, via: 'webhook' });
}

async function introduced(
  db: Deps['db'],
  ref: string | null,
  name: { sessionId: string } | { intentId: string },
): Promise<Payment | null> {
  if (!isUuid(ref)) return null;
  const payment = await findPayment(db, { id: ref });
  if (!payment) return null;
  await rememberProvider(db, { id: payment.id, ...name });
  return { ...payment, ...name };
}
