import { type SQL, and, asc, eq, isNull, or } from 'drizzle-orm';
import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { variants } from '#db/schema/catalog.ts';
import { companies, units } from '#db/schema/companies.ts';
import type { CompanyUnit } from './price-lists.server';

const isInPortfolio = (scope: CompanyScope): SQL | undefined => {
  switch (scope.kind) {
    case 'units':
      return eq(companies.id, scope.company);
    case 'portfolio':
      return or(isNull(companies.repId), eq(companies.repId, scope.rep));
    case 'all_companies':
      return undefined;
  }
};

export type UnitToChoose = { id: string; company: string; unit: string };

/** Every unit a seller may make prices for, by company. */
export async function listUnitsInScope(db: DbOrTx, p: { scope: CompanyScope; limit: number }): Promise<UnitToChoose[]> {
  return db
    .select({ id: units.id, company: companies.name, unit: units.name })
    .from(units)
    .innerJoin(companies, eq(companies.id, units.companyId))
    .where(isInPortfolio(p.scope))
    .orderBy(asc(companies.name), asc(units.createdAt), asc(units.id))
    .limit(p.limit);
}

/** Null when there is no such unit, or it is another seller's. */
export async function findUnitInScope(
  db: DbOrTx,
  p: { scope: CompanyScope; unitId: string },
): Promise<(CompanyUnit & { company: string; unit: string; timeZone: string; currency: CurrencyCode }) | null> {
  if (!/^[0-9a-f-]{36}$/.test(p.unitId)) return null;
  const [row] = await db
    .select({
      companyId: companies.id,
      unitId: units.id,
      company: companies.name,
      unit: units.name,
      timeZone: companies.timeZone,
      currency: companies.currency,
    })
    .from(units)
    .innerJoin(companies, eq(companies.id, units.companyId))
    .where(and(eq(units.id, p.unitId), isInPortfolio(p.scope)));
  return row ?? null;
}

/** What one unit costs the store, as a decimal string. Null when nobody recorded it. For sellers only. */
export async function findCost(db: DbOrTx, p: { sku: string; currency: CurrencyCode }): Promise<string | null> {
  const [row] = await db.select({ cost: variants.cost }).from(variants).where(eq(variants.sku, p.sku));
  return row?.cost[p.currency] ?? null;
}
