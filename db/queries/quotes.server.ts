import { type SQL, and, eq, inArray, notInArray, or, sql } from 'drizzle-orm';
import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import { type QuoteStatus, isFinal, quoteStatuses } from '#app/domain/quotes/lifecycle.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { companies, units } from '#db/schema/companies.ts';
import { quoteComments, quoteCounters, quoteLines, quotes } from '#db/schema/quotes.ts';
import { holdsWords } from './holds-words';
import { isInScope } from './in-scope';

type QuoteRow = typeof quotes.$inferSelect;
export type NewQuote = typeof quotes.$inferInsert;
export type QuoteLine = typeof quoteLines.$inferSelect;
export type Counter = typeof quoteCounters.$inferSelect;
export type QuoteComment = typeof quoteComments.$inferSelect;

/** Columns of the seller's side, which no answer to a buyer holds. */
export const sellerOnly = ['version', 'holderId', 'passedOn', 'answerDueAt'] as const;
type SellerOnly = (typeof sellerOnly)[number];

type Place = {
  company: { slug: string; name: string; timeZone: string; repId: string | null; terms: string };
  unit: { slug: string; name: string };
};

/** A quote as both sides may know it. */
export type Quote = Omit<QuoteRow, SellerOnly> & Place;
/** A quote as its sellers know it. */
export type SellerQuote = QuoteRow & Place;

const place = {
  company: {
    slug: companies.slug,
    name: companies.name,
    timeZone: companies.timeZone,
    repId: companies.repId,
    terms: companies.terms,
  },
  unit: { slug: units.slug, name: units.name },
};

const sharedColumns = {
  id: quotes.id,
  number: quotes.number,
  companyId: quotes.companyId,
  unitId: quotes.unitId,
  status: quotes.status,
  currency: quotes.currency,
  createdBy: quotes.createdBy,
  buyerId: quotes.buyerId,
  reference: quotes.reference,
  notes: quotes.notes,
  wishes: quotes.wishes,
  shipTo: quotes.shipTo,
  cartId: quotes.cartId,
  offeredVersion: quotes.offeredVersion,
  validUntil: quotes.validUntil,
  remindAt: quotes.remindAt,
  requestedAt: quotes.requestedAt,
  firstOfferedAt: quotes.firstOfferedAt,
  acceptedVersion: quotes.acceptedVersion,
  acceptedLines: quotes.acceptedLines,
  acceptedBy: quotes.acceptedBy,
  purchaseOrderId: quotes.purchaseOrderId,
  templateTimes: quotes.templateTimes,
  templateUntil: quotes.templateUntil,
  closedReason: quotes.closedReason,
  closedAt: quotes.closedAt,
  createdAt: quotes.createdAt,
  changedAt: quotes.changedAt,
};

const within = (scope: CompanyScope) => isInScope(scope, { companyId: quotes.companyId, unitId: quotes.unitId });

/** Null when missing or outside the scope. */
export async function findQuote(db: DbOrTx, p: { scope: CompanyScope; id: string }): Promise<Quote | null> {
  const [row] = await db
    .select({ quote: sharedColumns, ...place })
    .from(quotes)
    .innerJoin(companies, eq(companies.id, quotes.companyId))
    .innerJoin(units, eq(units.id, quotes.unitId))
    .where(and(eq(quotes.id, p.id), within(p.scope)));
  return row ? { ...row.quote, company: row.company, unit: row.unit } : null;
}

/** What a seller may see: their portfolio, and what was handed to them from another's. */
export type SellerScope = { readonly scope: CompanyScope; readonly person: string };

const forSeller = ({ scope, person }: SellerScope): SQL | undefined => {
  const own = within(scope);
  return own && or(own, eq(quotes.holderId, person));
};

/** Null when missing, or another's and not handed on to this seller. */
export async function findSellerQuote(db: DbOrTx, p: { seller: SellerScope; id: string }): Promise<SellerQuote | null> {
  const [row] = await db
    .select({ quote: quotes, ...place })
    .from(quotes)
    .innerJoin(companies, eq(companies.id, quotes.companyId))
    .innerJoin(units, eq(units.id, quotes.unitId))
    .where(and(eq(quotes.id, p.id), forSeller(p.seller)));
  return row ? { ...row.quote, company: row.company, unit: row.unit } : null;
}

export type QuoteFilter = {
  companyId?: string;
  statuses?: readonly QuoteStatus[];
  after?: { createdAt: Date; id: string } | null;
  limit: number;
};

const filtered = (p: QuoteFilter): (SQL | undefined)[] => [
  p.companyId ? eq(quotes.companyId, p.companyId) : undefined,
  p.statuses ? inArray(quotes.status, [...p.statuses]) : undefined,
  p.after
    ? sql`(${quotes.createdAt}, ${quotes.id}) < (${p.after.createdAt.toISOString()}::timestamptz, ${p.after.id}::uuid)`
    : undefined,
];

/** Newest first. */
export async function listQuotes(db: DbOrTx, p: QuoteFilter & { scope: CompanyScope }): Promise<Quote[]> {
  const rows = await db
    .select({ quote: sharedColumns, ...place })
    .from(quotes)
    .innerJoin(companies, eq(companies.id, quotes.companyId))
    .innerJoin(units, eq(units.id, quotes.unitId))
    .where(and(within(p.scope), ...filtered(p)))
    .orderBy(sql`${quotes.createdAt} desc`, sql`${quotes.id} desc`)
    .limit(p.limit);
  return rows.map(({ quote, company, unit }) => ({ ...quote, company, unit }));
}

/** What waits for an answer first, by when it is due; then the newest. */
export async function listSellerQuotes(
  db: DbOrTx,
  p: QuoteFilter & { seller: SellerScope; words?: string },
): Promise<SellerQuote[]> {
  const rows = await db
    .select({ quote: quotes, ...place })
    .from(quotes)
    .innerJoin(companies, eq(companies.id, quotes.companyId))
    .innerJoin(units, eq(units.id, quotes.unitId))
    .where(and(forSeller(p.seller), ...filtered(p), holdsWords(p.words, quotes.number, companies.name)))
    .orderBy(sql`${quotes.answerDueAt} asc nulls last`, sql`${quotes.createdAt} desc`, sql`${quotes.id} desc`)
    .limit(p.limit);
  return rows.map(({ quote, company, unit }) => ({ ...quote, company, unit }));
}

/** The quote that is being made of a cart, or null. */
export async function findOpenQuoteOfCart(db: DbOrTx, p: { cartId: string }): Promise<{ id: string } | null> {
  const [row] = await db
    .select({ id: quotes.id })
    .from(quotes)
    .where(and(eq(quotes.cartId, p.cartId), notInArray(quotes.status, quoteStatuses.filter(isFinal))))
    .limit(1);
  return row ?? null;
}

export async function addQuote(
  tx: Tx,
  p: { quote: NewQuote; lines: readonly Omit<typeof quoteLines.$inferInsert, 'quoteId'>[] },
): Promise<void> {
  await tx.insert(quotes).values(p.quote);
  await tx.insert(quoteLines).values(p.lines.map((line) => ({ ...line, quoteId: p.quote.id })));
}

/** By number. */
export async function readQuoteLines(db: DbOrTx, p: { quoteId: string }): Promise<QuoteLine[]> {
  return db.select().from(quoteLines).where(eq(quoteLines.quoteId, p.quoteId)).orderBy(quoteLines.line);
}

/** Changes nothing and returns false unless the quote is still in one of `from`. */
export async function moveQuote(
  tx: Tx,
  p: {
    id: string;
    from: readonly QuoteStatus[];
    to: QuoteStatus;
    at: Date;
    set?: Partial<Omit<NewQuote, 'id' | 'companyId' | 'unitId' | 'number' | 'status' | 'createdAt'>>;
  },
): Promise<boolean> {
  const moved = await tx
    .update(quotes)
    .set({ ...p.set, status: p.to, changedAt: p.at })
    .where(and(eq(quotes.id, p.id), inArray(quotes.status, [...p.from])))
    .returning({ id: quotes.id });
  return moved.length > 0;
}

export async function addCounter(tx: Tx, p: { counter: typeof quoteCounters.$inferInsert }): Promise<void> {
  await tx.insert(quoteCounters).values(p.counter);
}

/** Oldest first. */
export async function readCounters(db: DbOrTx, p: { quoteId: string }): Promise<Counter[]> {
  return db.select().from(quoteCounters).where(eq(quoteCounters.quoteId, p.quoteId)).orderBy(quoteCounters.version);
}

export async function addComment(tx: Tx, p: { comment: typeof quoteComments.$inferInsert }): Promise<void> {
  await tx.insert(quoteComments).values(p.comment);
}

/** Oldest first. */
export async function readComments(db: DbOrTx, p: { quoteId: string }): Promise<QuoteComment[]> {
  return db
    .select()
    .from(quoteComments)
    .where(eq(quoteComments.quoteId, p.quoteId))
    .orderBy(quoteComments.at, quoteComments.id);
}
