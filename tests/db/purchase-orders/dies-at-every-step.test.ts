import { and, eq, inArray, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/integrations/ids.server.ts';
import type { Payments } from '#app/integrations/stripe/payments.ts';
import { sweepPayments } from '#app/use-cases/checkout/sweep-payments.server.ts';
import { placePurchaseOrder } from '#app/use-cases/purchase-orders/place-purchase-order.server.ts';
import { openDatabase } from '#db/client.server.ts';
import { readBudgetUse } from '#db/queries/budgets.server.ts';
import { readCredit } from '#db/queries/credit.server.ts';
import { keepCompanyCustomer } from '#db/queries/payment-customers.server.ts';
import { costCentres } from '#db/schema/companies.ts';
import { orders, payments, stockReservations } from '#db/schema/orders.ts';
import { invoices } from '#db/schema/invoices.ts';
import { testDatabase } from '#tests/support/database.ts';
import { pay } from '#tests/support/payment-page.ts';
import { paymentsAt } from '#tests/support/paying.ts';
import { purchaseOrderWorld } from '#tests/support/purchase-order-world.ts';
import { startStripeStandIn } from '#tests/support/stripe-stand-in.ts';

const standIn = await startStripeStandIn();
afterAll(() => standIn.stop());
const { db, url } = await testDatabase({ connections: 4 });
const world = await purchaseOrderWorld(db);
const living = { ...world.deps, payments: paymentsAt(standIn) };
const isLong = process.env.LONG === '1';

const putCompany = (slug: string, terms: string) =>
  world.putCompany(slug, {
    terms,
    approval_rules: [],
    delegations: [],
    members: [{ email: 'ana@harbour.example', name: 'Ana', unit: 'pier-9', roles: ['buyer', 'admin'] }],
    credit_limit: { amount: '1000000.00', currency: 'EUR' },
    cost_centres: [{ code: 'BAR', owner: null, budget: { amount: '500000.00', currency: 'EUR', period: 'month' } }],
  });
const ids: Record<string, string> = {};

beforeAll(async () => {
  ids['on-terms'] = await putCompany('on-terms', 'net30');
  ids['by-card'] = await putCompany('by-card', 'now');
  const companyId = ids['by-card'];
  const providerId = await living.payments.createCustomer({
    email: 'ana@harbour.example',
    name: null,
    reference: companyId,
    idempotencyKey: newId(),
  });
  const { url: page } = await living.payments.openCardSetup({
    customerId: providerId,
    successUrl: 'http://localhost:3000/back',
    cancelUrl: 'http://localhost:3000/away',
    locale: 'en',
    idempotencyKey: newId(),
  });
  await pay(page, { number: '4242424242424242' });
  const [card] = await living.payments.listSavedCards(providerId);
  await keepCompanyCustomer(db, { providerId, companyId, methodId: card?.paymentMethodId ?? null, at: world.at() });
});

/** A worker that is cut off from everything at its n-th step: a statement, or a call to the provider, before or after. */
async function liveUntil(id: string, dieAt: number): Promise<{ isDone: boolean }> {
  let steps = 0;
  const step = () => {
    steps += 1;
    if (steps === dieAt) throw new Error('cut off');
  };
  const { db: mortalDb, close } = openDatabase(url, { connections: 1, onStatement: step });
  const mortal = new Proxy(living.payments, {
    get(target, name: keyof Payments) {
      const call = target[name] as (...given: unknown[]) => Promise<unknown>;
      return async (...given: unknown[]) => {
        step();
        const answer = await call(...given);
        step();
        return answer;
      };
    },
  });
  try {
    await placePurchaseOrder({ ...living, db: mortalDb, payments: mortal }, { id });
    return { isDone: steps < dieAt };
  } catch {
    return { isDone: false };
  } finally {
    await close();
  }
}

test.each([
  ['on-terms', { orders: ['placed'], invoices: 1 }],
  ['by-card', { orders: ['paid'], invoices: 0 }],
] as const)(
  '%s: cut off at any step of placement, afterwards there is one order, paid or owed once',
  { timeout: 600_000 },
  async (slug, expected) => {
    const companyId = ids[slug] ?? '';
    let placedSoFar = 0n;
    let count = 0n;
    for (let dieAt = 1; dieAt < 200; dieAt += isLong ? 1 : 4) {
      const made = await world.create({
        company: slug,
        cost_centre: 'BAR',
        lines: [{ sku: 'ESP-1K', quantity: '10' }],
      });
      const { id } = made.body;
      expect((await world.submit(id)).body.status).toBe('approved');
      const { isDone } = await liveUntil(id, dieAt);
      await sweepPayments(living);
      await placePurchaseOrder(living, { id });

      expect(await world.seen(id)).toMatchObject({ status: 'placed' });
      const ofThis = await db.select().from(orders).where(eq(orders.purchaseOrderId, id));
      expect(ofThis.map(({ status }) => status)).toEqual(expected.orders);
      const [order] = ofThis;
      expect(await db.$count(invoices, eq(invoices.purchaseOrderId, id))).toBe(expected.invoices);
      expect(await db.$count(stockReservations, eq(stockReservations.orderId, order?.id ?? ''))).toBe(1);
      const paid = and(eq(payments.purchaseOrderId, id), inArray(payments.status, ['paid']));
      expect(await db.$count(payments, paid)).toBe(slug === 'by-card' ? 1 : 0);
      const placedEvents = await db.execute(
        sql`select 1 from trail_entries where document_id = ${id} and event = 'placed'`,
      );
      expect(placedEvents).toHaveLength(1);

      count += 1n;
      placedSoFar += order?.totalMinor ?? 0n;
      const [centre] = await db.select().from(costCentres).where(eq(costCentres.companyId, companyId));
      const budget = await readBudgetUse(db, { costCentreId: centre?.id ?? '', period: '2027-01', except: newId() });
      expect(budget).toEqual({ reservedMinor: 0n, spentMinor: placedSoFar });
      const credit = await readCredit(db, { companyId });
      expect(credit?.reservedMinor).toBe(0n);
      expect(credit?.openMinor).toBe(slug === 'on-terms' ? count * (order?.payableMinor ?? 0n) : 0n);
      if (isDone) return;
    }
    throw new Error('it never got through');
  },
);
