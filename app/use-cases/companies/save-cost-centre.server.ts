import type { Deps } from '#app/deps.server.ts';
import type { MemberActor } from '#app/domain/access/actor.ts';
import type { Money } from '#app/domain/money/money.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import type { BudgetPeriod } from '#app/domain/purchase-orders/budget.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { findMemberRecord, listCostCentres } from '#db/queries/company-record.server.ts';
import { saveCostCentres } from '#db/queries/company-writes.server.ts';
import { administer } from './administer.server';

export type CostCentreToSave = {
  actor: MemberActor;
  code: string;
  name: string;
  ownerId: string | null;
  /** In the company's currency, before tax and freight; null = no budget is kept. */
  budget: { amount: Money; period: BudgetPeriod } | null;
  isActive: boolean;
};

/** Adds a cost centre or changes the one of this code. They belong to the whole company, and so do those who set them. */
export function saveCostCentre(
  deps: Pick<Deps, 'db' | 'now' | 'settings'>,
  input: CostCentreToSave,
): Promise<Outcome<null, 'not_found' | 'forbidden' | 'wrong_currency'>> {
  const { code, name, ownerId, budget, isActive } = input;
  return administer(deps, input.actor, async ({ tx, company, at, mayEverywhere, record }) => {
    if (!mayEverywhere('set_budgets')) return refused('forbidden');
    if (ownerId && !(await findMemberRecord(tx, { companyId: company.id, personId: ownerId })))
      return refused('not_found');
    if (budget && budget.amount.currency !== company.currency) return refused('wrong_currency');
    const before = (await listCostCentres(tx, { companyId: company.id })).find((centre) => centre.code === code);
    const id = before?.id ?? newId(at.getTime());
    const budgetMinor = budget?.amount.minor ?? null;
    const centre = { id, code, name, ownerId, budgetMinor, budgetPeriod: budget?.period ?? null, isActive };
    await saveCostCentres(tx, { companyId: company.id, centres: [centre] });
    await record('cost_centre.saved', id, { code, budget: budgetMinor === null ? null : String(budgetMinor) });
    return ok(null);
  });
}
