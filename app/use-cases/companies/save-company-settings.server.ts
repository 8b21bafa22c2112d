import type { Deps } from '#app/deps.server.ts';
import type { MemberActor } from '#app/domain/access/actor.ts';
import type { Money } from '#app/domain/money/money.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { changeCompany } from '#db/queries/company-writes.server.ts';
import { administer } from './administer.server';

/** What a company decides for itself; what is left out stays. */
export type CompanyWishes = {
  /** Above this sum (before tax and freight) deciding asks for a code; null = never. */
  readonly secondFactorAbove?: Money | null;
  /** Its buyers get one plain reminder of a cart they left. */
  readonly remindsItsBuyers?: boolean;
};

/** Saves what a company wants, for who may in all of it. */
export function saveCompanySettings(
  deps: Pick<Deps, 'db' | 'now' | 'settings'>,
  p: { actor: MemberActor; wishes: CompanyWishes },
): Promise<Outcome<null, 'not_found' | 'forbidden' | 'wrong_currency'>> {
  const { secondFactorAbove, remindsItsBuyers } = p.wishes;
  return administer(deps, p.actor, async ({ tx, company, mayEverywhere, record }) => {
    if (!mayEverywhere('manage_policies')) return refused('forbidden');
    if (secondFactorAbove && secondFactorAbove.currency !== company.currency) return refused('wrong_currency');
    const changes = {
      ...(secondFactorAbove !== undefined && { totpAboveMinor: secondFactorAbove?.minor ?? null }),
      ...(remindsItsBuyers !== undefined && { remindsItsBuyers }),
    };
    await changeCompany(tx, { id: company.id, changes });
    await record('company.settings_saved', company.id, {
      ...(secondFactorAbove !== undefined && {
        secondFactorAbove: secondFactorAbove && String(secondFactorAbove.minor),
      }),
      ...(remindsItsBuyers !== undefined && { remindsItsBuyers }),
    });
    return ok(null);
  });
}
