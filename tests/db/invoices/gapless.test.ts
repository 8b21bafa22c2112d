import { afterAll, expect, test } from 'vitest';
import { runDueJobs } from '#app/jobs/worker.server.ts';
import { settlePayment } from '#app/use-cases/checkout/settle-payment.server.ts';
import { startPayment } from '#app/use-cases/checkout/start-payment.server.ts';
import { invoiceFile } from '#app/use-cases/invoices/invoice-file.server.ts';
import { issueInvoice } from '#app/use-cases/invoices/issue-invoice.server.ts';
import { issueOrderInvoice } from '#app/use-cases/invoices/issue-order-invoice.server.ts';
import { requestRefund } from '#app/use-cases/orders/request-refund.server.ts';
import { readFileContent } from '#db/queries/files.server.ts';
import { findInvoiceOfOrder, listCreditNotes } from '#db/queries/invoices.server.ts';
import { invoices } from '#db/schema/invoices.ts';
import { orders } from '#db/schema/orders.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { aCart, aShop, checkoutOf, depsAt, monday, processDeps, testClock } from '#tests/support/checkout-world.ts';
import { testDatabase } from '#tests/support/database.ts';
import { pay } from '#tests/support/payment-page.ts';
import { paymentsAt } from '#tests/support/paying.ts';
import { pdfPages } from '#tests/support/pdf-text.ts';
import { startStripeStandIn } from '#tests/support/stripe-stand-in.ts';

const standIn = await startStripeStandIn();
afterAll(() => standIn.stop());

async function aPaidOrder() {
  const { db, url } = await testDatabase({ connections: 8 });
  const process = processDeps(db, paymentsAt(standIn));
  const deps = depsAt(process, testClock());
  await aShop(db, [
    { sku: 'ESP-1K', prices: { EUR: '3.333333' }, stock: '100' },
    { sku: 'CUP', prices: { EUR: '8.394958' }, stock: '100', taxClass: 'standard' },
  ]);
  const buyer = await aCart(deps, [
    { sku: 'ESP-1K', quantity: '3' },
    { sku: 'CUP', quantity: '2' },
  ]);
  const started = await startPayment(deps, checkoutOf(buyer));
  if (!started.ok || started.value.kind !== 'redirect') throw new Error('the purchase was refused');
  await pay(started.value.url, { number: '4242424242424242' });
  const settled = await settlePayment(deps, { paymentId: started.value.paymentId, via: 'return' });
  return { db, url, process, deps, orderId: settled?.orderId ?? '' };
}

test('who pays by card gets one invoice, printed once, whoever asks first and however many do', async () => {
  const { db, url, process, deps, orderId } = await aPaidOrder();
  const asked = await Promise.all([
    runDueJobs(process, { url }),
    ...Array.from({ length: 8 }, () => issueOrderInvoice(deps, { orderId })),
  ]);
  const numbers = asked.slice(1).map((answer) => (answer as { ok: true; value: { number: string } }).value.number);
  expect(new Set(numbers)).toEqual(new Set(['INV-2027-00001']));
  const invoice = await findInvoiceOfOrder(db, { orderId });
  const files = await Promise.all([1, 2, 3].map(() => invoiceFile(deps, { id: invoice?.id ?? '' })));
  expect(new Set(files.map((file) => file?.id)).size).toBe(1);

  const content = await readFileContent(db, { id: files[0]?.id ?? '' });
  const [page = ''] = pdfPages(content ?? new Uint8Array());
  for (const said of [
    'INV-2027-00001',
    'Tradepost',
    'ESP-1K',
    'CUP',
    '7',
    '19',
    'VAT number DE000000000',
    'Paid in full',
  ])
    expect(page).toContain(said);
  expect(invoice?.snapshot.taxes.reduce((sum, tax) => sum + BigInt(tax.taxMinor), 0n)).toBe(invoice?.taxMinor);
});

test('a refund of what was invoiced is a credit note of exactly its shares, with a number of its own series', async () => {
  const { db, url, process, deps, orderId } = await aPaidOrder();
  await runDueJobs(process, { url });
  const wish = { kind: 'amount', minor: 777n } as const;
  await requestRefund(deps, { orderId, wish, reason: 'goodwill', personId: null, via: 'page' });
  await runDueJobs(process, { url });
  await runDueJobs(process, { url });
  const [note, ...more] = await listCreditNotes(db, { orderId });
  expect(more).toEqual([]);
  expect(note).toMatchObject({
    number: expect.stringMatching(/^CN-\d{4}-00001$/),
    amountMinor: 777n,
    appliedMinor: 0n,
  });
  const shares = note?.shares.reduce((sum, share) => sum + BigInt(share.netMinor) + BigInt(share.taxMinor), 0n);
  expect(shares).toBe(777n);
});

test('fifty at once, every seventh of them rolled back: numbers without a gap and without a double', async () => {
  const { db, deps } = await aPaidOrder();
  const [template] = await db.select().from(orders);
  if (!template) throw new Error('there is no order');
  const ids = Array.from({ length: 50 }, () => newId(monday.getTime()));
  await db
    .insert(orders)
    .values(
      ids.map((id, index) => ({ ...template, id, number: `TEST-${index}`, cartId: null, status: 'paid' as const })),
    );
  const failed = new Error('the process died here');
  const done = await Promise.allSettled(
    ids.map((orderId, index) =>
      db.transaction(async (tx) => {
        const issued = await issueInvoice(tx, { orderId, creditMinor: 0n, at: deps.now() });
        if (index % 7 === 3) throw failed;
        return issued.number;
      }),
    ),
  );
  expect(done.filter((each) => each.status === 'rejected').every((each) => each.reason === failed)).toBe(true);
  const taken = (await db.select({ number: invoices.number }).from(invoices)).map(({ number }) => number).sort();
  const kept = done.filter((each) => each.status === 'fulfilled').length;
  expect(kept).toBe(43);
  expect(taken).toEqual(Array.from({ length: kept }, (_, index) => `INV-2027-${String(index + 1).padStart(5, '0')}`));
  // What was rolled back is issued by whoever tries again, with the next number.
  const again = await issueOrderInvoice(deps, { orderId: ids[3] ?? '' });
  expect(again).toMatchObject({ ok: true, value: { number: 'INV-2027-00044' } });
});
