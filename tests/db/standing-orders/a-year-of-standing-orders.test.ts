import { afterAll, expect, test } from 'vitest';
import { asc } from 'drizzle-orm';
import { dayIn } from '#app/domain/i18n/day-in.ts';
import { firstHours, hoursOf } from '#app/domain/quotes/shop-hours.ts';
import { isOpenRun } from '#app/domain/standing-orders/lifecycle.ts';
import { type Rhythm, addDays, openDayFrom } from '#app/domain/standing-orders/schedule.ts';
import { newId } from '#app/integrations/ids.server.ts';
import {
  changeRunAlone,
  nextPlanned,
  orderRunNow,
  restoreRun,
  skipRun,
} from '#app/use-cases/standing-orders/change-run.server.ts';
import {
  pauseStandingOrder,
  resumeStandingOrder,
} from '#app/use-cases/standing-orders/change-standing-order.server.ts';
import { sweepStandingOrders } from '#app/use-cases/standing-orders/sweep-standing-orders.server.ts';
import { outboxEmails } from '#db/schema/jobs.ts';
import { settingsRevisions } from '#db/schema/settings.ts';
import { testDatabase } from '#tests/support/database.ts';
import { paymentsAt } from '#tests/support/paying.ts';
import { seeded } from '#tests/support/random.ts';
import { standingWorld } from '#tests/support/standing-world.ts';
import { startStripeStandIn } from '#tests/support/stripe-stand-in.ts';

/** Standing orders day by day through a year of price changes, holidays, days on which nobody looked, a card that ends,
 *  and owners who skip, move, pause and say yes. After each day what must never be has not become true. */
const isLong = process.env.LONG === '1';
const seeds = isLong ? [11, 12, 13] : [11];
const days = isLong ? 730 : 365;
const began = '2027-01-04';
const timeZone = 'Europe/Berlin';

const rhythms: Rhythm[] = [
  { every: 2, period: 'week', startsOn: '2027-01-08' },
  { every: 1, period: 'month', startsOn: '2027-01-31' },
  ...(isLong
    ? ([
        { every: 1, period: 'day', startsOn: '2027-01-05' },
        { every: 1, period: 'week', startsOn: '2027-01-10' },
        { every: 10, period: 'day', startsOn: '2027-02-01' },
        { every: 3, period: 'month', startsOn: '2027-01-29' },
      ] as const)
    : []),
];

type Kept = Awaited<ReturnType<Awaited<ReturnType<typeof standingWorld>>['aConsumer']>> & { id: string };

const standIn = await startStripeStandIn();
afterAll(() => standIn.stop());

function randomOf(seed: number) {
  const next = seeded(seed);
  return {
    oneIn: (many: number) => next() < 1 / many,
    below: (most: number) => Math.floor(next() * most),
  };
}

const closed = { ...firstHours, closedOn: ['12-24', '12-31'] };
const hours = hoursOf(closed);

test.each(seeds)(
  `through ${days} days nothing is charged unseen, told late or ordered twice (seed %i)`,
  { timeout: isLong ? 3_600_000 : 120_000 },
  async (seed) => {
    const { db } = await testDatabase({ connections: 6 });
    const world = await standingWorld(db, paymentsAt(standIn), `${began}T09:00:00Z`);
    const random = randomOf(seed);
    await db.insert(settingsRevisions).values({
      ...{ id: newId(), kind: 'opening_hours', number: 1, document: closed, changedAt: world.now() },
    });
    const kept: Kept[] = [];
    for (const rhythm of rhythms) {
      const owner = await world.aConsumer();
      kept.push({ ...owner, id: await owner.make(rhythm) });
    }
    const [first] = kept;
    if (!first) throw new Error('nobody has a standing order');
    // One card ends in spring; its owner has another weeks later, after it was tried for the last time.
    const cardEndsOn = '2027-05-01';
    const newCardOn = addDays('2027-06-07', random.below(12));

    const price = new Map([
      ['ESP-1K', 2_000],
      ['FIL-1K', 1_000],
    ]);
    /** The most anybody was shown for a run before this moment, and what was said yes to. */
    const shown = new Map<string, { payable: bigint; version: number }>();
    const saidYes = new Set<string>();
    const counted = { ordered: 0, waited: 0, lapsed: 0, failed: 0, moved: 0, skipped: 0 };

    for (let day = began, passed = 0; passed < days; passed += 1, day = addDays(day, 1)) {
      world.moveTo(`${day}T05:30:00Z`);
      if (day === cardEndsOn) await first.useCard('4000000000000341');
      if (day === newCardOn) {
        await first.useCard('5555555555554444');
        if ((await world.standing(first.id)).status === 'paused')
          await resumeStandingOrder(world.deps, { ...first.who, id: first.id });
      }
      if (random.oneIn(18)) {
        const sku = random.oneIn(2) ? 'ESP-1K' : 'FIL-1K';
        const before = price.get(sku) ?? 0;
        const after = Math.max(100, Math.round((before * (94 + random.below(15))) / 100));
        price.set(sku, after);
        const from = random.oneIn(2) ? world.now() : new Date(`${addDays(day, 1 + random.below(9))}T00:00:00Z`);
        await world.price(sku, `${(after / 100).toFixed(2)}`, from);
      }
      // Now and then nobody looks for some days.
      if (!random.oneIn(30) || passed === days - 1) {
        const together = random.oneIn(4) ? [1, 2] : [1];
        await Promise.all(together.map(() => sweepStandingOrders(world.deps)));
      }
      for (const one of kept) await check(one);
      world.moveTo(`${day}T14:00:00Z`);
      for (const one of kept) {
        await act(one, day);
        await check(one);
      }
    }

    async function act(one: Kept, today: string): Promise<void> {
      const { id, who } = one;
      const order = await world.standing(id);
      const waiting = (await world.runs(id)).find(({ status }) => status === 'waiting');
      if (waiting && random.oneIn(3)) {
        const yes = await orderRunNow(world.deps, {
          ...{ ...who, id, plannedOn: waiting.plannedOn, shownVersion: waiting.shownVersion, choices: new Map() },
          payment: { origin: 'http://localhost:3000', returnPath: '/checkout/return/{payment}', cancelPath: '/' },
          withAnotherCard: false,
        });
        if (yes.ok && yes.value.kind !== 'changed') saidYes.add(waiting.id);
      }
      const next = await nextPlanned(db, order);
      if (next && random.oneIn(70)) await skipRun(world.deps, { ...who, id, plannedOn: next });
      if (next && random.oneIn(90)) await restoreRun(world.deps, { ...who, id, plannedOn: next });
      if (next && random.oneIn(60)) {
        const wanted = [{ line: 1, quantity: String(1 + random.below(4)) }];
        const runsOn = addDays(next > today ? next : today, random.below(6));
        const moved = await changeRunAlone(world.deps, { ...who, id, plannedOn: next, runsOn, wanted });
        if (moved.ok) counted.moved += 1;
      }
      if (random.oneIn(150))
        await pauseStandingOrder(world.deps, { ...who, id, until: addDays(today, random.below(20)) });
    }

    async function check(one: Kept): Promise<void> {
      const runs = await world.runs(one.id);
      const made = await world.ordered(one.person);
      expect(new Set(runs.map(({ plannedOn }) => plannedOn)).size).toBe(runs.length);
      expect(runs.filter(({ status }) => isOpenRun(status)).length).toBeLessThanOrEqual(1);
      // What was paid is exactly what the runs say was ordered.
      const paid = made.filter(({ status }) => status === 'paid').map(({ id }) => id);
      expect(paid.sort()).toEqual(
        runs.flatMap(({ status, orderId }) => (status === 'ordered' && orderId ? [orderId] : [])).sort(),
      );
      expect(made.every(({ status }) => status === 'paid' || status === 'lapsed')).toBe(true);
      for (const run of runs) {
        expect(openDayFrom(run.runsOn, hours)).toBe(run.runsOn);
        const order = made.find(({ id }) => id === run.orderId);
        if (order) {
          const before = shown.get(run.id);
          expect(before, `${run.plannedOn} was ordered without having been shown`).toBeDefined();
          expect(order.payableMinor <= (before?.payable ?? 0n)).toBe(true);
          expect(run.noticedAt && dayIn(run.noticedAt, timeZone) < dayIn(order.createdAt, timeZone)).toBe(true);
          expect(dayIn(order.createdAt, timeZone) >= run.runsOn).toBe(true);
          if (!saidYes.has(run.id))
            for (const line of run.shown?.lines ?? []) {
              const offer = line.offers.find(({ take }) => take === line.take);
              expect(BigInt(offer?.lineTotalMinor ?? '0') * 100n <= BigInt(line.lineTotalMinor) * 105n).toBe(true);
            }
        }
        // What is shown from here on counts for what comes after.
        if (run.shown && run.status !== 'ordered') {
          const payable = BigInt(run.shown.payableMinor);
          if (shown.get(run.id)?.version !== run.shownVersion || (shown.get(run.id)?.payable ?? 0n) < payable)
            shown.set(run.id, { payable, version: run.shownVersion });
        }
      }
    }

    for (const one of kept) {
      const runs = await world.runs(one.id);
      const mails = (await db.select().from(outboxEmails).orderBy(asc(outboxEmails.createdAt))).filter(
        ({ template, key }) => template === 'standing-order' && key.includes(one.id),
      );
      for (const run of runs) {
        const told = mails
          .filter(({ key }) => key.includes(run.plannedOn))
          .map(({ props }) => (props as { news: string }).news);
        if (run.noticedAt) expect(told.some((news) => news === 'notice' || news === 'needs_yes')).toBe(true);
        if (run.status === 'lapsed') expect(told).toContain('lapsed');
        if (run.status === 'failed') expect(told).toContain('stopped');
        expect(told.filter((news) => news === 'card_failed').length).toBe(Math.min(run.failures, 3));
        counted.ordered += run.status === 'ordered' ? 1 : 0;
        counted.waited += told.includes('needs_yes') ? 1 : 0;
        counted.lapsed += run.status === 'lapsed' ? 1 : 0;
        counted.failed += run.failures > 0 ? 1 : 0;
        counted.skipped += run.status === 'skipped' ? 1 : 0;
      }
    }
    // The year had some of everything.
    expect(counted.ordered).toBeGreaterThan(rhythms.length * 8);
    expect(Math.min(counted.waited, counted.failed, counted.moved, counted.skipped)).toBeGreaterThan(0);
  },
);
