import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { companyScope, storeScope } from '#app/domain/access/company-scope.ts';
import { companyId, personId, unitId } from '#app/domain/access/ids.ts';
import { money } from '#app/domain/money/money.ts';
import { openStatement } from '#app/http/statement.server.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { setCreditHold } from '#app/use-cases/companies/set-credit-hold.server.ts';
import { recordTransfer, useBalance as settleFromBalance } from '#app/use-cases/invoices/record-transfer.server.ts';
import { cancelOrder } from '#app/use-cases/orders/cancel-order.server.ts';
import { readCredit } from '#db/queries/credit.server.ts';
import { findInvoiceOfOrder, listCompanyCreditNotes, listInvoices } from '#db/queries/invoices.server.ts';
import { sumUnused } from '#db/queries/transfers.server.ts';
import { persons } from '#db/schema/identity.ts';
import { invoicePayments } from '#db/schema/invoices.ts';
import { testDatabase } from '#tests/support/database.ts';
import { purchaseOrderWorld } from '#tests/support/purchase-order-world.ts';

const by = { personId: null, via: 'page' };

async function anInvoicedOrder() {
  const { db } = await testDatabase({ connections: 6 });
  const world = await purchaseOrderWorld(db);
  const company = await world.putCompany('harbour-hotels', { approval_rules: [] });
  const placed = async (number: string) => {
    const id = await world.submitted({ number, lines: [{ sku: 'ESP-1K', quantity: '10' }] });
    const done = await world.place(id);
    if (!done.ok || !done.value.orderId) throw new Error(JSON.stringify(done));
    const invoice = await findInvoiceOfOrder(db, { orderId: done.value.orderId });
    if (!invoice) throw new Error('it was not invoiced');
    return invoice;
  };
  const transfer = (reference: string, minor: bigint, invoiceIds: string[]) =>
    recordTransfer(world.deps, { companyId: company, amount: money(minor, 'EUR'), reference, invoiceIds, ...by });
  const again = async (orderId: string) => {
    const found = await findInvoiceOfOrder(db, { orderId });
    if (!found) throw new Error('the invoice is gone');
    return found;
  };
  return { db, ...world, company, placed, transfer, again };
}

test('two part payments at once settle no more than is owed; the rest is kept, told and used for the next invoice', async () => {
  const { db, deps, company, placed, transfer, again } = await anInvoicedOrder();
  const invoice = await placed('PO-1');
  const most = (invoice.payableMinor * 2n) / 3n;
  const paid = await Promise.all([transfer('BANK-1', most, [invoice.id]), transfer('BANK-2', most, [invoice.id])]);
  expect(paid.every(({ ok }) => ok)).toBe(true);
  const settled = await again(invoice.orderId);
  expect(settled.paidMinor).toBe(invoice.payableMinor);
  const over = most * 2n - invoice.payableMinor;
  expect(await sumUnused(db, { companyId: company })).toBe(over);
  expect(await readCredit(db, { companyId: company })).toMatchObject({ openMinor: 0n, reservedMinor: 0n });

  const next = await placed('PO-2');
  const used = await settleFromBalance(deps, { companyId: company, currency: 'EUR', invoiceIds: [next.id], ...by });
  expect(used).toMatchObject({ ok: true, value: { usedMinor: over, leftMinor: 0n } });
  expect((await again(next.orderId)).paidMinor).toBe(over);
  expect(await readCredit(db, { companyId: company })).toMatchObject({ openMinor: next.payableMinor - over });
});

test('the same reference of the bank is recorded once, however often it is sent', async () => {
  const { db, company, placed, transfer } = await anInvoicedOrder();
  const invoice = await placed('PO-1');
  const sent = await Promise.all([1, 2, 3, 4].map(() => transfer('BANK-1', 500n, [invoice.id])));
  expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
  const rows = await db.select().from(invoicePayments).where(eq(invoicePayments.invoiceId, invoice.id));
  expect(rows.map(({ amountMinor }) => amountMinor)).toEqual([500n]);
  expect(await readCredit(db, { companyId: company })).toMatchObject({ openMinor: invoice.payableMinor - 500n });
});

test('a cancelled order is credited with a note, its credit is free, and the statement tells both', async () => {
  const { db, deps, company, placed, transfer } = await anInvoicedOrder();
  const [one, other] = [await placed('PO-1'), await placed('PO-2')];
  await transfer('BANK-1', 100n, [other.id]);
  await cancelOrder(deps, { orderId: one.orderId, reason: 'by_buyer', ...by });
  const scope = storeScope();
  const open = await openStatement(db, { scope, companyId: company, currency: 'EUR', at: deps.now() });
  expect(open.rows.map(({ number }) => number)).toEqual([other.number]);
  expect(open.total.minor).toBe(other.payableMinor - 100n);
  expect(await readCredit(db, { companyId: company })).toMatchObject({ openMinor: other.payableMinor - 100n });
  const notes = await listCompanyCreditNotes(db, { scope, companyId: company, limit: 10 });
  expect(notes).toMatchObject([
    { invoiceNumber: one.number, amountMinor: one.payableMinor, appliedMinor: one.payableMinor },
  ]);
});

test('a statement is nobody else’s: another company and other units see nothing of it', async () => {
  const { db, company, placed } = await anInvoicedOrder();
  await placed('PO-1');
  const outsider = companyScope({
    person: personId(newId()),
    company: companyId(newId()),
    units: new Map([[unitId(newId()), null]]),
    roles: [],
  });
  const page = { scope: outsider, companyId: company, onlyOpen: false, after: null, limit: 10 };
  expect(await listInvoices(db, page)).toEqual([]);
  expect(await listCompanyCreditNotes(db, { scope: outsider, companyId: company, limit: 10 })).toEqual([]);
  expect(await listInvoices(db, { ...page, scope: storeScope() })).toHaveLength(1);
});

test('a hold refuses what is submitted after it, and goes on with what was accepted', async () => {
  const { db, deps, company, create, submit, submitted, place } = await anInvoicedOrder();
  const lines = [{ sku: 'ESP-1K', quantity: '10' }];
  const accepted = await submitted({ number: 'PO-1', lines });
  const [member] = await db.select({ id: persons.id }).from(persons).limit(1);
  const rep = { personId: member?.id ?? '', via: 'page' };
  const hold = (act: 'place' | 'lift') =>
    setCreditHold(deps, { companyId: company, hold: act, reason: 'late', ...rep });
  expect(await hold('place')).toMatchObject({ ok: true });
  expect(await hold('place')).toMatchObject({ code: 'wrong_state' });
  const made = await create({ number: 'PO-2', lines });
  expect((await submit(made.body.id)).status).toBe(409);
  expect(await place(accepted)).toMatchObject({ ok: true, value: { status: 'placed' } });
  expect(await hold('lift')).toMatchObject({ ok: true });
  expect((await submit(made.body.id)).status).toBe(200);
});
