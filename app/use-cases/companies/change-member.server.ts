import type { Deps } from '#app/deps.server.ts';
import type { MemberActor } from '#app/domain/access/actor.ts';
import { isLastAdmin } from '#app/domain/access/permissions.ts';
import type { CompanyRole } from '#app/domain/access/roles.ts';
import type { Money } from '#app/domain/money/money.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { findMemberRecord, listAdminIds, listRoleRecords } from '#db/queries/company-record.server.ts';
import { replaceRoles, saveMembers } from '#db/queries/company-writes.server.ts';
import { administer } from './administer.server';

export type MemberChange = {
  actor: MemberActor;
  memberId: string;
  roles: { unitId: string; role: CompanyRole }[];
  /** A person of the company; null = nobody. */
  managerId: string | null;
  /** In the company's currency; null = no limit. */
  spendingLimit: Money | null;
};

/** Sets roles, manager and limit. An admin of a region gives and takes roles in that region alone. */
export function changeMember(
  deps: Pick<Deps, 'db' | 'now' | 'settings'>,
  input: MemberChange,
): Promise<Outcome<null, 'not_found' | 'forbidden' | 'last_admin' | 'wrong_currency'>> {
  const { actor, memberId, roles, managerId, spendingLimit } = input;
  return administer(deps, actor, async ({ tx, company, units, at, may, record }) => {
    const before = await findMemberRecord(tx, { companyId: company.id, memberId });
    if (!before || before.status === 'deactivated') return refused('not_found');
    if (!roles.every(({ unitId }) => units.some(({ id }) => id === unitId))) return refused('not_found');
    if (managerId && !(await findMemberRecord(tx, { companyId: company.id, personId: managerId }))) {
      return refused('not_found');
    }
    if (spendingLimit && spendingLimit.currency !== company.currency) return refused('wrong_currency');

    const held = (await listRoleRecords(tx, { companyId: company.id })).filter((role) => role.memberId === memberId);
    const isSame = (a: { unitId: string; role: string }, b: { unitId: string; role: string }) =>
      a.unitId === b.unitId && a.role === b.role;
    const touched = [
      ...held.filter((one) => !roles.some((other) => isSame(one, other))),
      ...roles.filter((one) => !held.some((other) => isSame(one, other))),
    ];
    const home = held.map(({ unitId }) => unitId);
    const mayTouch = touched.every(({ unitId }) => may('manage_people', unitId));
    const mayLimit = (home.length > 0 ? home : roles.map(({ unitId }) => unitId)).some((unit) =>
      may('manage_people', unit),
    );
    if (!mayTouch || !mayLimit) return refused('forbidden');

    const staysAdmin = roles.some(({ role }) => role === 'admin');
    if (!staysAdmin && isLastAdmin(await listAdminIds(tx, { companyId: company.id }), before.personId)) {
      return refused('last_admin');
    }
    const spendingLimitMinor = spendingLimit?.minor ?? null;
    const { personId, status } = before;
    await saveMembers(tx, {
      companyId: company.id,
      members: [{ id: memberId, personId, status, managerId, spendingLimitMinor, createdAt: at, deactivatedAt: null }],
    });
    await replaceRoles(tx, { memberIds: [memberId], roles: roles.map((role) => ({ ...role, memberId })) });
    await record('member.changed', memberId, { roles: roles.map(({ unitId, role }) => `${role} ${unitId}`) });
    return ok(null);
  });
}
