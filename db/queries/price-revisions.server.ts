import { type SQL, and, asc, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import type { RevisionStatus } from '#app/domain/pricing/price-list-lifecycle.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { companies, units } from '#db/schema/companies.ts';
import { priceListRevisionMakers, priceListRevisions, priceLists } from '#db/schema/pricing.ts';
import type { PriceListRow } from './price-lists.server';
import { holdsWords } from './holds-words';

export type RevisionRow = typeof priceListRevisions.$inferSelect;
/** A list as sellers see it, with whose it is by name. */
export type ListInScope = PriceListRow & {
  company: { slug: string; name: string; repId: string | null; timeZone: string } | null;
  unit: { slug: string; name: string } | null;
};

/** A list of one company is in its rep's portfolio; standard and segment lists are every seller's. */
const isSellersTo = (scope: CompanyScope): SQL | undefined => {
  switch (scope.kind) {
    case 'units':
      return eq(priceLists.companyId, scope.company);
    case 'portfolio':
      return sql`(${companies.repId} is null or ${companies.repId} = ${scope.rep})`;
    case 'all_companies':
      return undefined;
  }
};

const listColumns = {
  list: priceLists,
  company: { slug: companies.slug, name: companies.name, repId: companies.repId, timeZone: companies.timeZone },
  unit: { slug: units.slug, name: units.name },
};

/** Null when missing or outside the scope. */
export async function findListInScope(
  db: DbOrTx,
  p: { scope: CompanyScope; code: string },
): Promise<ListInScope | null> {
  const [row] = await db
    .select(listColumns)
    .from(priceLists)
    .leftJoin(companies, eq(companies.id, priceLists.companyId))
    .leftJoin(units, eq(units.id, priceLists.unitId))
    .where(and(eq(priceLists.code, p.code), isSellersTo(p.scope)));
  return row ? { ...row.list, company: row.company, unit: row.unit } : null;
}

export type ListFilters = {
  search?: string;
  kind?: PriceListRow['kind'];
  company?: string;
  currency?: string;
  /** Only lists with a revision that waits for a second seller. */
  waiting?: boolean;
};

export type ListedPriceList = ListInScope & {
  /** The number of the revision in force at the moment, and of the newest that is none yet. */
  inForce: number | null;
  scheduled: number | null;
  open: { number: number; status: RevisionStatus } | null;
};

/** Lists by code, from the one after `after` on. */
export async function listPriceLists(
  db: DbOrTx,
  p: { scope: CompanyScope; filters: ListFilters; at: Date; after: string | null; limit: number },
): Promise<ListedPriceList[]> {
  const { search, kind, company, currency, waiting } = p.filters;
  const moment = p.at.toISOString();
  const rows = await db
    .select({
      ...listColumns,
      inForce: sql<number | null>`(select r.number from price_list_revisions r where r.list_id = price_lists.id
        and r.status = 'approved' and r.effective_at <= ${moment} and (r.ends_at is null or r.ends_at > ${moment})
        order by r.effective_at desc, r.number desc limit 1)`,
      scheduled: sql<number | null>`(select r.number from price_list_revisions r where r.list_id = price_lists.id
        and r.status = 'approved' and r.effective_at > ${moment} order by r.effective_at, r.number limit 1)`,
      open: sql<{ number: number; status: RevisionStatus } | null>`(select jsonb_build_object('number', r.number,
        'status', r.status) from price_list_revisions r where r.list_id = price_lists.id
        and r.status in ('draft', 'submitted', 'in_review', 'returned') order by r.number desc limit 1)`,
    })
    .from(priceLists)
    .leftJoin(companies, eq(companies.id, priceLists.companyId))
    .leftJoin(units, eq(units.id, priceLists.unitId))
    .where(
      and(
        isSellersTo(p.scope),
        p.after === null ? undefined : gt(priceLists.code, p.after),
        kind && eq(priceLists.kind, kind),
        company ? eq(companies.slug, company) : undefined,
        currency ? sql`${priceLists.currency} = ${currency}` : undefined,
        holdsWords(search, priceLists.code, priceLists.name, companies.name),
        waiting
          ? sql`exists (select 1 from ${priceListRevisions} where ${priceListRevisions.listId} = ${priceLists.id}
              and ${priceListRevisions.status} in ('submitted', 'in_review'))`
          : undefined,
      ),
    )
    .orderBy(asc(priceLists.code))
    .limit(p.limit);
  return rows.map(({ list, ...rest }) => ({ ...list, ...rest }));
}

export type RevisionWithMakers = RevisionRow & { makers: string[] };

const makers = sql<string[]>`(select coalesce(array_agg(m.person_id::text order by m.person_id), '{}')
  from price_list_revision_makers m where m.revision_id = price_list_revisions.id)`;

/** Null when the list has no revision of this number. The caller has asked for the list in a scope. */
export async function findRevision(
  db: DbOrTx,
  p: { listId: string; number: number },
): Promise<RevisionWithMakers | null> {
  const [row] = await db
    .select({ revision: priceListRevisions, makers })
    .from(priceListRevisions)
    .where(and(eq(priceListRevisions.listId, p.listId), eq(priceListRevisions.number, p.number)));
  return row ? { ...row.revision, makers: row.makers } : null;
}

export type RevisionListed = RevisionWithMakers & { entryCount: number };

/** The newest first, below number `before`. */
export async function listRevisions(
  db: DbOrTx,
  p: { listId: string; before: number | null; limit: number },
): Promise<RevisionListed[]> {
  const rows = await db
    .select({
      revision: priceListRevisions,
      makers,
      entryCount: sql<number>`(select count(*)::int from price_entries e where e.revision_id = price_list_revisions.id)`,
    })
    .from(priceListRevisions)
    .where(
      and(
        eq(priceListRevisions.listId, p.listId),
        p.before === null ? undefined : sql`${priceListRevisions.number} < ${p.before}`,
      ),
    )
    .orderBy(desc(priceListRevisions.number))
    .limit(p.limit);
  return rows.map(({ revision, makers: by, entryCount }) => ({ ...revision, makers: by, entryCount }));
}

/** Every approved revision's place in time: what scheduled, active, superseded and ended are told from. */
export async function listApprovedPeriods(
  db: DbOrTx,
  p: { listId: string },
): Promise<{ number: number; startsAt: Date; effectiveAt: Date; endsAt: Date | null }[]> {
  const rows = await db
    .select({
      number: priceListRevisions.number,
      startsAt: priceListRevisions.startsAt,
      effectiveAt: priceListRevisions.effectiveAt,
      endsAt: priceListRevisions.endsAt,
    })
    .from(priceListRevisions)
    .where(and(eq(priceListRevisions.listId, p.listId), eq(priceListRevisions.status, 'approved')));
  return rows.map((row) => ({ ...row, effectiveAt: row.effectiveAt ?? row.startsAt }));
}

/** The caller holds the lock on the list. */
export async function addMaker(tx: Tx, p: { revisionId: string; personId: string }): Promise<void> {
  await tx.insert(priceListRevisionMakers).values(p).onConflictDoNothing();
}

export type RevisionChanges = Partial<Omit<RevisionRow, 'id' | 'listId' | 'number' | 'version'>>;

/** Changes nothing and returns null unless the revision is still in `from`; answers its new version. */
export async function changeRevision(
  tx: Tx,
  p: { id: string; from: readonly RevisionStatus[]; changes: RevisionChanges; isNewVersion: boolean },
): Promise<number | null> {
  const [row] = await tx
    .update(priceListRevisions)
    .set({
      ...p.changes,
      version: p.isNewVersion ? sql`${priceListRevisions.version} + 1` : priceListRevisions.version,
    })
    .where(and(eq(priceListRevisions.id, p.id), inArray(priceListRevisions.status, [...p.from])))
    .returning({ version: priceListRevisions.version });
  return row?.version ?? null;
}

/** Revisions waiting for a second seller, the longest waiting first; for the inbox. */
export async function listWaitingRevisions(
  db: DbOrTx,
  p: { scope: CompanyScope; words?: string | undefined; limit: number },
): Promise<
  { code: string; name: string; company: string | null; number: number; submittedAt: Date | null; makers: string[] }[]
> {
  return db
    .select({
      code: priceLists.code,
      name: priceLists.name,
      company: companies.name,
      number: priceListRevisions.number,
      submittedAt: priceListRevisions.submittedAt,
      makers,
    })
    .from(priceListRevisions)
    .innerJoin(priceLists, eq(priceLists.id, priceListRevisions.listId))
    .leftJoin(companies, eq(companies.id, priceLists.companyId))
    .where(
      and(
        inArray(priceListRevisions.status, ['submitted', 'in_review']),
        isSellersTo(p.scope),
        holdsWords(p.words, priceLists.code, priceLists.name, companies.name),
      ),
    )
    .orderBy(asc(priceListRevisions.submittedAt), asc(priceListRevisions.id))
    .limit(p.limit);
}
