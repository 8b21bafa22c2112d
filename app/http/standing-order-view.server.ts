import type { Deps } from '#app/deps.server.ts';
import { countryName } from '#app/domain/i18n/names.ts';
import { tidyAddress } from '#app/domain/checkout/address-fields.ts';
import { addressLines } from '#app/domain/checkout/address-lines.ts';
import { dayIn } from '#app/domain/i18n/day-in.ts';
import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import { type Locale, locales } from '#app/domain/i18n/locales.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { formatMoney } from '#app/domain/money/format-money.ts';
import { money } from '#app/domain/money/money.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { isOpenRun, mayBeChanged, mayBeSkipped } from '#app/domain/standing-orders/lifecycle.ts';
import { nextOf } from '#app/domain/standing-orders/next-step.ts';
import { isOwner, mayStop, mayTakeOver } from '#app/domain/standing-orders/who-may-change.ts';
import { standingReason } from '#app/messages/standing-reason.server.ts';
import { translator } from '#app/messages/translate.server.ts';
import type { Translate } from '#app/messages/translate.ts';
import { nextRuns, withTheRest } from '#app/use-cases/standing-orders/change-run.server.ts';
import { storedLines } from '#app/use-cases/orders/resolve-reorder.server.ts';
import { companyOf, linesOf, resolveLines } from '#app/use-cases/standing-orders/resolve-run.server.ts';
import { namePersons } from '#db/queries/directory.server.ts';
import { findPaymentCustomer } from '#db/queries/payment-customers.server.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';
import {
  type PastRun,
  type StandingOrder,
  findRun,
  listLiveRuns,
  readRuns,
} from '#db/queries/standing-orders.server.ts';
import type { StandingLine } from '#db/schema/standing-orders.ts';
import { reorderView } from './reorder-view.server';
import type { StandingKeeper } from './standing-orders.server';

/** How many of those to come a page shows. */
const shownAhead = 6;
const shownBehind = 24;

const inputQuantity = (stored: string): string => toDecimalString(toExact(stored), 6);

/** "Tue, 2 March 2027" of a calendar day. */
export const dayText = (iso: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locales[locale].formats, {
    ...{ weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  }).format(new Date(`${iso}T12:00:00Z`));

const totalOf = (order: Pick<StandingOrder, 'currency'>, minor: string, locale: Locale): string =>
  formatMoney(money(BigInt(minor), order.currency), locales[locale].formats);

/** With tax, for whoever is shown prices so. */
const shownMinor = ({ withTax, lineTotalMinor }: Pick<StandingLine, 'withTax' | 'lineTotalMinor'>): string =>
  withTax?.totalMinor ?? lineTotalMinor;

export const linesView = (order: Pick<StandingOrder, 'currency'>, lines: readonly StandingLine[], locale: Locale) =>
  lines.map(({ line, sku, title, quantity, ...agreed }) => ({
    ...{ line, sku, title },
    quantity: inputQuantity(quantity),
    quantityText: formatQuantity(toExact(quantity), locales[locale].formats),
    totalText: totalOf(order, shownMinor(agreed), locale),
  }));

const rhythmText = (order: StandingOrder, t: Translate<'standing'>, locale: Locale): string =>
  [
    t('since', {
      rhythm: t(`every_${order.period}`, { count: order.every }),
      day: dayText(order.startsOn, locale),
    }),
    ...(order.endsOn ? [t('until', { day: dayText(order.endsOn, locale) })] : []),
  ].join(', ');

/** Each of the list: what, how often, when next. Two statements for any number. */
export async function standingCards(db: Deps['db'], orders: readonly StandingOrder[], locale: Locale) {
  const t = translator(locale, 'standing');
  const [{ hours }, runsOf] = await Promise.all([
    readShopRules(db),
    listLiveRuns(db, { standingOrderIds: orders.map(({ id }) => id) }),
  ]);
  return orders.map((order) => {
    const runs = order.status === 'ended' ? [] : (runsOf.get(order.id) ?? []);
    const open = runs.find(({ status }) => isOpenRun(status));
    const coming = order.status === 'active' ? nextOf({ order, runs, hours }, shownAhead) : [];
    const next = open ?? coming.find((one) => !one.isSkipped);
    return {
      id: order.id,
      name: order.name,
      state: order.status,
      stateText: t(`state_${order.status}`),
      rhythmText: t(`every_${order.period}`, { count: order.every }),
      nextText: next ? t('nextOn', { day: dayText(next.runsOn, locale) }) : t('nothingNext'),
      waits: open?.status === 'waiting' ? t('run_waiting') : null,
    };
  });
}

/** Everything its page says. */
export async function standingOrderView(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  p: { order: StandingOrder; keeper: StandingKeeper; locale: Locale },
) {
  const { order, keeper, locale } = p;
  const t = translator(locale, 'standing');
  const [rows, ahead, owners, customer] = [
    await readRuns(db, { standingOrderId: order.id, limit: 200 }),
    order.status === 'ended' ? [] : await nextRuns(db, { order, count: shownAhead }),
    await namePersons(db, { ids: [order.ownerId] }),
    order.companyId ? null : await findPaymentCustomer(db, { personId: order.ownerId }),
  ];
  const today = dayIn(now(), order.timeZone);
  const isMine = isOwner(keeper, order);
  const isGoing = order.status !== 'ended';
  const may = {
    change: isMine && isGoing,
    resume: isMine && order.status === 'paused',
    stop: isGoing && mayStop(keeper, order),
    takeOver: isGoing && !isMine && mayTakeOver(keeper, order),
    useCard: isMine && isGoing && order.companyId === null,
  };
  const byDay = new Map(rows.map((row) => [row.plannedOn, row]));
  const open = rows.filter(({ status, purchaseOrderId }) => isOpenRun(status) && !purchaseOrderId);
  const shown = new Set([...open.map(({ plannedOn }) => plannedOn), ...ahead.map(({ plannedOn }) => plannedOn)]);
  const runView = (day: { plannedOn: string; runsOn: string }, row: PastRun | null, isSkipped = false) => {
    const status = row?.status ?? 'planned';
    const isAgreed = status === 'noticed' && row?.agreedAt !== null;
    const code = isAgreed ? 'agreed' : status;
    return {
      plannedOn: day.plannedOn,
      day: dayText(day.runsOn, locale),
      plannedText: day.plannedOn === day.runsOn ? null : t('planned_on', { day: dayText(day.plannedOn, locale) }),
      state: code,
      stateText:
        row?.purchaseOrderState && (status === 'ordered' || status === 'retrying')
          ? translator(locale, 'purchaseOrders')(`status_${row.purchaseOrderState as 'placed'}`)
          : t(`run_${code}`),
      isDifferent: row !== null && row.lines !== null && (status === 'planned' || isOpenRun(status)),
      texts: row ? textsOf(order, row, t, locale) : [],
      orderNumber: row?.orderNumber && status === 'ordered' ? row.orderNumber : null,
      purchaseOrderId: row?.purchaseOrderId ?? null,
      mayChange: may.change && mayBeChanged(status) && day.runsOn > today && !isSkipped,
      maySkip: may.stop && mayBeSkipped(status) && !isSkipped,
      mayRestore: may.stop && isSkipped && day.runsOn > today,
      needsLook: may.change && (status === 'waiting' || (status === 'retrying' && !row?.purchaseOrderId)),
    };
  };
  return {
    id: order.id,
    name: order.name,
    version: order.version,
    state: order.status,
    stateText: t(`state_${order.status}`),
    rhythmText: rhythmText(order, t, locale),
    ownerText: order.companyId ? t('ofPerson', { name: owners.get(order.ownerId)?.name ?? '' }) : null,
    pausedText: order.status === 'paused' ? pausedText(order, t, locale) : null,
    lines: linesView(order, order.lines, locale),
    agreedText: t(order.lines.some(({ withTax }) => withTax) ? 'comesToWithTax' : 'comesTo', {
      total: totalOf(order, order.lines.reduce((sum, line) => sum + BigInt(shownMinor(line)), 0n).toString(), locale),
    }),
    address: addressLines(order.shipTo, countryName(order.shipTo.country, locales[locale].formats)),
    paymentText: t(order.companyId ? 'payTerms' : 'payCard'),
    hasNoCard: may.useCard && !customer?.methodId,
    isPaused: order.status === 'paused',
    may,
    upcoming: [
      ...open.map((row) => runView(row, row)),
      ...ahead.map((one) => runView(one, byDay.get(one.plannedOn) ?? null, one.isSkipped)),
    ].slice(0, shownAhead),
    past: rows
      .filter(({ plannedOn, status }) => !shown.has(plannedOn) && status !== 'planned')
      .slice(0, shownBehind)
      .map((row) => runView(row, row)),
  };
}

const pausedText = (order: StandingOrder, t: Translate<'standing'>, locale: Locale): string => {
  if (order.pauseReason === 'card_failed') return t(order.companyId ? 'pausedCardCompany' : 'pausedCard');
  return order.pausedUntil ? t('pausedUntil', { day: dayText(order.pausedUntil, locale) }) : t('pausedOpen');
};

function textsOf(order: StandingOrder, run: PastRun, t: Translate<'standing'>, locale: Locale): string[] {
  const dayOf = (at: Date) => dayText(dayIn(at, order.timeZone), locale);
  const isOpen = isOpenRun(run.status);
  return [
    ...(run.shown && (isOpen || run.status === 'ordered')
      ? [t('costs', { total: totalOf(order, run.shown.payableMinor, locale) })]
      : []),
    ...((isOpen || run.status === 'failed') && run.reason ? [standingReason(locale, run.reason)] : []),
    ...(run.status === 'waiting' && run.waitsUntil ? [t('waitsUntil', { day: dayOf(run.waitsUntil) })] : []),
    ...(run.status === 'retrying' && run.nextTryAt ? [t('triesOn', { day: dayOf(run.nextTryAt) })] : []),
  ];
}

/** The lines a form asks quantities of, each with what it costs now, or that it cannot be had. */
export async function quantityNotes(
  db: Deps['db'],
  p: {
    order: Parameters<typeof resolveLines>[1]['order'];
    company: Parameters<typeof resolveLines>[1]['company'];
    lines: readonly StandingLine[];
    locale: Locale;
    at: Date;
  },
) {
  const t = translator(p.locale, 'standing');
  const { formats } = locales[p.locale];
  const priced = p.lines.map((line) => (isNothing(line) ? { ...line, quantity: '1' } : line));
  const resolved = storedLines(await resolveLines(db, { ...p, lines: priced }), priced);
  return p.lines.map(({ line, sku, title, quantity }, index) => {
    const offer = resolved[index]?.offers.find(({ take }) => take === 'as_is' || take === 'wait');
    return {
      ...{ line, sku, title },
      quantity: inputQuantity(quantity),
      note: offer
        ? t('priceNow', {
            total: totalOf(p.order, shownMinor(offer), p.locale),
            quantity: formatQuantity(toExact(offer.quantity), formats),
          })
        : t('cannotNow'),
    };
  });
}

const isNothing = ({ quantity }: StandingLine): boolean => toExact(quantity).num === 0n;

/** One of the days: what it is to be, what it asks, what may be changed of it alone. Null where the rhythm has no such day. */
export async function runDetail(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  p: { order: StandingOrder; keeper: StandingKeeper; plannedOn: string; locale: Locale },
) {
  const { order, plannedOn, locale } = p;
  const run = await findRun(db, { standingOrderId: order.id, plannedOn });
  const coming = run
    ? null
    : (await nextRuns(db, { order, count: farthest })).find((one) => one.plannedOn === plannedOn);
  const day = run ?? coming;
  if (!day) return null;
  const t = translator(locale, 'standing');
  const isMine = isOwner(p.keeper, order) && order.status !== 'ended';
  const status = run?.status ?? 'planned';
  const lines = withTheRest(linesOf(order, run), order.lines);
  const shown = run?.shown;
  const mayPay = isMine && status === 'retrying' && !run?.purchaseOrderId;
  return {
    id: order.id,
    name: order.name,
    plannedOn,
    runsOn: day.runsOn,
    day: dayText(day.runsOn, locale),
    stateText: t(status === 'noticed' && run?.agreedAt ? 'run_agreed' : `run_${status}`),
    texts: run ? textsOf(order, { ...run, orderNumber: null, purchaseOrderState: null }, t, locale) : [],
    lines: await quantityNotes(db, {
      order: { ...order, shipTo: tidyAddress(order.shipTo) },
      company: await companyOf(db, order),
      ...{ lines, locale },
      at: now(),
    }),
    mayChange: isMine && mayBeChanged(status) && status !== 'skipped',
    asks:
      isMine && status === 'waiting' && run && shown
        ? {
            version: run.shownVersion,
            ...reorderView(
              {
                ...{ id: run.id, currency: order.currency, lines: shown.lines },
                totalMinor: BigInt(shown.totalMinor),
                freightMinor: BigInt(shown.freightMinor),
                taxMinor: BigInt(shown.taxMinor),
                payableMinor: BigInt(shown.payableMinor),
              },
              locale,
            ),
          }
        : null,
    pays: mayPay ? (run?.shownVersion ?? null) : null,
  };
}

/** How far ahead a day may be looked at. */
const farthest = 60;
