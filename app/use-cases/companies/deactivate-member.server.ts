import type { Deps } from '#app/deps.server.ts';
import type { MemberActor } from '#app/domain/access/actor.ts';
import { isLastAdmin } from '#app/domain/access/permissions.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { findMemberRecord, listAdminIds, listRoleRecords } from '#db/queries/company-record.server.ts';
import { administer } from './administer.server';
import { endMemberships } from './end-memberships.server';

/** Ends someone's membership at once: by an admin of every unit they hold a role in, or by themselves. The last admin
 *  stays. */
export function deactivateMember(
  deps: Pick<Deps, 'db' | 'now' | 'settings'>,
  input: { actor: MemberActor; memberId: string },
): Promise<Outcome<null, 'not_found' | 'forbidden' | 'last_admin'>> {
  const { actor, memberId } = input;
  return administer(deps, actor, async ({ tx, settings, company, member, at, may }) => {
    const leaving = await findMemberRecord(tx, { companyId: company.id, memberId });
    if (!leaving || leaving.status === 'deactivated') return refused('not_found');
    const held = (await listRoleRecords(tx, { companyId: company.id })).filter((role) => role.memberId === memberId);
    const isSelf = leaving.personId === member.person;
    if (!isSelf && !held.every(({ unitId }) => may('manage_people', unitId))) return refused('forbidden');
    if (isLastAdmin(await listAdminIds(tx, { companyId: company.id }), leaving.personId)) return refused('last_admin');
    await endMemberships(tx, settings, {
      companyId: company.id,
      memberIds: [memberId],
      by: actor.person,
      via: actor.via,
      at,
    });
    return ok(null);
  });
}
