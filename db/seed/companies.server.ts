import type { Deps } from '#app/deps.server.ts';
import { companyBody } from '#app/http/api/schemas/companies.ts';
import { upsertCompany } from '#app/use-cases/companies/upsert-company.server.ts';
import { companies } from './demo/companies';
import type { DemoCompany } from './demo/company-shape';

const day = 24 * 60 * 60 * 1000;

/** The demo's companies through the same act an ERP uses. `firstStart` dates what the demo counts in days from then. */
export async function seedCompanies(deps: Deps, firstStart: Date): Promise<void> {
  for (const { slug, ...company } of companies) {
    const body = companyBody.parse({
      ...company,
      delegations: company.delegations.map((one) => dated(one, firstStart)),
    });
    const outcome = await upsertCompany(deps, { slug, body, by: null, via: 'seed' });
    if (!outcome.ok) throw new Error(`the demo company ${slug} was refused: ${outcome.code}`);
  }
}

function dated({ starts_in_days, ends_in_days, ...rest }: DemoCompany['delegations'][number], from: Date) {
  const at = (days: number) => new Date(from.getTime() + days * day).toISOString();
  return { ...rest, starts_at: at(starts_in_days), ends_at: at(ends_in_days) };
}
