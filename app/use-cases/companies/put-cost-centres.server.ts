import type { CompanyBody } from '#app/http/api/schemas/companies.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { type CostCentreRecord, listCostCentres } from '#db/queries/company-record.server.ts';
import { saveCostCentres } from '#db/queries/company-writes.server.ts';
import { isDeepStrictEqual } from 'node:util';
import type { CompanyPut } from './upsert-company.server';

/** The whole list; one left out is closed to new documents and keeps its past. */
export async function putCostCentres(
  { tx, company, names, at }: CompanyPut,
  given: CompanyBody['cost_centres'],
): Promise<boolean> {
  if (!given) return false;
  const before = await listCostCentres(tx, { companyId: company.id });
  const known = new Map(before.map((centre) => [centre.code, centre] as const));
  const after = new Map<string, CostCentreRecord>();
  for (const { code, name, owner, budget } of given) {
    const centre = after.get(code) ?? known.get(code) ?? fresh(code, at);
    after.set(code, {
      ...centre,
      isActive: true,
      ...(name !== undefined && { name }),
      ...(owner !== undefined && { ownerId: owner && names.person(owner) }),
      ...(budget !== undefined && {
        budgetMinor: budget && names.amount(budget).minor,
        budgetPeriod: budget && budget.period,
      }),
    });
  }
  const closed = before
    .filter(({ code, isActive }) => isActive && !after.has(code))
    .map((centre) => ({ ...centre, isActive: false }));
  const centres = [...after.values(), ...closed].filter((centre) => !isDeepStrictEqual(centre, known.get(centre.code)));
  await saveCostCentres(tx, { companyId: company.id, centres });
  return centres.length > 0;
}

const fresh = (code: string, at: Date): CostCentreRecord => ({
  id: newId(at.getTime()),
  code,
  name: '',
  ownerId: null,
  budgetMinor: null,
  budgetPeriod: null,
  isActive: true,
});
