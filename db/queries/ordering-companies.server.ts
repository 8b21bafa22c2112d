import { and, desc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import type { BudgetPeriod } from '#app/domain/purchase-orders/budget.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { companies, costCentres, exchangeRates, units } from '#db/schema/companies.ts';
import { type PostalAddress, persons } from '#db/schema/identity.ts';

/** A company as far as ordering for one of its units asks. */
export type OrderingCompany = {
  id: string;
  slug: string;
  name: string;
  currency: CurrencyCode;
  timeZone: string;
  locale: string;
  repId: string | null;
  terms: string;
  vatNumber: string | null;
  unitId: string;
  unitSlug: string;
  unitName: string;
  unitAddress: PostalAddress | null;
};

const columns = {
  id: companies.id,
  slug: companies.slug,
  name: companies.name,
  currency: companies.currency,
  timeZone: companies.timeZone,
  locale: companies.locale,
  repId: companies.repId,
  terms: companies.terms,
  vatNumber: companies.vatNumber,
  unitId: units.id,
  unitSlug: units.slug,
  unitName: units.name,
  unitAddress: units.address,
};

/** An active company with the unit named, or its topmost one. Null when there is none. */
export async function findOrderingCompany(
  db: DbOrTx,
  p: ({ slug: string } | { id: string }) & ({ unitSlug: string | null } | { unitId: string }),
): Promise<OrderingCompany | null> {
  const [row] = await db
    .select(columns)
    .from(companies)
    .innerJoin(units, eq(units.companyId, companies.id))
    .where(
      and(
        'slug' in p ? eq(companies.slug, p.slug) : eq(companies.id, p.id),
        eq(companies.status, 'active'),
        'unitId' in p
          ? eq(units.id, p.unitId)
          : p.unitSlug === null
            ? isNull(units.parentId)
            : eq(units.slug, p.unitSlug),
      ),
    )
    .orderBy(units.createdAt, units.id)
    .limit(1);
  return row ?? null;
}

export type CostCentre = {
  id: string;
  code: string;
  ownerId: string | null;
  budgetMinor: bigint | null;
  budgetPeriod: BudgetPeriod | null;
};

/** Null when the company has none of that code, or it is no longer used. */
export async function findCostCentre(
  db: DbOrTx,
  p: { companyId: string } & ({ code: string } | { id: string }),
): Promise<CostCentre | null> {
  const [row] = await db
    .select({
      id: costCentres.id,
      code: costCentres.code,
      ownerId: costCentres.ownerId,
      budgetMinor: costCentres.budgetMinor,
      budgetPeriod: costCentres.budgetPeriod,
    })
    .from(costCentres)
    .where(
      and(
        eq(costCentres.companyId, p.companyId),
        eq(costCentres.isActive, true),
        'code' in p ? eq(costCentres.code, p.code) : eq(costCentres.id, p.id),
      ),
    );
  return row ?? null;
}

/** How many units of `quote` one of `base` is worth at the moment; null when nobody said. */
export async function findExchangeRate(
  db: DbOrTx,
  p: { base: CurrencyCode; quote: CurrencyCode; at: Date },
): Promise<string | null> {
  const [row] = await db
    .select({ rate: exchangeRates.rate })
    .from(exchangeRates)
    .where(and(eq(exchangeRates.base, p.base), eq(exchangeRates.quote, p.quote), lte(exchangeRates.at, p.at)))
    .orderBy(desc(exchangeRates.at))
    .limit(1);
  return row?.rate ?? null;
}

export type ActingPerson = { id: string; name: string; email: string; locale: string };

/** Who an API call acts for. Null when nobody has the address. */
export async function findPersonByEmail(db: DbOrTx, p: { email: string }): Promise<ActingPerson | null> {
  const [row] = await db
    .select({ id: persons.id, name: persons.name, email: persons.email, locale: persons.locale })
    .from(persons)
    .where(and(eq(persons.email, p.email), isNull(persons.deletedAt)));
  return row ? { ...row, email: row.email ?? '' } : null;
}

/** Which of these SKUs the company has ordered before. */
export async function listOrderedSkus(
  db: DbOrTx,
  p: { companyId: string; skus: readonly string[] },
): Promise<Set<string>> {
  const rows = await db.execute<{ sku: string }>(sql`
    select distinct l.sku from order_lines l join orders o on o.id = l.order_id
    where o.company_id = ${p.companyId} and o.status not in ('awaiting_payment', 'lapsed', 'cancelled')
      and l.sku = any(${sql.param([...p.skus])}::text[])`);
  return new Set(rows.map(({ sku }) => sku));
}
