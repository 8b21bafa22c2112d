import { type SQL, and, asc, desc, eq, gt, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { EndReason, ReminderQuestion, RunningSeries } from '#app/domain/cart/abandonment.ts';
import type { ReminderStep } from '#app/domain/cart/reminder-series.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { cartLines, carts } from '#db/schema/carts.ts';
import { type Cart, cartColumns } from './carts.server';
import { companies } from '#db/schema/companies.ts';
import { outboxEmails } from '#db/schema/jobs.ts';
import { persons } from '#db/schema/identity.ts';
import { orders } from '#db/schema/orders.ts';
import { reminderSeries, reminders } from '#db/schema/reminders.ts';

export type CartDue = { cartId: string; dueAt: Date };

/** Carts whose moment has come, the longest overdue first; an index answers, however many carts there are. */
export async function listCartsDue(
  db: DbOrTx,
  p: { at: Date; after: CartDue | null; limit: number },
): Promise<CartDue[]> {
  const rows = await db
    .select({ cartId: carts.id, dueAt: carts.reminderDueAt })
    .from(carts)
    .where(
      and(
        isNotNull(carts.reminderDueAt),
        lte(carts.reminderDueAt, p.at),
        p.after
          ? or(
              gt(carts.reminderDueAt, p.after.dueAt),
              and(eq(carts.reminderDueAt, p.after.dueAt), gt(carts.id, p.after.cartId)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(carts.reminderDueAt), asc(carts.id))
    .limit(p.limit);
  return rows.map(({ cartId, dueAt }) => ({ cartId, dueAt: dueAt ?? p.at }));
}

/** Null: not before it is touched again. */
export async function setReminderDue(tx: Tx, p: { cartId: string; at: Date | null }): Promise<void> {
  await tx.update(carts).set({ reminderDueAt: p.at }).where(eq(carts.id, p.cartId));
}

export type CartToRemindOf = {
  id: string;
  personId: string | null;
  companyId: string | null;
  /** As typed at checkout, else of the account. */
  email: string | null;
};

/** Whose cart it is, before anything is locked. */
export async function findCartToRemindOf(db: DbOrTx, p: { cartId: string }): Promise<CartToRemindOf | null> {
  const [row] = await db
    .select({
      id: carts.id,
      personId: carts.personId,
      companyId: carts.companyId,
      email: sql<string | null>`coalesce(${carts.email}, ${persons.email})`,
    })
    .from(carts)
    .leftJoin(persons, eq(persons.id, carts.personId))
    .where(eq(carts.id, p.cartId));
  return row ?? null;
}

type Whose = { address: string; personId: string | null };
const orderedBy = ({ address, personId }: Whose): SQL | undefined =>
  personId
    ? or(sql`lower(${orders.email}) = ${address}`, eq(orders.personId, personId))
    : sql`lower(${orders.email}) = ${address}`;
const ownedBy = ({ address, personId }: Whose): SQL | undefined =>
  personId
    ? or(sql`lower(${carts.email}) = ${address}`, eq(carts.personId, personId))
    : sql`lower(${carts.email}) = ${address}`;

export type PersonHistory = Pick<
  NonNullable<ReminderQuestion['person']>,
  'lastOrderAt' | 'newerCartAt' | 'otherSeriesAt'
>;

/** What the same person, by address or by account, did elsewhere. */
export async function readPersonHistory(
  db: DbOrTx,
  p: Whose & { cartId: string; contactId: string; seriesId: string | null },
): Promise<PersonHistory> {
  const [[order], [cart], [series]] = await Promise.all([
    db
      .select({ at: orders.placedAt })
      .from(orders)
      .where(and(orderedBy(p), isNotNull(orders.placedAt)))
      .orderBy(desc(orders.placedAt))
      .limit(1),
    db
      .select({ at: carts.lastActivityAt })
      .from(carts)
      .where(
        and(
          ownedBy(p),
          eq(carts.status, 'open'),
          isNull(carts.companyId),
          ne(carts.id, p.cartId),
          sql`exists (select 1 from ${cartLines} where ${cartLines.cartId} = ${carts.id})`,
        ),
      )
      .orderBy(desc(carts.lastActivityAt))
      .limit(1),
    db
      .select({ at: reminderSeries.startedAt })
      .from(reminderSeries)
      .where(and(eq(reminderSeries.contactId, p.contactId), p.seriesId ? ne(reminderSeries.id, p.seriesId) : undefined))
      .orderBy(desc(reminderSeries.startedAt))
      .limit(1),
  ]);
  return { lastOrderAt: order?.at ?? null, newerCartAt: cart?.at ?? null, otherSeriesAt: series?.at ?? null };
}

/** When it was touched last; asked under the lock of the cart. */
export async function readLastActivity(db: DbOrTx, p: { cartId: string }): Promise<Date> {
  const [row] = await db.select({ at: carts.lastActivityAt }).from(carts).where(eq(carts.id, p.cartId));
  if (!row) throw new Error(`cart ${p.cartId} is gone`);
  return row.at;
}

export async function isCartBeingPaid(db: DbOrTx, p: { cartId: string }): Promise<boolean> {
  const rows = await db
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.cartId, p.cartId), eq(orders.status, 'awaiting_payment')))
    .limit(1);
  return rows.length > 0;
}

export async function readCompanyWish(db: DbOrTx, p: { companyId: string }): Promise<boolean> {
  const [row] = await db
    .select({ wish: companies.remindsItsBuyers })
    .from(companies)
    .where(eq(companies.id, p.companyId));
  return row?.wish ?? false;
}

export type SeriesOfCart = RunningSeries & { id: string };

/** The latest series about a cart; `without` leaves one reminder out, to ask again as if its right were not taken yet. */
export async function findLatestSeries(
  db: DbOrTx,
  p: { cartId: string; without?: string },
): Promise<SeriesOfCart | null> {
  const [series] = await db
    .select({ id: reminderSeries.id, startedAt: reminderSeries.startedAt, ended: reminderSeries.ended })
    .from(reminderSeries)
    .where(eq(reminderSeries.cartId, p.cartId))
    .orderBy(desc(reminderSeries.startedAt), desc(reminderSeries.id))
    .limit(1);
  if (!series) return null;
  const rows = await db
    .select({
      step: reminders.step,
      takenAt: reminders.takenAt,
      sentAt: outboxEmails.sentAt,
      status: outboxEmails.status,
    })
    .from(reminders)
    .innerJoin(outboxEmails, eq(outboxEmails.id, reminders.emailId))
    .where(and(eq(reminders.seriesId, series.id), p.without ? ne(reminders.id, p.without) : undefined))
    .orderBy(asc(reminders.step));
  const sent = rows.map(({ step, takenAt, sentAt, status }) => ({
    step: step as ReminderStep,
    at: sentAt ?? (status === 'waiting' || status === 'sending' ? null : takenAt),
  }));
  return { ...series, sent };
}

export type NewSeries = typeof reminderSeries.$inferInsert;

export async function addSeries(tx: Tx, series: NewSeries): Promise<void> {
  await tx.insert(reminderSeries).values(series);
}

/** Changes nothing when it ended before. */
export async function endSeries(tx: Tx, p: { seriesId: string; as: EndReason; at: Date }): Promise<void> {
  await tx
    .update(reminderSeries)
    .set({ ended: p.as, endedAt: p.at })
    .where(and(eq(reminderSeries.id, p.seriesId), isNull(reminderSeries.ended)));
}

/** Takes the right to send: false when somebody has it already. */
export async function takeReminderRight(
  tx: Tx,
  p: { id: string; cartId: string; seriesId: string; step: ReminderStep; emailId: string; at: Date },
): Promise<boolean> {
  const { at, ...reminder } = p;
  const taken = await tx
    .insert(reminders)
    .values({ ...reminder, takenAt: at })
    .onConflictDoNothing()
    .returning({ id: reminders.id });
  return taken.length > 0;
}

export type ReminderOfMail = { id: string; cartId: string; seriesId: string; step: ReminderStep };

/** The reminder that a mail of the outbox is; null for every other mail. */
export async function findReminderOfMail(db: DbOrTx, p: { emailId: string }): Promise<ReminderOfMail | null> {
  const [row] = await db
    .select({ id: reminders.id, cartId: reminders.cartId, seriesId: reminders.seriesId, step: reminders.step })
    .from(reminders)
    .where(eq(reminders.emailId, p.emailId));
  return row ? { ...row, step: row.step as ReminderStep } : null;
}

/** Nothing was sent: the right goes back, and a series that never said anything is forgotten. */
export async function giveBackReminderRight(tx: Tx, p: { id: string; seriesId: string }): Promise<void> {
  await tx.delete(reminders).where(eq(reminders.id, p.id));
  await tx
    .delete(reminderSeries)
    .where(
      and(
        eq(reminderSeries.id, p.seriesId),
        sql`not exists (select 1 from ${reminders} where ${reminders.seriesId} = ${p.seriesId})`,
      ),
    );
}

export type ReminderLink = { reminderId: string; cartId: string };

/** What the link in a reminder leads to; null when there is no such reminder. */
export async function findReminder(db: DbOrTx, p: { id: string }): Promise<ReminderLink | null> {
  const [row] = await db
    .select({
      reminderId: reminders.id,
      cartId: reminders.cartId,
    })
    .from(reminders)
    .where(eq(reminders.id, p.id));
  return row ?? null;
}

/** Null when it is not open any more. */
export async function findOpenCartById(db: DbOrTx, p: { cartId: string }): Promise<Cart | null> {
  const [cart] = await db
    .select(cartColumns)
    .from(carts)
    .where(and(eq(carts.id, p.cartId), eq(carts.status, 'open')));
  return cart ?? null;
}

/** The first click counts. */
export async function recordReminderClick(db: DbOrTx, p: { id: string; at: Date }): Promise<void> {
  await db
    .update(reminders)
    .set({ clickedAt: p.at })
    .where(and(eq(reminders.id, p.id), isNull(reminders.clickedAt)));
}
