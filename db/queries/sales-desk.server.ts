import { and, asc, eq, gte, inArray, isNotNull, lte, not, or, sql } from 'drizzle-orm';
import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import { type OrderRhythm, quietRule } from '#app/domain/companies/gone-quiet.ts';
import { openStages } from '#app/domain/quotes/desk-figures.ts';
import { openAtCustomer } from '#app/domain/purchase-orders/lifecycle.ts';
import { boughtStatuses } from '#app/domain/orders/lifecycle.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { cartLines, carts } from '#db/schema/carts.ts';
import { companies, members } from '#db/schema/companies.ts';
import { orders } from '#db/schema/orders.ts';
import { persons, staff } from '#db/schema/identity.ts';
import { purchaseOrders } from '#db/schema/purchase-orders.ts';
import { quotes, quoteVersions } from '#db/schema/quotes.ts';
import { companiesInScope } from './company-portfolio.server';
import { holdsWords } from './holds-words';
import { hasOpenDocument } from './open-documents.server';

/** What is on a rep's desk: within their scope, and of companies or numbers that hold the words. */
export type OnDesk = { scope: CompanyScope; words?: string | undefined; limit: number };

const dayMs = 86_400_000;
const windowDays = 400;

/** Companies with a rhythm of orders and none for a while, the longest silent first; whether they went quiet is for
 *  goneQuiet to say. */
export async function listRhythms(
  db: DbOrTx,
  p: OnDesk & { at: Date },
): Promise<(OrderRhythm & { slug: string; name: string })[]> {
  const last = sql`max(${orders.placedAt})`;
  const first = sql`min(${orders.placedAt})`;
  const rows = await db
    .select({
      slug: companies.slug,
      name: companies.name,
      orders: sql<number>`count(*)::int`,
      first: sql<string>`${first}::text`,
      last: sql<string>`${last}::text`,
    })
    .from(orders)
    .innerJoin(companies, eq(companies.id, orders.companyId))
    .where(
      and(
        companiesInScope(p.scope),
        holdsWords(p.words, companies.name),
        eq(companies.status, 'active'),
        isNotNull(orders.placedAt),
        gte(orders.placedAt, new Date(p.at.getTime() - windowDays * dayMs)),
        inArray(orders.status, [...boughtStatuses]),
      ),
    )
    .groupBy(companies.id)
    .having(
      and(
        sql`count(*) >= ${quietRule.leastOrders}`,
        lte(last, sql`${new Date(p.at.getTime() - quietRule.leastDays * dayMs).toISOString()}::timestamptz`),
      ),
    )
    .orderBy(asc(last), asc(companies.slug))
    .limit(p.limit);
  return rows.map((row) => ({ ...row, first: new Date(row.first), last: new Date(row.last) }));
}

/** Companies whose credit is held. */
export async function listCreditHolds(
  db: DbOrTx,
  p: OnDesk,
): Promise<{ slug: string; name: string; reason: string }[]> {
  const rows = await db
    .select({ slug: companies.slug, name: companies.name, reason: companies.creditHoldReason })
    .from(companies)
    .where(and(companiesInScope(p.scope), holdsWords(p.words, companies.name), isNotNull(companies.creditHoldReason)))
    .orderBy(asc(companies.name))
    .limit(p.limit);
  return rows.map((row) => ({ ...row, reason: row.reason ?? '' }));
}

/** Purchase orders that rest with their company unchanged since before a moment, the longest first. */
export async function listStalled(
  db: DbOrTx,
  p: OnDesk & { before: Date },
): Promise<{ id: string; number: string; status: string; company: string; changedAt: Date }[]> {
  return db
    .select({
      id: purchaseOrders.id,
      number: purchaseOrders.number,
      status: purchaseOrders.status,
      company: companies.name,
      changedAt: purchaseOrders.changedAt,
    })
    .from(purchaseOrders)
    .innerJoin(companies, eq(companies.id, purchaseOrders.companyId))
    .where(
      and(
        companiesInScope(p.scope),
        holdsWords(p.words, companies.name, purchaseOrders.number),
        inArray(purchaseOrders.status, [...openAtCustomer]),
        lte(purchaseOrders.changedAt, p.before),
      ),
    )
    .orderBy(asc(purchaseOrders.changedAt), asc(purchaseOrders.id))
    .limit(p.limit);
}

/** Offers that run out before a moment, the first to do so first. */
export async function listExpiring(
  db: DbOrTx,
  p: OnDesk & { at: Date; before: Date },
): Promise<{ id: string; number: string; company: string; validUntil: Date | null }[]> {
  return db
    .select({ id: quotes.id, number: quotes.number, company: companies.name, validUntil: quotes.validUntil })
    .from(quotes)
    .innerJoin(companies, eq(companies.id, quotes.companyId))
    .where(
      and(
        companiesInScope(p.scope),
        holdsWords(p.words, companies.name, quotes.number),
        eq(quotes.status, 'offered'),
        gte(quotes.validUntil, p.at),
        lte(quotes.validUntil, p.before),
      ),
    )
    .orderBy(asc(quotes.validUntil), asc(quotes.id))
    .limit(p.limit);
}

export type LeftCart = {
  cartId: string;
  memberId: string;
  company: { slug: string; name: string };
  buyer: string;
  currency: (typeof carts.$inferSelect)['currency'];
  lines: number;
  /** Line totals as the buyer saw them last, before tax; null where they have not seen them all. */
  seenMinor: bigint | null;
  since: Date;
};

/** Carts of companies nobody has touched since `before`, the longest first, back to `after`: left, with nothing made of
 *  them that still waits for somebody and no payment under way. */
export async function listLeftCarts(db: DbOrTx, p: OnDesk & { before: Date; after: Date }): Promise<LeftCart[]> {
  const rows = await db
    .select({
      cartId: carts.id,
      memberId: members.id,
      company: { slug: companies.slug, name: companies.name },
      buyer: persons.name,
      currency: carts.currency,
      lines: sql<number>`count(${cartLines.id})::int`,
      seenMinor: sql<
        string | null
      >`case when bool_and(${cartLines.seenLineTotalMinor} is not null) then sum(${cartLines.seenLineTotalMinor})::text end`,
      since: carts.lastActivityAt,
    })
    .from(carts)
    .innerJoin(companies, eq(companies.id, carts.companyId))
    .innerJoin(cartLines, eq(cartLines.cartId, carts.id))
    .innerJoin(persons, eq(persons.id, carts.personId))
    .innerJoin(
      members,
      and(eq(members.companyId, companies.id), eq(members.personId, carts.personId), eq(members.status, 'active')),
    )
    .where(
      and(
        companiesInScope(p.scope),
        holdsWords(p.words, companies.name, persons.name),
        eq(carts.status, 'open'),
        lte(carts.lastActivityAt, p.before),
        gte(carts.lastActivityAt, p.after),
        not(hasOpenDocument(carts.id)),
        sql`not exists (select 1 from orders o where o.cart_id = ${carts.id} and o.status = 'awaiting_payment')`,
      ),
    )
    .groupBy(carts.id, members.id, companies.id, persons.id)
    .orderBy(asc(carts.lastActivityAt), asc(carts.id))
    .limit(p.limit);
  return rows.map((row) => ({ ...row, seenMinor: row.seenMinor === null ? null : BigInt(row.seenMinor) }));
}

export type Rep = { id: string; name: string };

/** Everyone who may have a portfolio, by name. */
export async function listReps(db: DbOrTx): Promise<Rep[]> {
  return db
    .select({ id: staff.personId, name: persons.name })
    .from(staff)
    .innerJoin(persons, eq(persons.id, staff.personId))
    .where(and(eq(staff.isActive, true), inArray(staff.role, ['rep', 'manager'])))
    .orderBy(asc(persons.name), asc(staff.personId));
}

export type QuoteOfPeriod = {
  status: (typeof quotes.$inferSelect)['status'];
  currency: (typeof quotes.$inferSelect)['currency'];
  /** Who answered or holds it, else whose portfolio the company is in. */
  repId: string | null;
  requestedAt: Date | null;
  firstOfferedAt: Date | null;
  changedAt: Date;
  closedReason: string;
  /** Of the newest version that reached the buyer. */
  payableMinor: bigint | null;
  /** The mean over its lines, weighted by nothing; null where no line has one. */
  discountPercent: string | null;
};

/** Quotes requested since a moment, and those still open, newest first. */
export async function listQuotesOfPeriod(
  db: DbOrTx,
  p: { scope: CompanyScope; since: Date; limit: number },
): Promise<QuoteOfPeriod[]> {
  return db
    .select({
      status: quotes.status,
      currency: quotes.currency,
      repId: sql<string | null>`coalesce(${quotes.holderId}, ${quoteVersions.madeBy}, ${companies.repId})`,
      requestedAt: quotes.requestedAt,
      firstOfferedAt: quotes.firstOfferedAt,
      changedAt: quotes.changedAt,
      closedReason: quotes.closedReason,
      payableMinor: quoteVersions.payableMinor,
      discountPercent: sql<string | null>`(select avg(f.discount_percent)::numeric(9,3)::text from quote_line_facts f
        where f.quote_id = ${quotes.id} and f.version = ${quotes.offeredVersion})`,
    })
    .from(quotes)
    .innerJoin(companies, eq(companies.id, quotes.companyId))
    .leftJoin(
      quoteVersions,
      and(eq(quoteVersions.quoteId, quotes.id), eq(quoteVersions.version, quotes.offeredVersion)),
    )
    .where(
      and(companiesInScope(p.scope), or(gte(quotes.requestedAt, p.since), inArray(quotes.status, [...openStages]))),
    )
    .orderBy(sql`${quotes.createdAt} desc`, sql`${quotes.id} desc`)
    .limit(p.limit);
}
