import type { AppLoadContext } from '@remix-run/node';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { personId } from '#app/domain/access/ids.ts';
import { type CompanyScope, salesScope, storeScope } from '#app/domain/access/company-scope.ts';
import { salesDays } from '#app/domain/orders/sales-day.ts';
import { orderForViewer } from '#app/http/order-access.server.ts';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { openStaffAccount } from '#app/use-cases/identity/open-staff-account.server.ts';
import { findMembers, findPeople, findPurchaseOrdersByNumber, findSkus } from '#db/queries/everything.server.ts';
import { findCompanyOrders, isOrderInScope, searchOrders } from '#db/queries/order-lists.server.ts';
import { searchStock } from '#db/queries/stock-lists.server.ts';
import { countTasks, sumSales } from '#db/queries/today.server.ts';
import { companies } from '#db/schema/companies.ts';
import { orders } from '#db/schema/orders.ts';
import { purchaseOrders } from '#db/schema/purchase-orders.ts';
import { aCompany } from '#tests/support/company-world.ts';
import { aShop } from '#tests/support/checkout-world.ts';
import { testDatabase } from '#tests/support/database.ts';
import { testDeps } from '#tests/support/deps.ts';

describe('what waits for the store’s people today', async () => {
  const { db } = await testDatabase({ connections: 2 });
  const { deps } = testDeps(db, { at: '2027-03-02T12:00:00Z' });
  const anOrder = async (number: string, p: Partial<typeof orders.$inferInsert>) =>
    db.insert(orders).values({
      id: newId(),
      number,
      status: 'paid',
      channel: 'storefront',
      email: `${number.toLowerCase()}@home.example`,
      locale: 'en',
      market: 'eu',
      currency: 'EUR',
      roundingMode: 'half_away',
      showsTaxIncluded: true,
      totalMinor: 1000n,
      freightMinor: 0n,
      freightTaxMinor: 0n,
      taxMinor: 190n,
      payableMinor: 1190n,
      paidMinor: 1190n,
      shipTo: { name: 'Marta', address: 'Weg 1', city: 'Berlin', postalCode: '10117', country: 'DE' },
      shippingMethod: 'standard',
      placedAt: new Date('2027-03-02T08:00:00Z'),
      createdAt: new Date('2027-03-02T08:00:00Z'),
      ...p,
    });

  await aShop(db, [
    { sku: 'LOW-1', prices: { EUR: '1' }, stock: '5' },
    { sku: 'FULL-1', prices: { EUR: '1' }, stock: '6' },
    { sku: 'LATER-1', prices: { EUR: '1' }, stock: '0', stockPolicy: 'backorder' },
  ]);
  await anOrder('TP-PAID', {});
  await anOrder('TP-OWED', { status: 'placed', paidMinor: 0n, channel: 'purchase_order' });
  await anOrder('TP-PART', { status: 'partly_fulfilled', placedAt: new Date('2027-02-23T08:00:00Z') });
  await anOrder('TP-DONE', { status: 'fulfilled', placedAt: new Date('2027-02-23T11:59:00Z') });
  await anOrder('TP-LATE', { status: 'fulfilled', placedAt: new Date('2027-02-23T12:00:00Z') });
  await anOrder('TP-GONE', { status: 'cancelled' });
  await anOrder('TP-NOT-YET', { status: 'awaiting_payment', placedAt: null });

  test('each count is the length of the list it leads to', async () => {
    const counts = await countTasks(db);
    const listed = async (task: 'unpaid' | 'unshipped') =>
      (await searchOrders(db, { words: '', task, after: null, limit: 50 })).map(({ number }) => number).sort();
    expect(await listed('unpaid')).toEqual(['TP-OWED']);
    expect(await listed('unshipped')).toEqual(['TP-OWED', 'TP-PAID', 'TP-PART']);
    const low = await searchStock(db, { words: '', isLowOnly: true, after: null, limit: 50 });
    expect(low.map(({ sku }) => sku)).toEqual(['LOW-1']);
    expect(counts).toEqual({ unpaid: 1, unshipped: 3, returns: 0, reviews: 0, low: 1, jobs: 0, deliveries: 0 });
  });

  test('today’s sales stand beside the same weekday until the same minute, by channel, without what was cancelled', async () => {
    const sales = await sumSales(db, salesDays(deps.now(), 'Europe/Berlin'));
    expect(sales).toEqual([
      {
        channel: 'purchase_order',
        currency: 'EUR',
        orders: 1,
        totalMinor: 1000n,
        ordersBefore: 0,
        totalMinorBefore: 0n,
      },
      {
        channel: 'storefront',
        currency: 'EUR',
        orders: 1,
        totalMinor: 1000n,
        ordersBefore: 2,
        totalMinorBefore: 2000n,
      },
    ]);
  });

  test('one box finds people, SKUs and purchase orders; a rep those of their own companies alone', async () => {
    const company = await aCompany(deps, { ana: ['hq', 'admin'] });
    const other = await aCompany(deps, { ben: ['hq', 'admin'] });
    await db
      .update(companies)
      .set({ repId: company.personOf('ana') })
      .where(sql`${companies.id} = ${company.id}`);
    await db
      .update(companies)
      .set({ repId: other.personOf('ben') })
      .where(sql`${companies.id} = ${other.id}`);
    expect(await findPeople(db, { words: company.email('ANA'), limit: 5 })).toHaveLength(1);
    expect(await findPeople(db, { words: '%', limit: 5 })).toEqual([]);
    expect(await findSkus(db, { words: 'low', limit: 5 })).toMatchObject([{ sku: 'LOW-1' }]);
    const orderOf = (number: string, of: typeof company, who: string) =>
      db.insert(purchaseOrders).values({
        id: newId(),
        number,
        companyId: of.id,
        unitId: of.unit('hq'),
        status: 'draft',
        createdBy: of.personOf(who),
        createdAt: deps.now(),
        changedAt: deps.now(),
      });
    await orderOf('PO-7', company, 'ana');
    await orderOf('PO-8', other, 'ben');
    const found = async (scope: CompanyScope) =>
      (await findPurchaseOrdersByNumber(db, { scope, words: 'po-', limit: 5 })).map(({ number }) => number).sort();
    const rep = salesScope({ person: personId(company.personOf('ana')), roles: ['rep'] });
    expect(await found(storeScope())).toEqual(['PO-7', 'PO-8']);
    expect(await found(rep)).toEqual(['PO-7']);

    const [mine, theirs] = [newId(), newId()];
    await anOrder('TP-MINE', { id: mine, companyId: company.id, unitId: company.unit('hq') });
    await anOrder('TP-THEIRS', { id: theirs, companyId: other.id, unitId: other.unit('hq') });
    const ordersOf = async (scope: CompanyScope) =>
      (await findCompanyOrders(db, { scope, words: 'tp-', limit: 5 })).map(({ number }) => number).sort();
    expect(await ordersOf(storeScope())).toEqual(['TP-MINE', 'TP-THEIRS']);
    expect(await ordersOf(rep)).toEqual(['TP-MINE']);
    expect(await isOrderInScope(db, { scope: rep, orderId: mine })).toBe(true);
    expect(await isOrderInScope(db, { scope: rep, orderId: theirs })).toBe(false);
    const people = async (scope: CompanyScope, words: string) =>
      (await findMembers(db, { scope, words, limit: 5 })).length;
    expect(await people(rep, company.email('ANA'))).toBe(1);
    expect(await people(rep, other.email('BEN'))).toBe(0);
    expect(await people(storeScope(), other.email('BEN'))).toBe(1);
  });

  test('a rep opens the orders of their own companies, and neither those of others nor a consumer’s', async () => {
    const opened = await openStaffAccount(deps, {
      email: 'rep@store.example',
      name: 'Rosa',
      role: 'rep',
      by: null,
      via: 'test',
    });
    if (!opened.ok) throw new Error('nobody was hired');
    const mine = await aCompany(deps, { cleo: ['hq', 'admin'] });
    const theirs = await aCompany(deps, { dora: ['hq', 'admin'] });
    const looksAfter = async (of: typeof mine, repId: string) =>
      db
        .update(companies)
        .set({ repId })
        .where(sql`${companies.id} = ${of.id}`);
    await looksAfter(mine, opened.value.personId);
    await looksAfter(theirs, theirs.personOf('dora'));
    await anOrder('AAAA-AAAAM', { companyId: mine.id, unitId: mine.unit('hq') });
    await anOrder('AAAA-AAAAT', { companyId: theirs.id, unitId: theirs.unit('hq') });
    await anOrder('AAAA-AAAAC', {});
    const sessions = sessionStore(db, deps.settings);
    const session = await sessions.create({ personId: opened.value.personId, assurance: 2, userAgent: 'test' });
    const headers = { Cookie: sessions.cookie(session).split(';')[0] ?? '' };
    const open = async (number: string) => {
      const request = new Request(`http://localhost:3000/orders/${number}`, { headers });
      const context = { deps, nonce: 'n', requestId: 'r', clientIp: '127.0.0.1' } as AppLoadContext;
      const answer: unknown = await orderForViewer(request, context, number).catch((thrown: unknown) => thrown);
      return answer instanceof Response ? answer.status : 200;
    };
    expect(await Promise.all(['AAAA-AAAAM', 'AAAA-AAAAT', 'AAAA-AAAAC'].map(open))).toEqual([200, 404, 404]);
  });
});
