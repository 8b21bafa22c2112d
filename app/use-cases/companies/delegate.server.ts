import type { Deps } from '#app/deps.server.ts';
import type { MemberActor } from '#app/domain/access/actor.ts';
import type { DocumentKind } from '#app/domain/approvals/rules.ts';
import type { Money } from '#app/domain/money/money.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { findMemberRecord, listDelegations } from '#db/queries/company-record.server.ts';
import { addDelegations, endDelegations } from '#db/queries/company-writes.server.ts';
import { administer } from './administer.server';

export type Delegate = {
  actor: MemberActor;
  toPersonId: string;
  kinds: DocumentKind[];
  startsAt: Date;
  endsAt: Date;
  /** The largest document total it reaches, in the company's currency; null = any. */
  ceiling: Money | null;
};

/** Lets a colleague decide in one's place for some time. One passes on one's own rights, nobody else's. */
export function delegate(
  deps: Pick<Deps, 'db' | 'now' | 'settings'>,
  input: Delegate,
): Promise<Outcome<{ id: string }, 'not_found' | 'own_delegate' | 'never_in_force' | 'wrong_currency'>> {
  const { toPersonId, kinds, startsAt, endsAt, ceiling } = input;
  return administer(deps, input.actor, async ({ tx, company, member, at, record }) => {
    const to = await findMemberRecord(tx, { companyId: company.id, personId: toPersonId });
    if (to?.status !== 'active') return refused('not_found');
    if (toPersonId === member.person) return refused('own_delegate');
    if (endsAt <= startsAt || endsAt <= at) return refused('never_in_force');
    if (ceiling && ceiling.currency !== company.currency) return refused('wrong_currency');
    const id = newId(at.getTime());
    await addDelegations(tx, {
      delegations: [
        {
          id,
          companyId: company.id,
          fromPersonId: member.person,
          toPersonId,
          kinds,
          startsAt,
          endsAt,
          ceilingMinor: ceiling?.minor ?? null,
        },
      ],
    });
    await record('delegation.given', id);
    return ok({ id });
  });
}

/** By whoever gave it, or by an admin of the whole company. */
export function endDelegation(
  deps: Pick<Deps, 'db' | 'now' | 'settings'>,
  input: { actor: MemberActor; id: string },
): Promise<Outcome<null, 'not_found' | 'forbidden'>> {
  return administer(deps, input.actor, async ({ tx, company, member, at, mayEverywhere, record }) => {
    const found = (await listDelegations(tx, { companyId: company.id })).find(({ id }) => id === input.id);
    if (!found) return refused('not_found');
    if (found.fromPersonId !== member.person && !mayEverywhere('manage_people')) return refused('forbidden');
    await endDelegations(tx, { companyId: company.id, ids: [found.id], at });
    await record('delegation.ended', found.id);
    return ok(null);
  });
}
