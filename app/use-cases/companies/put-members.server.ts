import type { CompanyRole } from '#app/domain/access/roles.ts';
import type { CompanyBody } from '#app/http/api/schemas/companies.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { type MemberRecord, listMemberRecords, listRoleRecords } from '#db/queries/company-record.server.ts';
import { type MemberToSave, replaceRoles, saveMembers } from '#db/queries/company-writes.server.ts';
import { endMemberships } from './end-memberships.server';
import { groupedBy } from './grouped-by';
import type { CompanyPut } from './upsert-company.server';

type MemberBody = NonNullable<CompanyBody['members']>[number];
type Held = { unitId: string; role: CompanyRole };

const heldKey = ({ unitId, role }: Held) => `${unitId} ${role}`;
const sameHeld = (a: readonly Held[], b: readonly Held[]) => {
  const keys = new Set(a.map(heldKey));
  return keys.size === new Set(b.map(heldKey)).size && b.every((each) => keys.has(heldKey(each)));
};

/** The whole list of people: who is new comes in, who is missing leaves at once. */
export async function putMembers(put: CompanyPut, given: CompanyBody['members']): Promise<boolean> {
  if (!given) return false;
  const { tx, settings, company, names, by, via, at } = put;
  const before = new Map(
    (await listMemberRecords(tx, { companyId: company.id })).map((member) => [member.personId, member] as const),
  );
  const rolesBefore = groupedBy(await listRoleRecords(tx, { companyId: company.id }), ({ memberId }) => memberId);

  const saved: MemberToSave[] = [];
  const reassigned: string[] = [];
  const roles: (Held & { memberId: string })[] = [];
  const bodies = groupedBy(given, ({ email }) => names.person(email));
  for (const [personId, entries] of bodies) {
    const member = before.get(personId);
    const after = memberAfter(put, personId, entries, member);
    if (!member || hasMoved(member, after)) saved.push(after);
    const held = heldOf(entries, names);
    if (!sameHeld(held, rolesBefore.get(after.id) ?? [])) {
      reassigned.push(after.id);
      roles.push(...held.map((each) => ({ ...each, memberId: after.id })));
    }
  }
  await saveMembers(tx, { companyId: company.id, members: saved });
  await replaceRoles(tx, { memberIds: reassigned, roles });
  const missing = [...before.values()].filter(
    ({ personId, status }) => status !== 'deactivated' && !bodies.has(personId),
  );
  const memberIds = missing.map(({ id }) => id);
  const ended = await endMemberships(tx, settings, { companyId: company.id, memberIds, by, via, at });
  return saved.length > 0 || reassigned.length > 0 || ended > 0;
}

function heldOf(entries: readonly MemberBody[], names: CompanyPut['names']): Held[] {
  const held = entries.flatMap(({ unit, roles }) => {
    const unitId = names.unit(unit);
    return roles.map((role) => ({ unitId, role }));
  });
  return [...new Map(held.map((each) => [heldKey(each), each])).values()];
}

/** What is left out stays as it was; of several entries for one person the last word counts. */
function memberAfter(
  { names, at }: CompanyPut,
  personId: string,
  entries: readonly MemberBody[],
  before: MemberRecord | undefined,
): MemberToSave {
  const manager = entries.findLast((entry) => entry.manager !== undefined)?.manager;
  const limit = entries.findLast((entry) => entry.spending_limit !== undefined)?.spending_limit;
  return {
    id: before?.id ?? newId(at.getTime()),
    personId,
    status: 'active',
    managerId: manager === undefined ? (before?.managerId ?? null) : manager && names.person(manager),
    spendingLimitMinor: limit === undefined ? (before?.spendingLimitMinor ?? null) : limit && names.amount(limit).minor,
    createdAt: at,
    deactivatedAt: null,
  };
}

const hasMoved = (before: MemberRecord, after: MemberToSave): boolean =>
  before.status !== after.status ||
  before.managerId !== after.managerId ||
  before.spendingLimitMinor !== after.spendingLimitMinor;
