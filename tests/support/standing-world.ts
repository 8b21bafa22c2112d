import { and, asc, eq, sql } from 'drizzle-orm';
import type { Deps } from '#app/deps.server.ts';
import { personId } from '#app/domain/access/ids.ts';
import type { Rhythm } from '#app/domain/standing-orders/schedule.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Payments } from '#app/integrations/stripe/payments.ts';
import { settlePayment } from '#app/use-cases/checkout/settle-payment.server.ts';
import { startPayment } from '#app/use-cases/checkout/start-payment.server.ts';
import { makeStandingOrder } from '#app/use-cases/standing-orders/make-standing-order.server.ts';
import { sweepStandingOrders } from '#app/use-cases/standing-orders/sweep-standing-orders.server.ts';
import type { Db } from '#db/client.server.ts';
import { keepPaymentCustomer } from '#db/queries/payment-customers.server.ts';
import { outboxEmails } from '#db/schema/jobs.ts';
import { persons } from '#db/schema/identity.ts';
import { orders } from '#db/schema/orders.ts';
import { priceEntries, priceListRevisions, priceLists } from '#db/schema/pricing.ts';
import { standingOrderRuns, standingOrders } from '#db/schema/standing-orders.ts';
import { aCart, aShop, checkoutOf, depsAt, processDeps, visitor } from './checkout-world.ts';
import { authenticate, pay } from './payment-page.ts';

/** A shop with two articles, and a consumer who bought both by a card that was kept. Its clock is put to an instant. */
export async function standingWorld(db: Db, payments: Payments, start = '2027-03-01T09:00:00Z') {
  let moment = new Date(start);
  const clock = { now: () => new Date(moment), advance: () => undefined };
  const deps: Deps = depsAt(processDeps(db, payments), clock);
  const ids = await aShop(
    db,
    [
      { sku: 'ESP-1K', prices: { EUR: '20.00' }, stock: '1000', weightGrams: 1050 },
      { sku: 'FIL-1K', prices: { EUR: '10.00' }, stock: '1000', weightGrams: 1050 },
    ],
    { from: new Date(moment.getTime() - 30 * 86_400_000) },
  );

  const charge = async (number: string, owner: string) => {
    const providerId = await payments.createCustomer({
      ...{ email: 'ada@example.org', name: 'Ada', reference: owner, idempotencyKey: newId() },
    });
    const { url } = await payments.openCardSetup({
      ...{ customerId: providerId, locale: 'en', idempotencyKey: newId() },
      ...{ successUrl: 'http://localhost:3000/back', cancelUrl: 'http://localhost:3000/away' },
    });
    const back = await pay(url, { number });
    if (!back.startsWith('http://localhost:3000')) await authenticate(back, 'complete');
    const [card] = await payments.listSavedCards(providerId);
    return { providerId, methodId: card?.paymentMethodId ?? null };
  };

  /** Somebody who bought two of one and one of the other. */
  const aConsumer = async () => {
    const person = personId(newId());
    const email = `${person}@example.org`;
    await db.insert(persons).values({ id: person, email, name: 'Ada Lovelace', locale: 'en', createdAt: moment });
    const buyer = await aCart(
      deps,
      [
        { sku: 'ESP-1K', quantity: '2' },
        { sku: 'FIL-1K', quantity: '1' },
      ],
      { ...visitor(), owner: { cartId: null, personId: person, unitId: null } },
    );
    const started = await startPayment(deps, checkoutOf(buyer));
    if (!started.ok || started.value.kind !== 'redirect') throw new Error('no page');
    await pay(started.value.url, { number: '4242424242424242', save: true });
    const settled = await settlePayment(deps, { paymentId: started.value.paymentId, via: 'return' });
    if (settled?.state !== 'paid') throw new Error('not paid');
    const reader = { kind: 'person' as const, personId: person };
    const actor = { person, via: 'page', member: null, standsInFor: null, staff: null };
    const who = { actor, personId: person, reader };
    const make = async (rhythm: Rhythm, more: { id?: string; endsOn?: string; tolerancePercent?: string } = {}) => {
      const made = await makeStandingOrder(deps, {
        ...{ id: more.id ?? newId(), actor, ownerId: person, reader, name: 'Coffee', rhythm, wanted: [] },
        order: { id: settled.orderId, scope: { kind: 'staff' } },
        endsOn: more.endsOn ?? null,
        tolerancePercent: more.tolerancePercent ?? '5',
      });
      if (!made.ok) throw new Error(made.code);
      return made.value.id;
    };
    const useCard = async (number: string) => {
      const card = await charge(number, person);
      await db.transaction((tx) => keepPaymentCustomer(tx, { ...card, personId: person, at: moment }));
    };
    return { person, email, who, make, useCard, orderId: settled.orderId };
  };

  return {
    db,
    deps,
    ids,
    aConsumer,
    now: () => new Date(moment),
    /** The clock stands there now, and what is due is done. */
    at: async (instant: string) => {
      moment = new Date(instant);
      await sweepStandingOrders(deps);
    },
    moveTo: (instant: string | Date) => {
      moment = new Date(instant);
    },
    /** From now on it costs that much. */
    price: async (sku: string, unitPrice: string, from: Date = moment) => {
      const [list] = await db.select().from(priceLists).where(eq(priceLists.kind, 'standard'));
      const [{ latest } = { latest: 0 }] = await db
        .select({ latest: sql<number>`max(${priceListRevisions.number})::int` })
        .from(priceListRevisions)
        .where(eq(priceListRevisions.listId, list?.id ?? ''));
      const [before] = await db
        .select()
        .from(priceListRevisions)
        .where(and(eq(priceListRevisions.listId, list?.id ?? ''), eq(priceListRevisions.number, latest)));
      const entries = await db
        .select()
        .from(priceEntries)
        .where(eq(priceEntries.revisionId, before?.id ?? ''));
      const revisionId = newId();
      await db.insert(priceListRevisions).values({
        ...(before as typeof priceListRevisions.$inferInsert),
        ...{ id: revisionId, number: latest + 1, startsAt: from, effectiveAt: from, approvedAt: moment },
        createdAt: moment,
      });
      await db.insert(priceEntries).values(
        entries.map((entry) => ({
          ...entry,
          id: newId(),
          revisionId,
          unitPrice: entry.targetId === ids.get(sku) ? unitPrice : entry.unitPrice,
        })),
      );
    },
    runs: (id: string) =>
      db
        .select()
        .from(standingOrderRuns)
        .where(eq(standingOrderRuns.standingOrderId, id))
        .orderBy(asc(standingOrderRuns.plannedOn)),
    standing: async (id: string) => {
      const [row] = await db.select().from(standingOrders).where(eq(standingOrders.id, id));
      if (!row) throw new Error('no such standing order');
      return row;
    },
    /** What the owner was told, in the order it was. */
    news: async (id: string) => {
      const mails = await db.select().from(outboxEmails).orderBy(asc(outboxEmails.createdAt), asc(outboxEmails.id));
      return mails
        .filter(({ template, key }) => template === 'standing-order' && key.includes(id))
        .map(({ props }) => (props as { news: string }).news);
    },
    ordered: (person: string) =>
      db
        .select()
        .from(orders)
        .where(and(eq(orders.personId, person), eq(orders.channel, 'standing_order')))
        .orderBy(asc(orders.createdAt)),
  };
}
