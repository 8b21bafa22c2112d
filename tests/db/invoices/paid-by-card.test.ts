import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MemberActor } from '#app/domain/access/actor.ts';
import { personId } from '#app/domain/access/ids.ts';
import { money } from '#app/domain/money/money.ts';
import { receivePaymentNotice } from '#app/use-cases/checkout/receive-payment-notice.server.ts';
import {
  settleAccountPayment,
  startAccountPayment,
  sweepAccountPayments,
} from '#app/use-cases/invoices/pay-invoice-by-card.server.ts';
import { recordTransfer } from '#app/use-cases/invoices/record-transfer.server.ts';
import { findAccountPayment } from '#db/queries/account-payments.server.ts';
import { readCredit } from '#db/queries/credit.server.ts';
import { type Invoice, findInvoice, findInvoiceOfOrder } from '#db/queries/invoices.server.ts';
import { findMember } from '#db/queries/memberships.server.ts';
import { findPersonByEmail } from '#db/queries/ordering-companies.server.ts';
import { sumUnused } from '#db/queries/transfers.server.ts';
import { invoicePayments } from '#db/schema/invoices.ts';
import { testDatabase } from '#tests/support/database.ts';
import { pay } from '#tests/support/payment-page.ts';
import { paymentsAt } from '#tests/support/paying.ts';
import { purchaseOrderWorld } from '#tests/support/purchase-order-world.ts';
import { startStripeStandIn } from '#tests/support/stripe-stand-in.ts';

const standIn = await startStripeStandIn();
afterAll(() => standIn.stop());
const { db } = await testDatabase({ connections: 6 });
const world = await purchaseOrderWorld(db);
const deps = { ...world.deps, payments: paymentsAt(standIn) };
let company = '';
let cfo: MemberActor;

const actorOf = async (email: string): Promise<MemberActor> => {
  const person = await findPersonByEmail(db, { email });
  const found = person && (await findMember(db, { companyId: company, personId: person.id }));
  if (!person || !found) throw new Error(email);
  return { person: personId(person.id), via: 'page', member: found.member, standsInFor: null, staff: null };
};
beforeAll(async () => {
  company = await world.putCompany('harbour-hotels', { approval_rules: [] });
  cfo = await actorOf('cfo@harbour.example');
});

let count = 0;
async function invoiced(): Promise<Invoice> {
  count += 1;
  const id = await world.submitted({ number: `PO-${count}`, lines: [{ sku: 'ESP-1K', quantity: '10' }] });
  const done = await world.place(id);
  const invoice = done.ok && done.value.orderId ? await findInvoiceOfOrder(db, { orderId: done.value.orderId }) : null;
  if (!invoice) throw new Error('it was not invoiced');
  return invoice;
}
const start = (invoice: Invoice, actor = cfo) =>
  startAccountPayment(deps, {
    actor,
    invoiceId: invoice.id,
    origin: 'http://localhost:3000',
    locale: 'en',
    email: 'cfo@harbour.example',
  });
const started = async (invoice: Invoice) => {
  const done = await start(invoice);
  if (!done.ok) throw new Error(done.code);
  const payment = await findAccountPayment(db, { underWayOf: invoice.id });
  if (!payment) throw new Error('no payment is under way');
  return { url: done.value.url, payment };
};
const paidOf = async (invoice: Invoice) => (await findInvoice(db, { id: invoice.id }))?.paidMinor;
const card = { number: '4242424242424242' };

describe('an invoice paid by card', () => {
  test('is settled once, however often and by whomever it is asked, and its credit is free', async () => {
    const before = (await readCredit(db, { companyId: company }))?.openMinor ?? 0n;
    const invoice = await invoiced();
    const [one, two] = await Promise.all([start(invoice), start(invoice)]);
    expect(one).toEqual(two);
    const { url, payment } = await started(invoice);
    await pay(url, card);
    const asked = ['return', 'webhook', 'job:sweep-payments', 'return'];
    const said = await Promise.all(asked.map((via) => settleAccountPayment(deps, { id: payment.id, via })));
    expect(new Set(said)).toEqual(new Set(['paid']));
    expect(await paidOf(invoice)).toBe(invoice.payableMinor);
    const rows = await db.select().from(invoicePayments).where(eq(invoicePayments.invoiceId, invoice.id));
    expect(rows).toMatchObject([{ kind: 'card', amountMinor: invoice.payableMinor, personId: cfo.person }]);
    expect((await readCredit(db, { companyId: company }))?.openMinor).toBe(before);
    expect(await start(invoice)).toMatchObject({ code: 'nothing_open' });
  });

  test('is settled by the sweep where nobody came back', async () => {
    const invoice = await invoiced();
    const { url } = await started(invoice);
    await sweepAccountPayments(deps);
    expect(await paidOf(invoice)).toBe(0n);
    await pay(url, card);
    world.moveTo(new Date(deps.now().getTime() + 3 * 60_000).toISOString());
    await sweepAccountPayments(deps);
    expect(await paidOf(invoice)).toBe(invoice.payableMinor);
  });

  test('what came twice, by transfer meanwhile, is the company’s to use', async () => {
    const unused = await sumUnused(db, { companyId: company });
    const invoice = await invoiced();
    const { url, payment } = await started(invoice);
    await recordTransfer(deps, {
      companyId: company,
      amount: money(invoice.payableMinor, 'EUR'),
      reference: 'BANK-77',
      invoiceIds: [invoice.id],
      personId: null,
      via: 'page',
    });
    await pay(url, card);
    expect(await settleAccountPayment(deps, { id: payment.id, via: 'return' })).toBe('paid');
    expect(await paidOf(invoice)).toBe(invoice.payableMinor);
    expect(await sumUnused(db, { companyId: company })).toBe(unused + invoice.payableMinor);
  });

  test('begun again after a part came by transfer, it asks for what is open then; the older page takes nothing', async () => {
    const invoice = await invoiced();
    const first = await started(invoice);
    const part = 1_000n;
    await recordTransfer(deps, {
      companyId: company,
      amount: money(part, 'EUR'),
      reference: 'BANK-78',
      invoiceIds: [invoice.id],
      personId: null,
      via: 'page',
    });
    const [one, two] = await Promise.all([start(invoice), start(invoice)]);
    expect(one).toEqual(two);
    const second = await started(invoice);
    expect(second.payment.id).not.toBe(first.payment.id);
    expect(second.payment.amountMinor).toBe(invoice.payableMinor - part);
    await expect(pay(first.url, card)).rejects.toThrow();
    await pay(second.url, card);
    expect(await settleAccountPayment(deps, { id: second.payment.id, via: 'return' })).toBe('paid');
    expect(await paidOf(invoice)).toBe(invoice.payableMinor);
  });

  test('who turns back pays nothing and may begin again', async () => {
    const invoice = await invoiced();
    const first = await started(invoice);
    expect(await settleAccountPayment(deps, { id: first.payment.id, via: 'return', isOver: true })).toBe('expired');
    const second = await started(invoice);
    expect(second.payment.id).not.toBe(first.payment.id);
    expect(await paidOf(invoice)).toBe(0n);
  });

  test('only who looks after the company’s money may, and nobody in their name', async () => {
    const invoice = await invoiced();
    expect(await start(invoice, await actorOf('ana@harbour.example'))).toMatchObject({ code: 'forbidden' });
    expect(await start(invoice, { ...cfo, standsInFor: cfo.person })).toMatchObject({ code: 'forbidden' });
    const other = await world.putCompany('elsewhere', {
      members: [{ email: 'sam@elsewhere.example', name: 'Sam', unit: 'hq', roles: ['admin', 'finance'] }],
      cost_centres: [],
      approval_rules: [],
      delegations: [],
    });
    const person = await findPersonByEmail(db, { email: 'sam@elsewhere.example' });
    const sam = person && (await findMember(db, { companyId: other, personId: person.id }));
    if (!person || !sam) throw new Error('nobody');
    const stranger = { ...cfo, person: personId(person.id), member: sam.member };
    expect(await start(invoice, stranger)).toMatchObject({ code: 'not_found' });
  });

  test('a notice of the provider settles it as well', async () => {
    const invoice = await invoiced();
    const { url, payment } = await started(invoice);
    await pay(url, card);
    const notice = {
      kind: 'checkout_finished',
      id: 'evt_1',
      type: 'checkout.session.completed',
      sessionId: payment.sessionId,
    };
    const heard = { ...deps, payments: { ...deps.payments, verifyWebhook: () => ({ ok: true, value: notice }) } };
    await receivePaymentNotice(heard as unknown as typeof deps, { rawBody: '', signature: null });
    expect(await paidOf(invoice)).toBe(invoice.payableMinor);
  });
});
