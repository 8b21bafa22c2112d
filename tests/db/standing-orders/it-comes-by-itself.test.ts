import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { tidyAddress } from '#app/domain/checkout/address-fields.ts';
import { linesView, quantityNotes, standingCards } from '#app/http/standing-order-view.server.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { orderRun } from '#app/use-cases/standing-orders/order-run.server.ts';
import { changeRunAlone, orderRunNow, restoreRun, skipRun } from '#app/use-cases/standing-orders/change-run.server.ts';
import {
  changeAll,
  endStandingOrder,
  pauseStandingOrder,
  resumeStandingOrder,
} from '#app/use-cases/standing-orders/change-standing-order.server.ts';
import { sweepStandingOrders } from '#app/use-cases/standing-orders/sweep-standing-orders.server.ts';
import { settlePayment } from '#app/use-cases/checkout/settle-payment.server.ts';
import { sweepPayments } from '#app/use-cases/checkout/sweep-payments.server.ts';
import { openDatabase } from '#db/client.server.ts';
import { erasePerson } from '#db/queries/privacy.server.ts';
import { readOrderLines } from '#db/queries/orders.server.ts';
import { readPayments } from '#db/queries/payments.server.ts';
import { listStandingOrders } from '#db/queries/standing-orders.server.ts';
import { stockLevels } from '#db/schema/catalog.ts';
import { events } from '#db/schema/jobs.ts';
import { standingOrders } from '#db/schema/standing-orders.ts';
import { testDatabase } from '#tests/support/database.ts';
import { pay } from '#tests/support/payment-page.ts';
import { paymentsAt } from '#tests/support/paying.ts';
import { standingWorld } from '#tests/support/standing-world.ts';
import { startStripeStandIn } from '#tests/support/stripe-stand-in.ts';

const standIn = await startStripeStandIn();
afterAll(() => standIn.stop());
beforeEach(() => standIn.calm());
const a = async (start?: string) => {
  const { db, url } = await testDatabase({ connections: 4 });
  const world = await standingWorld(db, paymentsAt(standIn), start);
  return { ...world, url, ...(await world.aConsumer()) };
};
const fortnightly = { every: 2, period: 'week', startsOn: '2027-03-10' } as const;
const payment = { origin: 'http://localhost:3000', returnPath: '/checkout/return/{payment}', cancelPath: '/' };
const states = (runs: { plannedOn: string; status: string }[]) =>
  runs.map(({ plannedOn, status }) => `${plannedOn} ${status}`);

describe('a standing order', () => {
  test('is told three days before, comes on its day by the saved card, and is told again for the next', async () => {
    const world = await a();
    const id = await world.make(fortnightly);
    await world.at('2027-03-06T12:00:00Z');
    expect(await world.runs(id)).toEqual([]);
    await world.at('2027-03-07T05:00:00Z');
    expect(states(await world.runs(id))).toEqual(['2027-03-10 noticed']);
    expect(await world.ordered(world.person)).toEqual([]);
    await world.at('2027-03-10T05:00:00Z');
    const [run] = await world.runs(id);
    const [order] = await world.ordered(world.person);
    expect(order).toMatchObject({ status: 'paid', reorderOfId: world.orderId });
    expect(run).toMatchObject({ status: 'ordered', orderId: order?.id });
    expect(order?.payableMinor.toString()).toBe(run?.shown?.payableMinor);
    await world.at('2027-03-24T05:00:00Z');
    expect(states(await world.runs(id))).toEqual(['2027-03-10 ordered', '2027-03-24 noticed']);
    // Nobody looked on the 21st: it was told late, and comes the day after.
    expect((await world.runs(id))[1]).toMatchObject({ runsOn: '2027-03-25' });
    expect(await world.news(id)).toEqual(['notice', 'notice']);
  });

  test('is one order of two workers at once, whatever they do at the same moment', async () => {
    const world = await a();
    const id = await world.make(fortnightly);
    const together = async (instant: string) => {
      world.moveTo(instant);
      await Promise.all([1, 2, 3].map(() => sweepStandingOrders(world.deps)));
    };
    await together('2027-03-07T05:00:00Z');
    await together('2027-03-10T05:00:00Z');
    expect(await world.ordered(world.person)).toHaveLength(1);
    expect(states(await world.runs(id))).toEqual(['2027-03-10 ordered']);
    expect(await world.news(id)).toEqual(['notice']);
  });

  test('whose worker died before the card was charged is paid once by the next', async () => {
    const world = await a();
    const id = await world.make(fortnightly);
    await world.at('2027-03-07T05:00:00Z');
    world.moveTo('2027-03-10T05:00:00Z');
    const [run] = await world.runs(id);
    const dying = {
      ...world.deps,
      payments: {
        ...world.deps.payments,
        prepareCardPayment: () => Promise.reject(new Error('the worker died')),
      },
    };
    await expect(orderRun(dying, { standingOrderId: id, runId: run?.id ?? '', attended: null })).rejects.toThrow(
      'died',
    );
    expect(states(await world.runs(id))).toEqual(['2027-03-10 ordering']);
    await world.at('2027-03-10T05:01:00Z');
    expect(states(await world.runs(id))).toEqual(['2027-03-10 ordering']);
    await world.at('2027-03-10T05:02:00Z');
    expect(states(await world.runs(id))).toEqual(['2027-03-10 ordered']);
    expect((await world.ordered(world.person)).map(({ status }) => status)).toEqual(['paid']);
  });

  test('whose worker died after the card was charged is paid once all the same', async () => {
    const world = await a();
    const id = await world.make(fortnightly);
    await world.at('2027-03-07T05:00:00Z');
    world.moveTo('2027-03-10T05:00:00Z');
    const [run] = await world.runs(id);
    const dying = {
      ...world.deps,
      payments: {
        ...world.deps.payments,
        authenticatePayment: async (...asked: Parameters<typeof world.deps.payments.authenticatePayment>) => {
          await world.deps.payments.authenticatePayment(...asked);
          throw new Error('the worker died');
        },
      },
    };
    await expect(orderRun(dying, { standingOrderId: id, runId: run?.id ?? '', attended: null })).rejects.toThrow(
      'died',
    );
    world.moveTo('2027-03-10T05:03:00Z');
    await Promise.all([sweepPayments(world.deps), sweepStandingOrders(world.deps)]);
    expect(states(await world.runs(id))).toEqual(['2027-03-10 ordered']);
    const [order] = await world.ordered(world.person);
    expect(await readPayments(world.db, { orderId: order?.id ?? '' })).toMatchObject([{ status: 'paid' }]);
  });

  test('on a day the shop is closed comes on the next it is open', async () => {
    const world = await a();
    const id = await world.make({ every: 1, period: 'week', startsOn: '2027-03-26' });
    await world.at('2027-03-27T04:00:00Z');
    await world.at('2027-03-29T10:00:00Z');
    expect(await world.ordered(world.person)).toEqual([]);
    await world.at('2027-03-30T05:00:00Z');
    expect(await world.runs(id)).toMatchObject([
      { plannedOn: '2027-03-26', runsOn: '2027-03-30', status: 'ordered' },
      { plannedOn: '2027-04-02' },
    ]);
  });
});

describe('a price that rises', () => {
  test('within the agreed per cent it comes, at the price that was told', async () => {
    const world = await a();
    const id = await world.make(fortnightly);
    await world.price('ESP-1K', '21.00');
    await world.at('2027-03-07T05:00:00Z');
    await world.at('2027-03-10T05:00:00Z');
    expect(states(await world.runs(id))).toEqual(['2027-03-10 ordered']);
    expect((await world.ordered(world.person))[0]?.totalMinor).toBe(5_200n);
    // From then on this is what is agreed.
    await world.at('2027-03-21T05:00:00Z');
    expect((await world.standing(id)).lines[0]).toMatchObject({ lineTotalMinor: '4200' });
  });

  test('beyond it waits for a yes, and is ordered with it', async () => {
    const world = await a();
    const id = await world.make(fortnightly);
    await world.price('ESP-1K', '21.01');
    await world.at('2027-03-07T05:00:00Z');
    const [run] = await world.runs(id);
    expect(run).toMatchObject({ status: 'waiting', waitsUntil: new Date('2027-03-21T05:00:00Z') });
    expect(await world.news(id)).toEqual(['needs_yes']);
    const yes = (shownVersion: number) =>
      orderRunNow(world.deps, {
        ...{ ...world.who, id, plannedOn: '2027-03-10', shownVersion, choices: new Map(), payment },
        withAnotherCard: false,
      });
    expect(await yes(7)).toMatchObject({ code: 'preview_stale' });
    expect(await yes(run?.shownVersion ?? 0)).toMatchObject({ ok: true, value: { kind: 'agreed' } });
    await world.at('2027-03-09T05:00:00Z');
    expect(await world.ordered(world.person)).toEqual([]);
    await world.at('2027-03-10T05:00:00Z');
    expect((await world.ordered(world.person)).map(({ status }) => status)).toEqual(['paid']);
  });

  test('after the yes it waits again, for nothing dearer is charged than was seen', async () => {
    const world = await a();
    const id = await world.make(fortnightly);
    await world.price('ESP-1K', '22.00');
    await world.at('2027-03-07T05:00:00Z');
    await world.price('ESP-1K', '22.01');
    const yes = () =>
      orderRunNow(world.deps, {
        ...{ ...world.who, id, plannedOn: '2027-03-10', shownVersion: 1, choices: new Map(), payment },
        withAnotherCard: false,
      });
    expect(await yes()).toMatchObject({ ok: true, value: { kind: 'changed' } });
    expect(await yes()).toMatchObject({ code: 'preview_stale' });
    await world.at('2027-03-10T05:00:00Z');
    expect(await world.ordered(world.person)).toEqual([]);
  });

  test('after the notice waits, however little it is', async () => {
    const world = await a();
    const id = await world.make(fortnightly);
    await world.at('2027-03-07T05:00:00Z');
    await world.price('ESP-1K', '20.01');
    await world.at('2027-03-10T05:00:00Z');
    expect(states(await world.runs(id))).toEqual(['2027-03-10 waiting']);
    expect(await world.ordered(world.person)).toEqual([]);
    await world.at('2027-03-21T05:00:00Z');
    expect(states(await world.runs(id))).toEqual(['2027-03-10 lapsed', '2027-03-24 noticed']);
    expect(await world.news(id)).toEqual(['notice', 'needs_yes', 'lapsed', 'notice']);
  });

  test('waits also when a second worker comes late to what the first asked about, or has put off', async () => {
    const world = await a();
    const id = await world.make(fortnightly);
    await world.at('2027-03-07T05:00:00Z');
    const late = async () => {
      const [run] = await world.runs(id);
      return orderRun(world.deps, { standingOrderId: id, runId: run?.id ?? '', attended: null });
    };
    expect(await late()).toEqual({ ok: true, value: { kind: 'standing' } });
    await world.price('ESP-1K', '20.50');
    await world.at('2027-03-10T05:00:00Z');
    expect(states(await world.runs(id))).toEqual(['2027-03-10 waiting']);
    expect(await late()).toEqual({ ok: true, value: { kind: 'standing' } });
    expect(states(await world.runs(id))).toEqual(['2027-03-10 waiting']);
    expect(await world.ordered(world.person)).toEqual([]);
  });

  test('on a day known before is told as it will be on that day', async () => {
    const world = await a();
    const id = await world.make(fortnightly);
    await world.price('ESP-1K', '20.50', new Date('2027-03-09T23:00:00Z'));
    await world.at('2027-03-07T05:00:00Z');
    await world.at('2027-03-10T05:00:00Z');
    expect(states(await world.runs(id))).toEqual(['2027-03-10 ordered']);
    expect((await world.ordered(world.person))[0]?.totalMinor).toBe(5_100n);
  });

  test('is told and agreed with tax, of 7 %, as a consumer sees prices everywhere', async () => {
    const world = await a();
    const id = await world.make(fortnightly);
    const shown = async () => {
      const order = await world.standing(id);
      const now = { lines: order.lines, locale: 'en' as const, at: world.now(), company: null };
      const notes = await quantityNotes(world.db, { ...now, order: { ...order, shipTo: tidyAddress(order.shipTo) } });
      return [linesView(order, order.lines, 'en').map(({ totalText }) => totalText), notes.map(({ note }) => note)];
    };
    expect(await shown()).toEqual([
      ['€42.80', '€10.70'],
      ['€42.80 now for 2', '€10.70 now for 1'],
    ]);
    await world.price('ESP-1K', '20.83', new Date('2027-03-09T00:00:00Z'));
    await world.at('2027-03-07T05:00:00Z');
    await world.at('2027-03-10T05:00:00Z');
    await world.at('2027-03-21T05:00:00Z');
    const [order] = await world.ordered(world.person);
    const lines = await readOrderLines(world.db, { orderId: order?.id ?? '' });
    expect(lines.map(({ lineTotalMinor, taxMinor }) => lineTotalMinor + taxMinor)).toEqual([4458n, 1070n]);
    expect((await shown())[0]).toEqual(['€44.58', '€10.70']);
  });

  test('what falls is charged at the lower price', async () => {
    const world = await a();
    await world.make(fortnightly);
    await world.at('2027-03-07T05:00:00Z');
    await world.price('ESP-1K', '15.00');
    await world.at('2027-03-10T05:00:00Z');
    expect((await world.ordered(world.person))[0]?.totalMinor).toBe(4_000n);
  });

  test('what is short waits, and fewer come when somebody says so', async () => {
    const world = await a();
    const id = await world.make(fortnightly);
    await world.db
      .update(stockLevels)
      .set({ onHand: '1' })
      .where(eq(stockLevels.variantId, world.ids.get('ESP-1K') ?? ''));
    await world.at('2027-03-07T05:00:00Z');
    await world.at('2027-03-10T05:00:00Z');
    const [run] = await world.runs(id);
    expect(run?.status).toBe('waiting');
    const done = await orderRunNow(world.deps, {
      ...{ ...world.who, id, plannedOn: '2027-03-10', shownVersion: run?.shownVersion ?? 0, payment },
      choices: new Map([[1, { take: 'less', quantity: null }]]),
      withAnotherCard: false,
    });
    expect(done).toMatchObject({ ok: true, value: { kind: 'ordered', url: null } });
    expect((await world.ordered(world.person))[0]).toMatchObject({ status: 'paid', totalMinor: 3_000n });
  });
});

describe('a card that fails', () => {
  test('is charged again after one, three and five days, each told; then it stands still and is told', async () => {
    const world = await a();
    const id = await world.make({ every: 1, period: 'month', startsOn: '2027-03-10' });
    await world.useCard('4000000000000341');
    await world.at('2027-03-07T05:00:00Z');
    for (const day of ['10', '11', '13']) {
      await world.at(`2027-03-${day}T05:00:00Z`);
      expect(states(await world.runs(id))).toEqual(['2027-03-10 retrying']);
      expect((await world.standing(id)).status).toBe('active');
    }
    await world.at('2027-03-15T05:00:00Z');
    expect(states(await world.runs(id))).toEqual(['2027-03-10 failed']);
    expect(await world.standing(id)).toMatchObject({ status: 'paused', pauseReason: 'card_failed', nextAt: null });
    expect(await world.news(id)).toEqual(['notice', 'card_failed', 'card_failed', 'card_failed', 'stopped']);
    const tried = await world.ordered(world.person);
    expect(tried.map(({ status }) => status)).toEqual(['lapsed', 'lapsed', 'lapsed', 'lapsed']);
    await world.useCard('4242424242424242');
    expect(await resumeStandingOrder(world.deps, { ...world.who, id })).toMatchObject({ ok: true });
    await world.at('2027-04-09T05:00:00Z');
    await world.at('2027-04-12T05:00:00Z');
    expect(states(await world.runs(id))).toEqual(['2027-03-10 failed', '2027-04-10 ordered']);
  });

  test('and is fine the second time', async () => {
    const world = await a();
    const id = await world.make(fortnightly);
    await world.useCard('4000000000000341');
    await world.at('2027-03-07T05:00:00Z');
    await world.at('2027-03-10T05:00:00Z');
    await world.useCard('4242424242424242');
    await world.at('2027-03-11T05:00:00Z');
    expect(states(await world.runs(id))).toEqual(['2027-03-10 ordered']);
    expect((await world.ordered(world.person)).map(({ status }) => status)).toEqual(['lapsed', 'paid']);
  });

  type World = Awaited<ReturnType<typeof a>>;
  test.each<[string, (world: World, id: string) => Promise<{ ok: boolean }>, string[]]>([
    ['ended', (world, id) => endStandingOrder(world.deps, { ...world.who, id }), []],
    ['paused', (world, id) => pauseStandingOrder(world.deps, { ...world.who, id, until: null }), ['stopped']],
  ])('is not charged again once its standing order was %s', async (status, act, told) => {
    const world = await a();
    const id = await world.make(fortnightly);
    await world.at('2027-03-07T05:00:00Z');
    world.moveTo('2027-03-10T05:00:00Z');
    const [run] = await world.runs(id);
    const dying = {
      ...world.deps,
      payments: { ...world.deps.payments, prepareCardPayment: () => Promise.reject(new Error('it died')) },
    };
    const began = orderRun(dying, { standingOrderId: id, runId: run?.id ?? '', attended: null });
    await expect(began).rejects.toThrow('died');
    expect(await act(world, id)).toMatchObject({ ok: true });
    const [order] = await world.ordered(world.person);
    const [payment] = await readPayments(world.db, { orderId: order?.id ?? '' });
    await settlePayment(world.deps, { paymentId: payment?.id ?? '', via: 'test', isOver: true });
    expect(await world.runs(id)).toMatchObject([{ status: 'failed', nextTryAt: null }]);
    expect(await world.standing(id)).toMatchObject({ status, pauseReason: '' });
    await world.at('2027-03-20T05:00:00Z');
    expect(await world.ordered(world.person)).toHaveLength(1);
    expect(await world.news(id)).toEqual(['notice', ...told]);
  });

  test('a bank that wants to see somebody counts as one, and so does no card at all', async () => {
    const world = await a();
    const id = await world.make(fortnightly);
    await world.useCard('4000002760003184');
    await world.at('2027-03-07T05:00:00Z');
    await world.at('2027-03-10T05:00:00Z');
    expect(await world.runs(id)).toMatchObject([
      { status: 'retrying', failures: 1, reason: 'authentication_required' },
    ]);
    await world.db.execute('delete from payment_customers');
    await world.at('2027-03-11T05:00:00Z');
    expect(await world.runs(id)).toMatchObject([{ status: 'retrying', failures: 2, reason: 'no_saved_card' }]);
    expect((await world.ordered(world.person)).map(({ status }) => status)).toEqual(['lapsed']);
  });

  test('is paid with another on the page, which is the one from then on', async () => {
    const world = await a();
    const id = await world.make(fortnightly);
    await world.useCard('4000000000000341');
    await world.at('2027-03-07T05:00:00Z');
    await world.at('2027-03-10T05:00:00Z');
    const [run] = await world.runs(id);
    const payNow = () =>
      orderRunNow(world.deps, {
        ...{ ...world.who, id, plannedOn: '2027-03-10', shownVersion: run?.shownVersion ?? 0, payment },
        ...{ choices: new Map(), withAnotherCard: true },
      });
    const done = await payNow();
    if (!done.ok || done.value.kind !== 'ordered' || !done.value.url) throw new Error('no page');
    // Meanwhile nothing is charged by itself, nor begun twice.
    await world.at('2027-03-11T05:00:00Z');
    expect(states(await world.runs(id))).toEqual(['2027-03-10 ordering']);
    expect(await payNow()).toMatchObject({ code: 'wrong_state' });
    await pay(done.value.url, { number: '5555555555554444', save: true });
    const [paid] = await readPayments(world.db, { orderId: done.value.orderId ?? '' });
    await settlePayment(world.deps, { paymentId: paid?.id ?? '', via: 'return' });
    expect(states(await world.runs(id))).toEqual(['2027-03-10 ordered']);
    await world.at('2027-03-21T05:00:00Z');
    await world.at('2027-03-24T05:00:00Z');
    expect(states(await world.runs(id))).toEqual(['2027-03-10 ordered', '2027-03-24 ordered']);
  });

  test('a payment page that is left is no failure of a card: it is tried again by itself', async () => {
    const world = await a();
    const id = await world.make(fortnightly);
    await world.useCard('4000000000000341');
    await world.at('2027-03-07T05:00:00Z');
    await world.at('2027-03-10T05:00:00Z');
    const [run] = await world.runs(id);
    await orderRunNow(world.deps, {
      ...{ ...world.who, id, plannedOn: '2027-03-10', shownVersion: run?.shownVersion ?? 0, payment },
      ...{ choices: new Map(), withAnotherCard: true },
    });
    world.moveTo('2027-03-10T08:00:00Z');
    await sweepPayments(world.deps);
    expect(await world.runs(id)).toMatchObject([{ status: 'retrying', failures: 1 }]);
    await world.useCard('4242424242424242');
    await world.at('2027-03-11T05:00:00Z');
    expect(states(await world.runs(id))).toEqual(['2027-03-10 ordered']);
  });
});

describe('what the owner does', () => {
  test('one is skipped, and comes after all', async () => {
    const world = await a();
    const id = await world.make(fortnightly);
    const one = { ...world.who, id, plannedOn: '2027-03-10' };
    await world.at('2027-03-07T05:00:00Z');
    expect(await skipRun(world.deps, one)).toMatchObject({ ok: true });
    expect(await skipRun(world.deps, one)).toMatchObject({ ok: true });
    await world.at('2027-03-08T05:00:00Z');
    expect(states(await world.runs(id))).toEqual(['2027-03-10 skipped']);
    expect(await restoreRun(world.deps, one)).toMatchObject({ ok: true });
    await world.at('2027-03-08T06:00:00Z');
    expect(states(await world.runs(id))).toEqual(['2027-03-10 noticed']);
    await skipRun(world.deps, one);
    await world.at('2027-03-21T05:00:00Z');
    await world.at('2027-03-24T05:00:00Z');
    expect(states(await world.runs(id))).toEqual(['2027-03-10 skipped', '2027-03-24 ordered']);
    expect(await skipRun(world.deps, { ...one, plannedOn: '2027-03-24' })).toMatchObject({ code: 'wrong_state' });
    expect(await skipRun(world.deps, { ...one, plannedOn: '2027-03-25' })).toMatchObject({ code: 'not_found' });
    expect(await restoreRun(world.deps, one)).toMatchObject({ code: 'wrong_state' });
  });

  test('one alone comes later and with more; the others are as they were', async () => {
    const world = await a();
    const id = await world.make(fortnightly);
    await world.at('2027-03-07T05:00:00Z');
    const change = (runsOn: string, wanted = [{ line: 1, quantity: '5' }]) =>
      changeRunAlone(world.deps, { ...world.who, id, plannedOn: '2027-03-10', runsOn, wanted });
    expect(await change('2027-03-07')).toMatchObject({ code: 'day_too_soon' });
    expect(await change('2027-03-24')).toMatchObject({ code: 'after_the_next' });
    expect(await change('2027-03-12', [{ line: 9, quantity: '1' }])).toMatchObject({ code: 'no_such_line' });
    expect(
      await change(
        '2027-03-12',
        [1, 2].map((line) => ({ line, quantity: '0' })),
      ),
    ).toMatchObject({
      code: 'lines_needed',
    });
    // The 13th is a Saturday.
    expect(await change('2027-03-13')).toMatchObject({ ok: true, value: { runsOn: '2027-03-15' } });
    await world.at('2027-03-10T05:00:00Z');
    expect(await world.ordered(world.person)).toEqual([]);
    await world.at('2027-03-12T05:00:00Z');
    await world.at('2027-03-15T05:00:00Z');
    await world.at('2027-03-21T05:00:00Z');
    await world.at('2027-03-24T05:00:00Z');
    expect((await world.ordered(world.person)).map(({ totalMinor }) => totalMinor)).toEqual([11_000n, 5_000n]);
    expect(await world.news(id)).toEqual(['notice', 'notice', 'notice']);
  });

  test('all that are to come are changed: goods, rhythm and place; what was told is told anew', async () => {
    const world = await a();
    const id = await world.make(fortnightly);
    await world.at('2027-03-07T05:00:00Z');
    const { version, shipTo } = await world.standing(id);
    const change = {
      ...{ name: 'More coffee', endsOn: null, tolerancePercent: '10' },
      rhythm: { every: 1, period: 'month', startsOn: '2027-03-31' } as const,
      shipTo: { ...shipTo, address: 'Torstraße 1' },
      wanted: [{ line: 2, quantity: '0' }],
    };
    expect(await changeAll(world.deps, { ...world.who, id, version: version + 1, change })).toMatchObject({
      code: 'stale_version',
    });
    expect(await changeAll(world.deps, { ...world.who, id, version, change })).toMatchObject({ ok: true });
    for (const at of ['2027-03-10', '2027-03-28', '2027-03-31', '2027-04-27', '2027-04-30'])
      await world.at(`${at}T05:00:00Z`);
    expect(states(await world.runs(id))).toEqual(['2027-03-31 ordered', '2027-04-30 ordered']);
    const made = await world.ordered(world.person);
    expect(made.map(({ totalMinor, shipTo: { address } }) => [totalMinor, address])).toEqual([
      [4_000n, 'Torstraße 1'],
      [4_000n, 'Torstraße 1'],
    ]);
  });

  test('a pause leaves out what falls into it, and goes on after its last day', async () => {
    const world = await a();
    const id = await world.make(fortnightly);
    await world.at('2027-03-07T05:00:00Z');
    expect(await pauseStandingOrder(world.deps, { ...world.who, id, until: '2027-03-30' })).toMatchObject({ ok: true });
    await world.at('2027-03-10T05:00:00Z');
    await world.at('2027-03-24T05:00:00Z');
    expect(await world.ordered(world.person)).toEqual([]);
    await world.at('2027-04-04T05:00:00Z');
    await world.at('2027-04-07T05:00:00Z');
    expect((await world.runs(id)).at(-1)).toMatchObject({ plannedOn: '2027-04-07', status: 'ordered' });
    expect((await world.ordered(world.person)).length).toBe(1);
  });

  test('resumed before its day, what was paused comes as planned', async () => {
    const world = await a();
    const id = await world.make(fortnightly);
    await world.at('2027-03-07T05:00:00Z');
    await pauseStandingOrder(world.deps, { ...world.who, id, until: null });
    await world.at('2027-03-08T05:00:00Z');
    await resumeStandingOrder(world.deps, { ...world.who, id });
    await world.at('2027-03-08T05:01:00Z');
    await world.at('2027-03-10T05:00:00Z');
    expect(states(await world.runs(id))).toEqual(['2027-03-10 ordered']);
  });

  test('ended, nothing comes any more', async () => {
    const world = await a();
    const id = await world.make(fortnightly);
    await world.at('2027-03-07T05:00:00Z');
    expect(await endStandingOrder(world.deps, { ...world.who, id })).toMatchObject({ ok: true });
    await world.at('2027-04-10T05:00:00Z');
    expect(states(await world.runs(id))).toEqual(['2027-03-10 cancelled']);
    expect(await resumeStandingOrder(world.deps, { ...world.who, id })).toMatchObject({ code: 'wrong_state' });
  });

  test('after its last day it has ended', async () => {
    const world = await a();
    const id = await world.make(fortnightly, { endsOn: '2027-03-20' });
    await world.at('2027-03-07T05:00:00Z');
    await world.at('2027-03-10T05:00:00Z');
    expect(await world.standing(id)).toMatchObject({ status: 'ended', nextAt: null });
  });

  test('who deletes their account has nothing come any more, and no address is left', async () => {
    const world = await a();
    const id = await world.make(fortnightly);
    await world.at('2027-03-07T05:00:00Z');
    await world.db.transaction((tx) =>
      erasePerson(tx, { personId: world.person, email: world.email, at: world.now() }),
    );
    await world.at('2027-03-10T05:00:00Z');
    expect(states(await world.runs(id))).toEqual(['2027-03-10 cancelled']);
    expect(await world.standing(id)).toMatchObject({
      status: 'ended',
      shipTo: { name: '', address: '', country: 'DE' },
    });
    expect(await world.ordered(world.person)).toEqual([]);
  });

  test('a list of many asks the database no more often than a list of one', async () => {
    const world = await a();
    let sent = 0;
    const { db, close } = openDatabase(world.url, { connections: 1, onStatement: () => (sent += 1) });
    const counts = [];
    for (const more of [1, 9]) {
      for (let made = 0; made < more; made += 1) await world.make(fortnightly);
      await world.at('2027-03-07T05:00:00Z');
      const orders = await listStandingOrders(world.db, { reader: world.who.reader, limit: 50 });
      sent = 0;
      const cards = await standingCards(db, orders, 'en');
      counts.push([cards.length, sent]);
      expect(cards.every(({ nextText }) => nextText.includes('10 March 2027'))).toBe(true);
    }
    await close();
    expect(counts).toEqual([
      [1, 2],
      [10, 2],
    ]);
  });

  test('made twice at one moment by a double press, it is one; the same of somebody else is refused', async () => {
    const world = await a();
    const { db, aConsumer } = world;
    const id = newId();
    const rhythm = { every: 1, period: 'month', startsOn: '2027-03-10' } as const;
    expect(
      await Promise.all([world.make(rhythm, { id }), world.make(rhythm, { id }), world.make(rhythm, { id })]),
    ).toEqual([...[id, id, id]]);
    expect(await db.select({ id: standingOrders.id }).from(standingOrders)).toEqual([{ id }]);
    const told = await db.select().from(events).where(eq(events.type, 'standing_order.made'));
    expect(told).toHaveLength(1);
    const bea = await aConsumer();
    await expect(bea.make(rhythm, { id })).rejects.toThrow('not_found');
  });

  test('nobody sees or changes what is somebody else’s', async () => {
    const world = await a();
    const id = await world.make(fortnightly);
    const other = await world.aConsumer();
    const refusals = await Promise.all([
      skipRun(world.deps, { ...other.who, id, plannedOn: '2027-03-10' }),
      pauseStandingOrder(world.deps, { ...other.who, id, until: null }),
      endStandingOrder(world.deps, { ...other.who, id: newId() }),
    ]);
    expect(refusals.map((one) => !one.ok && one.code)).toEqual(['not_found', 'not_found', 'not_found']);
  });
});
