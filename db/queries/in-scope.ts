import { type AnyColumn, type SQL, and, eq, isNull, or, sql } from 'drizzle-orm';
import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import { companies } from '#db/schema/companies.ts';

/** The scope as a condition on a document's columns; the query joins its company, whose rep decides for a portfolio. */
export function isInScope(
  scope: CompanyScope,
  document: { readonly companyId: AnyColumn; readonly unitId: AnyColumn },
): SQL | undefined {
  switch (scope.kind) {
    case 'units':
      return and(
        eq(document.companyId, scope.company),
        sql`${document.unitId} = any(${sql.param(`{${scope.units.join(',')}}`)}::uuid[])`,
      );
    case 'portfolio':
      return or(isNull(companies.repId), eq(companies.repId, scope.rep));
    case 'all_companies':
      return undefined;
  }
}
