import { expect, test } from 'vitest';
import { type EndReason, type RunningSeries, decideReminder, endReasons } from '#app/domain/cart/abandonment.ts';
import { outsideQuietHours } from '#app/domain/cart/quiet-hours.ts';
import { firstLookAt, standardSeries } from '#app/domain/cart/reminder-series.ts';
import { seeded } from '#tests/support/random.ts';

const isLong = process.env.LONG === '1';
const seed = Number(process.env.SEED ?? 20_270_301);
const shoppers = isLong ? 20_000 : 1_500;
const months = isLong ? 6 : 2;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const begin = new Date('2027-02-01T00:00:00Z').getTime();
const over = begin + months * 30 * day;

type Series = { startedAt: Date; sent: { step: 1 | 2 | 3; at: Date | null }[]; ended: EndReason | null };
type Cart = {
  isOpen: boolean;
  lines: number;
  isBuyable: boolean;
  touchedAt: number;
  dueAt: number | null;
  series: Series[];
};
type Mail = { cart: Cart; series: Series; step: number; at: number };

const markets = [
  { legalBasis: 'notice', quietHours: null, timeZone: 'Europe/Berlin' },
  { legalBasis: 'notice', quietHours: { from: 21, until: 8 }, timeZone: 'America/New_York' },
  { legalBasis: 'opt_in', quietHours: { from: 22, until: 7 }, timeZone: 'Europe/London' },
] as const;

/** One person's months: what they do at random, and what a worker that comes late and mails that leave late make of it.
 *  Every mail is held against the promises as it leaves. */
function live(random: () => number): { mails: Mail[]; forgotten: number } {
  const market = markets[Math.floor(random() * markets.length)] ?? markets[0];
  const consent = (['notice', 'opt_in', 'none', null] as const)[Math.floor(random() * 4)] ?? null;
  const mayEver = market.legalBasis === 'opt_in' ? consent === 'opt_in' : consent !== 'none';
  const carts: Cart[] = [];
  const mails: Mail[] = [];
  const orders: number[] = [];
  let isUnsubscribed = false;
  let forgotten = 0;

  const newest = (list: readonly number[]) => (list.length === 0 ? null : new Date(Math.max(...list)));
  const ask = (cart: Cart, at: number, without?: number) => {
    const last = cart.series.at(-1);
    const running: RunningSeries | null = last
      ? { ...last, sent: last.sent.filter(({ step }) => step !== without) }
      : null;
    const others = carts.flatMap((each) => each.series).filter((series) => series !== last);
    const newer = carts
      .filter((each) => each !== cart && each.isOpen && each.lines > 0)
      .map(({ touchedAt }) => touchedAt);
    const isBegun = running !== null && running.sent.length === 0;
    return decideReminder(
      {
        series: standardSeries,
        market,
        cart: {
          isOpen: cart.isOpen,
          lastActivityAt: new Date(cart.touchedAt),
          lineCount: cart.lines,
          buyableLineCount: cart.isBuyable ? cart.lines : 0,
          isBeingPaid: false,
        },
        company: null,
        person: {
          consent,
          suppression: isUnsubscribed ? 'unsubscribed' : null,
          isHeldOut: false,
          lastOrderAt: newest(orders),
          newerCartAt: newest(newer),
          otherSeriesAt: newest(others.map(({ startedAt }) => startedAt.getTime())),
        },
        running: isBegun ? null : running,
      },
      new Date(at),
    );
  };

  const holdAgainstThePromises = ({ cart, series, step, at }: Mail) => {
    expect(cart.isOpen && cart.lines > 0 && cart.isBuyable, 'of a cart that can be bought').toBe(true);
    expect(mayEver && !isUnsubscribed, 'to who may be written to').toBe(true);
    expect(at - cart.touchedAt, 'not before its time').toBeGreaterThanOrEqual(
      (standardSeries.afterMinutes[step - 1] ?? 0) * minute,
    );
    expect(
      orders.some((order) => order >= cart.touchedAt),
      'not after an order',
    ).toBe(false);
    const newer = carts.some(
      (each) => each !== cart && each.isOpen && each.lines > 0 && each.touchedAt > cart.touchedAt,
    );
    expect(newer, 'not of an older cart').toBe(false);
    expect(outsideQuietHours(new Date(at), market.quietHours, market.timeZone).getTime(), 'nobody is woken').toBe(at);
    const same = mails.filter((mail) => mail.series === series);
    expect(
      same.every((mail) => mail.step < step),
      'each step once, in order',
    ).toBe(true);
    const begun = new Set(mails.filter((mail) => mail.series !== series).map((mail) => mail.series));
    for (const other of begun)
      expect(
        Math.abs(series.startedAt.getTime() - other.startedAt.getTime()),
        'one series a week',
      ).toBeGreaterThanOrEqual(7 * day);
  };

  const look = (cart: Cart, at: number) => {
    const verdict = ask(cart, at);
    const last = cart.series.at(-1);
    if (verdict.act === 'wait') cart.dueAt = verdict.until.getTime();
    else if (verdict.act === 'send') {
      if (verdict.startsSeries && last) last.ended ??= 'completed';
      const series: Series = verdict.startsSeries || !last ? { startedAt: new Date(at), sent: [], ended: null } : last;
      if (series !== last) cart.series.push(series);
      series.sent.push({ step: verdict.step, at: null });
      const leaves = at + Math.floor(random() * 5) * minute;
      pending.push({ at: leaves, cart, series, step: verdict.step });
      cart.dueAt = at + 15 * minute;
    } else {
      if (last && verdict.act === 'end' && (endReasons as readonly string[]).includes(verdict.reason))
        last.ended ??= verdict.reason as EndReason;
      cart.dueAt = null;
    }
  };

  /** The mail leaves: everything is asked once more, as if its right were not taken yet. */
  const leave = (mail: Mail) => {
    const { cart, series, step, at } = mail;
    const right = series.sent.find((sent) => sent.step === step);
    const isLatest = cart.series.at(-1) === series;
    const verdict = isLatest ? ask(cart, at, step) : null;
    if (right && verdict?.act === 'send' && verdict.step === step) {
      holdAgainstThePromises(mail);
      right.at = new Date(at);
      mails.push(mail);
      return;
    }
    series.sent = series.sent.filter((sent) => sent !== right);
    if (series.sent.length === 0) cart.series = cart.series.filter((each) => each !== series);
    cart.dueAt = verdict?.act === 'wait' ? verdict.until.getTime() : verdict?.act === 'end' ? null : at;
  };

  const pending: Mail[] = [];
  let next = begin + Math.floor(random() * 5 * day);
  for (;;) {
    const due = carts.filter(({ dueAt }) => dueAt !== null);
    const soonest = due.reduce<Cart | null>(
      (best, cart) => (!best || (cart.dueAt ?? 0) < (best.dueAt ?? 0) ? cart : best),
      null,
    );
    const mail = pending.toSorted((a, b) => a.at - b.at)[0];
    const at = Math.min(next, soonest?.dueAt ?? Infinity, mail?.at ?? Infinity);
    if (at >= over) break;
    if (mail?.at === at) {
      pending.splice(pending.indexOf(mail), 1);
      leave(mail);
    } else if (soonest && soonest.dueAt === at) {
      // A worker that is late by up to twenty minutes.
      const late = at + Math.floor(random() * 20) * minute;
      if (late < next) look(soonest, late);
      else soonest.dueAt = next + 1;
    } else {
      act(at);
      next = at + Math.ceil(-Math.log(1 - random()) * 30 * hour);
    }
  }
  for (const cart of carts) {
    const isUndisturbed = cart.isOpen && cart.lines > 0 && cart.isBuyable && over - cart.touchedAt > 8 * day;
    const isOnlyOne = carts.length === 1 && orders.length === 0;
    if (isUndisturbed && isOnlyOne && mayEver && !isUnsubscribed) {
      const own = mails.filter((each) => each.cart === cart && each.at > cart.touchedAt);
      const before = mails.filter((each) => each.cart === cart).length - own.length;
      if (before === 0 && own.length !== 3) forgotten += 1;
    }
  }
  return { mails, forgotten };

  function act(at: number) {
    const open = carts.filter(({ isOpen }) => isOpen);
    const cart = open[Math.floor(random() * open.length)];
    const what = random();
    if (!cart || what < 0.12) {
      carts.push({
        isOpen: true,
        lines: 1,
        isBuyable: true,
        touchedAt: at,
        dueAt: firstLookAt(new Date(at)).getTime(),
        series: [],
      });
      return;
    }
    const touch = () => {
      cart.touchedAt = at;
      cart.dueAt = firstLookAt(new Date(at)).getTime();
    };
    if (what < 0.45) touch();
    else if (what < 0.55) {
      cart.isOpen = false;
      orders.push(at);
    } else if (what < 0.6) {
      cart.lines = 0;
      touch();
    } else if (what < 0.68) {
      cart.lines += 1;
      touch();
    } else if (what < 0.72) cart.isBuyable = !cart.isBuyable;
    else if (what < 0.73) isUnsubscribed = true;
  }
}

test(`${months} months of ${shoppers} shoppers at random, seed ${seed}: every promise holds as each mail leaves`, () => {
  const random = seeded(seed);
  let sent = 0;
  let forgotten = 0;
  const bySteps = [0, 0, 0];
  for (let shopper = 0; shopper < shoppers; shopper += 1) {
    const lived = live(random);
    sent += lived.mails.length;
    forgotten += lived.forgotten;
    for (const { step } of lived.mails) bySteps[step - 1] = (bySteps[step - 1] ?? 0) + 1;
  }
  process.stdout.write(`${sent} reminders left: ${bySteps.join(', ')} of the three steps\n`);
  expect(Math.min(...bySteps)).toBeGreaterThan(50);
  expect(forgotten, 'carts left alone and not remembered three times').toBe(0);
}, 600_000);
