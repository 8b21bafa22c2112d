import { and, asc, desc, eq, gt, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import type { CompanyStatus } from '#app/domain/access/company.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { companies, members, units } from '#db/schema/companies.ts';
import { persons } from '#db/schema/identity.ts';
import { holdsWords } from './holds-words';

/** The companies a scope holds: the same question isInScope answers for one of them. */
export function companiesInScope(scope: CompanyScope): SQL | undefined {
  switch (scope.kind) {
    case 'all_companies':
      return undefined;
    case 'portfolio':
      return or(isNull(companies.repId), eq(companies.repId, scope.rep));
    case 'units':
      return eq(companies.id, scope.company);
  }
}

export type PortfolioCompany = {
  id: string;
  slug: string;
  name: string;
  status: CompanyStatus;
  currency: CurrencyCode;
  terms: string;
  repName: string | null;
  memberCount: number;
  unitCount: number;
};

const columns = {
  id: companies.id,
  slug: companies.slug,
  name: companies.name,
  status: companies.status,
  currency: companies.currency,
  terms: companies.terms,
  repName: persons.name,
  memberCount: sql<number>`(select count(*)::int from ${members} where ${members.companyId} = ${companies.id} and ${members.status} = 'active')`,
  unitCount: sql<number>`(select count(*)::int from ${units} where ${units.companyId} = ${companies.id})`,
};

/** By name, those waiting for approval first; `after` is the last slug of the page before. */
export async function listPortfolio(
  db: DbOrTx,
  p: { scope: CompanyScope; search: string; after: string | null; limit: number },
): Promise<PortfolioCompany[]> {
  return db
    .select(columns)
    .from(companies)
    .leftJoin(persons, eq(persons.id, companies.repId))
    .where(
      and(
        companiesInScope(p.scope),
        holdsWords(p.search, companies.name, companies.slug),
        p.after ? gt(companies.slug, p.after) : undefined,
      ),
    )
    .orderBy(desc(sql`${companies.status} = 'pending'`), asc(companies.slug))
    .limit(p.limit);
}

/** Null when there is none in the scope. */
export async function findPortfolioCompany(
  db: DbOrTx,
  p: { scope: CompanyScope; slug: string },
): Promise<PortfolioCompany | null> {
  const [row] = await db
    .select(columns)
    .from(companies)
    .leftJoin(persons, eq(persons.id, companies.repId))
    .where(and(companiesInScope(p.scope), eq(companies.slug, p.slug)));
  return row ?? null;
}
