import type { Deps } from '#app/deps.server.ts';
import type { MemberActor } from '#app/domain/access/actor.ts';
import type { Money } from '#app/domain/money/money.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { changeCompany } from '#db/queries/company-writes.server.ts';
import { administer } from './administer.server';

/** What a company decides for itself. Above `secondFactorAbove` (before tax and freight) deciding asks for a code; null =
 *  never. */
export function saveCompanySettings(
  deps: Pick<Deps, 'db' | 'now' | 'settings'>,
  p: { actor: MemberActor; secondFactorAbove: Money | null },
): Promise<Outcome<null, 'not_found' | 'forbidden' | 'wrong_currency'>> {
  const { secondFactorAbove } = p;
  return administer(deps, p.actor, async ({ tx, company, mayEverywhere, record }) => {
    if (!mayEverywhere('manage_policies')) return refused('forbidden');
    if (secondFactorAbove && secondFactorAbove.currency !== company.currency) return refused('wrong_currency');
    const totpAboveMinor = secondFactorAbove?.minor ?? null;
    await changeCompany(tx, { id: company.id, changes: { totpAboveMinor } });
    await record('company.settings_saved', company.id, {
      secondFactorAbove: totpAboveMinor === null ? null : String(totpAboveMinor),
    });
    return ok(null);
  });
}
