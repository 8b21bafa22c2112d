import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { asc, eq } from 'drizzle-orm';
import type { MemberActor } from '#app/domain/access/actor.ts';
import { personId } from '#app/domain/access/ids.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { deactivateMember } from '#app/use-cases/companies/deactivate-member.server.ts';
import { sweepPayments } from '#app/use-cases/checkout/sweep-payments.server.ts';
import {
  pauseStandingOrder,
  resumeStandingOrder,
  takeOverStandingOrder,
} from '#app/use-cases/standing-orders/change-standing-order.server.ts';
import { changeRunAlone, orderRunNow } from '#app/use-cases/standing-orders/change-run.server.ts';
import { placePurchaseOrder } from '#app/use-cases/purchase-orders/place-purchase-order.server.ts';
import { makeStandingOrder } from '#app/use-cases/standing-orders/make-standing-order.server.ts';
import { sweepStandingOrders } from '#app/use-cases/standing-orders/sweep-standing-orders.server.ts';
import { keepCompanyCustomer } from '#db/queries/payment-customers.server.ts';
import { findMember } from '#db/queries/memberships.server.ts';
import { findPersonByEmail } from '#db/queries/ordering-companies.server.ts';
import { memberRoles } from '#db/schema/companies.ts';
import { outboxEmails } from '#db/schema/jobs.ts';
import { purchaseOrders } from '#db/schema/purchase-orders.ts';
import { standingOrderRuns, standingOrders } from '#db/schema/standing-orders.ts';
import { testDatabase } from '#tests/support/database.ts';
import { pay } from '#tests/support/payment-page.ts';
import { paymentsAt } from '#tests/support/paying.ts';
import { purchaseOrderWorld } from '#tests/support/purchase-order-world.ts';
import { startStripeStandIn } from '#tests/support/stripe-stand-in.ts';
import { findUnitsBySlug } from '#tests/support/units.ts';

const standIn = await startStripeStandIn();
afterAll(() => standIn.stop());
beforeEach(() => standIn.calm());

/** Ana of Pier 9 ordered some, and has it come every week from Monday 1 February on. */
async function aHotel(quantity: string, company: object = {}) {
  const { db } = await testDatabase({ connections: 4 });
  const world = await purchaseOrderWorld(db);
  const deps = { ...world.deps, payments: paymentsAt(standIn) };
  const companyId = await world.putCompany('harbour-hotels', { delegations: [], ...company });
  const memberOf = async (name: string): Promise<MemberActor & { memberId: string }> => {
    const person = personId((await findPersonByEmail(db, { email: `${name}@harbour.example` }))?.id ?? '');
    const found = await findMember(db, { companyId, personId: person });
    if (!found) throw new Error(`${name} is no member`);
    const { member, memberId } = found;
    return { person, via: 'page', member, standsInFor: null, staff: null, memberId };
  };
  const units = await findUnitsBySlug(db, companyId);
  const reader = { kind: 'member' as const, companyId, unitIds: Object.values(units) };
  const who = async (name: string) => {
    const actor = await memberOf(name);
    return { actor, personId: actor.person, reader };
  };
  const saveCard = async (number: string) => {
    const providerId = await deps.payments.createCustomer({
      ...{ email: 'cfo@harbour.example', name: 'Harbour', reference: companyId, idempotencyKey: newId() },
    });
    const { url } = await deps.payments.openCardSetup({
      ...{ customerId: providerId, locale: 'en', idempotencyKey: newId() },
      ...{ successUrl: 'http://localhost:3000/back', cancelUrl: 'http://localhost:3000/away' },
    });
    await pay(url, { number });
    const [card] = await deps.payments.listSavedCards(providerId);
    await keepCompanyCustomer(db, { providerId, companyId, methodId: card?.paymentMethodId ?? null, at: world.at() });
  };
  const isPaidNow = 'terms' in company;
  if (isPaidNow) await saveCard('4242424242424242');
  const past = await world.submitted({ cost_centre: 'BAR', lines: [{ sku: 'ESP-1K', quantity: '20' }] });
  const placed = await placePurchaseOrder(deps, { id: past });
  if (!placed.ok || !placed.value.orderId) throw new Error('not placed');
  const ana = await who('ana');
  const made = await makeStandingOrder(deps, {
    ...{ ...ana, id: newId(), ownerId: ana.personId, name: 'Coffee of the week' },
    wanted: [{ line: 1, quantity }],
    order: { id: placed.value.orderId, scope: { kind: 'staff' } },
    rhythm: { every: 1, period: 'week', startsOn: '2027-02-01' },
    ...{ endsOn: null, tolerancePercent: '5' },
  });
  if (!made.ok) throw new Error(made.code);
  const { id } = made.value;
  return {
    ...{ ...world, db, deps, companyId, id, who, memberOf, saveCard, past },
    at: async (instant: string) => {
      world.moveTo(instant);
      await sweepStandingOrders(deps);
    },
    runs: () =>
      db
        .select()
        .from(standingOrderRuns)
        .where(eq(standingOrderRuns.standingOrderId, id))
        .orderBy(asc(standingOrderRuns.plannedOn)),
    standing: async () => (await db.select().from(standingOrders).where(eq(standingOrders.id, id)))[0],
    purchaseOrders: async () =>
      (await db.select().from(purchaseOrders).orderBy(asc(purchaseOrders.createdAt))).filter((one) => one.id !== past),
    news: async (email: string) =>
      (await db.select().from(outboxEmails).orderBy(asc(outboxEmails.createdAt)))
        .filter(({ template, recipient }) => template === 'standing-order' && recipient === email)
        .map(({ props }) => (props as { news: string }).news),
  };
}

describe('a company’s standing order', () => {
  test('is submitted in the member’s name to the same cost centre, and ordered on terms where nobody has to approve', async () => {
    const hotel = await aHotel('20');
    await hotel.at('2027-01-29T05:00:00Z');
    await hotel.at('2027-02-01T05:00:00Z');
    const [run] = await hotel.runs();
    expect(run).toMatchObject({ status: 'ordered', orderId: null });
    const seen = await hotel.seen(run?.purchaseOrderId ?? '');
    expect(seen).toMatchObject({ status: 'approved', total: { amount: '330.00' } });
    await hotel.place(seen.id);
    expect(await hotel.seen(seen.id)).toMatchObject({ status: 'placed' });
    expect((await hotel.purchaseOrders()).map(({ createdBy }) => createdBy)).toEqual([
      (await hotel.memberOf('ana')).person,
    ]);
  });

  test('goes into approval by the company’s own rules each time, and Ana approves none of it', async () => {
    const hotel = await aHotel('100');
    await hotel.at('2027-01-29T05:00:00Z');
    await hotel.at('2027-02-01T05:00:00Z');
    const [run] = await hotel.runs();
    const waiting = run?.purchaseOrderId ?? '';
    expect(await hotel.seen(waiting)).toMatchObject({
      status: 'awaiting_approval',
      waiting_for: [
        { rule: 'Over 1,000', level: 1, people: ['ben@harbour.example', 'cfo@harbour.example', 'vp@harbour.example'] },
        { rule: 'Spending limit', people: ['admin@harbour.example'] },
      ],
    });
    expect(await hotel.approve(waiting, 'ana@harbour.example')).toMatchObject({ status: 403 });
    // Whether it is approved in time or not, the next one comes as planned.
    await hotel.at('2027-02-05T05:00:00Z');
    await hotel.at('2027-02-08T05:00:00Z');
    expect((await hotel.runs()).map(({ status }) => status)).toEqual(['ordered', 'ordered']);
  });

  test('three workers at once submit one purchase order', async () => {
    const hotel = await aHotel('20');
    await hotel.at('2027-01-29T05:00:00Z');
    hotel.moveTo('2027-02-01T05:00:00Z');
    await Promise.all([1, 2, 3].map(() => sweepStandingOrders(hotel.deps)));
    expect(await hotel.purchaseOrders()).toHaveLength(1);
  });

  test('over its budget it waits, is told why, and is ordered with a yes once there is budget again', async () => {
    const hotel = await aHotel('20', {
      cost_centres: [
        { code: 'BAR', owner: 'ana@harbour.example', budget: { amount: '350.00', currency: 'EUR', period: 'month' } },
      ],
    });
    await hotel.at('2027-01-29T05:00:00Z');
    await hotel.at('2027-02-01T05:00:00Z');
    await hotel.at('2027-02-05T05:00:00Z');
    await hotel.at('2027-02-08T05:00:00Z');
    expect((await hotel.runs()).map(({ status, reason }) => [status, reason])).toEqual([
      ['ordered', ''],
      ['waiting', 'over_budget'],
    ]);
    expect(await hotel.purchaseOrders()).toHaveLength(1);
    expect((await hotel.news('ana@harbour.example')).at(-1)).toBe('needs_yes');
    const yes = async () =>
      orderRunNow(hotel.deps, {
        ...{ ...(await hotel.who('ana')), id: hotel.id, plannedOn: '2027-02-08' },
        shownVersion: (await hotel.runs())[1]?.shownVersion ?? 0,
        ...{ choices: new Map(), withAnotherCard: false },
        payment: { origin: 'http://localhost:3000', returnPath: '/', cancelPath: '/' },
      });
    expect(await yes()).toMatchObject({ code: 'over_budget' });
    await hotel.putCompany('harbour-hotels', { delegations: [] });
    expect(await yes()).toMatchObject({ ok: true, value: { kind: 'ordered' } });
    expect(await hotel.purchaseOrders()).toHaveLength(2);
  });

  test('by the company’s card: one that fails is charged again and told; then it stands still', async () => {
    const hotel = await aHotel('20', { terms: 'now' });
    await hotel.saveCard('4000000000000341');
    await hotel.at('2027-01-29T05:00:00Z');
    await hotel.at('2027-02-01T05:00:00Z');
    const [run] = await hotel.runs();
    await placePurchaseOrder(hotel.deps, { id: run?.purchaseOrderId ?? '' });
    expect(await hotel.runs()).toMatchObject([{ status: 'retrying', failures: 1 }]);
    for (const day of ['02', '04', '06']) await hotel.at(`2027-02-${day}T05:00:00Z`);
    await hotel.at('2027-02-06T05:01:00Z');
    expect((await hotel.runs())[0]).toMatchObject({ status: 'failed', failures: 4 });
    expect(await hotel.standing()).toMatchObject({ status: 'paused', pauseReason: 'card_failed' });
    expect(await hotel.news('ana@harbour.example')).toEqual(
      expect.arrayContaining(['card_failed', 'card_failed', 'card_failed', 'stopped']),
    );
    expect(await hotel.seen(run?.purchaseOrderId ?? '')).toMatchObject({ status: 'failed' });
  });

  test('and is fine the second time', async () => {
    const hotel = await aHotel('20', { terms: 'now' });
    await hotel.saveCard('4000000000000341');
    await hotel.at('2027-01-29T05:00:00Z');
    await hotel.at('2027-02-01T05:00:00Z');
    const [run] = await hotel.runs();
    await placePurchaseOrder(hotel.deps, { id: run?.purchaseOrderId ?? '' });
    await hotel.saveCard('4242424242424242');
    await hotel.at('2027-02-02T05:00:00Z');
    await sweepPayments(hotel.deps);
    expect((await hotel.runs())[0]).toMatchObject({ status: 'ordered', nextTryAt: null });
    expect(await hotel.seen(run?.purchaseOrderId ?? '')).toMatchObject({ status: 'placed' });
  });
});

describe('whose it is', () => {
  test('who is deactivated hands it to the admin of the unit at once, who is told and orders from then on', async () => {
    const hotel = await aHotel('20');
    const [ana, admin] = [await hotel.memberOf('ana'), await hotel.memberOf('admin')];
    expect(await deactivateMember(hotel.deps, { actor: admin, memberId: ana.memberId })).toMatchObject({ ok: true });
    expect(await hotel.standing()).toMatchObject({ ownerId: admin.person, status: 'active' });
    expect(await hotel.news('admin@harbour.example')).toEqual(['handed_over']);
    await hotel.at('2027-01-29T05:00:00Z');
    await hotel.at('2027-02-01T05:00:00Z');
    expect(await hotel.purchaseOrders()).toMatchObject([{ createdBy: admin.person }]);
  });

  test('so does who is no buyer any more, when the next one comes', async () => {
    const hotel = await aHotel('20');
    const ana = await hotel.memberOf('ana');
    await hotel.db.delete(memberRoles).where(eq(memberRoles.memberId, ana.memberId));
    await hotel.at('2027-01-29T05:00:00Z');
    expect(await hotel.standing()).toMatchObject({ ownerId: (await hotel.memberOf('admin')).person });
    await hotel.at('2027-02-01T05:00:00Z');
    expect((await hotel.runs()).map(({ status }) => status)).toEqual(['ordered']);
  });

  test('others of the company see it; an admin stops it or takes it over, and only its owner changes it', async () => {
    const hotel = await aHotel('20');
    const [ana, ben, admin] = [await hotel.who('ana'), await hotel.who('ben'), await hotel.who('admin')];
    const { id, deps } = hotel;
    const change = { id, plannedOn: '2027-02-01', runsOn: '2027-02-02', wanted: [{ line: 1, quantity: '30' }] };
    expect(await pauseStandingOrder(deps, { ...ben, id, until: null })).toMatchObject({ code: 'forbidden' });
    expect(await takeOverStandingOrder(deps, { ...ben, id })).toMatchObject({ code: 'forbidden' });
    expect(await changeRunAlone(deps, { ...admin, ...change })).toMatchObject({ code: 'forbidden' });
    expect(await pauseStandingOrder(deps, { ...admin, id, until: null })).toMatchObject({ ok: true });
    expect(await resumeStandingOrder(deps, { ...admin, id })).toMatchObject({ code: 'forbidden' });
    expect(await takeOverStandingOrder(deps, { ...admin, id })).toMatchObject({ ok: true });
    expect(await resumeStandingOrder(deps, { ...admin, id })).toMatchObject({ ok: true });
    expect(await changeRunAlone(deps, { ...admin, ...change })).toMatchObject({ ok: true });
    expect(await changeRunAlone(deps, { ...ana, ...change })).toMatchObject({ code: 'forbidden' });
  });
});
