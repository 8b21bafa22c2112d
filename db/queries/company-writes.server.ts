import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { CompanyRole } from '#app/domain/access/roles.ts';
import type { Tx } from '#db/client.server.ts';
import {
  approvalRules,
  companies,
  costCentres,
  delegations,
  memberRoles,
  members,
  segmentMemberships,
  unitParents,
  units,
} from '#db/schema/companies.ts';
import { apiKeys, persons } from '#db/schema/identity.ts';
import { inBatches } from './in-batches';

type NewCompany = typeof companies.$inferInsert;
export type CompanyChanges = Partial<Omit<NewCompany, 'id' | 'slug' | 'createdAt' | 'version'>>;

/** False when the slug is taken: nothing is written then. */
export async function addCompany(tx: Tx, p: NewCompany): Promise<boolean> {
  const added = await tx
    .insert(companies)
    .values(p)
    .onConflictDoNothing({ target: companies.slug })
    .returning({ id: companies.id });
  return added.length > 0;
}

export async function changeCompany(tx: Tx, p: { id: string; changes: CompanyChanges }): Promise<void> {
  if (Object.keys(p.changes).length === 0) return;
  await tx
    .update(companies)
    .set({ ...p.changes, version: sql`${companies.version} + 1` })
    .where(eq(companies.id, p.id));
}

export type NewUnit = Omit<typeof units.$inferInsert, 'parentId'>;

/** Units without their place in the tree: hangUnits says where, for all of them at once. */
export async function addUnits(tx: Tx, p: { units: NewUnit[] }): Promise<void> {
  await inBatches(p.units, 5_000, (part) => tx.insert(units).values(part));
}

export async function changeUnit(
  tx: Tx,
  p: { id: string; changes: Partial<Pick<typeof units.$inferInsert, 'name' | 'address'>> },
): Promise<void> {
  await tx.update(units).set(p.changes).where(eq(units.id, p.id));
}

/** Hangs each unit under its parent from `at` on, and remembers where it hung before. */
export async function hangUnits(
  tx: Tx,
  p: { places: readonly { unitId: string; parentId: string | null }[]; at: Date },
): Promise<void> {
  if (p.places.length === 0) return;
  const ids = p.places.map(({ unitId }) => unitId);
  await tx
    .delete(unitParents)
    .where(and(inArray(unitParents.unitId, ids), isNull(unitParents.untilAt), eq(unitParents.fromAt, p.at)));
  await tx
    .update(unitParents)
    .set({ untilAt: p.at })
    .where(and(inArray(unitParents.unitId, ids), isNull(unitParents.untilAt)));
  await tx.insert(unitParents).values(p.places.map((place) => ({ ...place, fromAt: p.at, untilAt: null })));
  const places = JSON.stringify(p.places.map(({ unitId, parentId }) => ({ id: unitId, parent_id: parentId })));
  await tx.execute(sql`
    update units set parent_id = place.parent_id
    from jsonb_to_recordset(${places}::jsonb) as place(id uuid, parent_id uuid) where units.id = place.id`);
}

export async function enterSegments(
  tx: Tx,
  p: { companyId: string; segments: readonly string[]; at: Date },
): Promise<void> {
  if (p.segments.length === 0) return;
  await tx
    .insert(segmentMemberships)
    .values(p.segments.map((segment) => ({ companyId: p.companyId, segment, fromAt: p.at, untilAt: null })))
    .onConflictDoUpdate({
      target: [segmentMemberships.companyId, segmentMemberships.segment, segmentMemberships.fromAt],
      set: { untilAt: null },
    });
}

export async function leaveSegments(
  tx: Tx,
  p: { companyId: string; segments: readonly string[]; at: Date },
): Promise<void> {
  if (p.segments.length === 0) return;
  await tx
    .update(segmentMemberships)
    .set({ untilAt: p.at })
    .where(
      and(
        eq(segmentMemberships.companyId, p.companyId),
        inArray(segmentMemberships.segment, [...p.segments]),
        isNull(segmentMemberships.untilAt),
      ),
    );
}

export type MemberToSave = Omit<typeof members.$inferInsert, 'companyId'>;

/** New members come in, known ones take what is said of them. */
export async function saveMembers(tx: Tx, p: { companyId: string; members: MemberToSave[] }): Promise<void> {
  await inBatches(p.members, 4_000, (part) =>
    tx
      .insert(members)
      .values(part.map((member) => ({ ...member, companyId: p.companyId })))
      .onConflictDoUpdate({
        target: [members.companyId, members.personId],
        set: {
          status: sql`excluded.status`,
          managerId: sql`excluded.manager_id`,
          spendingLimitMinor: sql`excluded.spending_limit_minor`,
          deactivatedAt: sql`excluded.deactivated_at`,
        },
      }),
  );
}

/** Roles in units are replaced as a whole, member by member. */
export async function replaceRoles(
  tx: Tx,
  p: { memberIds: string[]; roles: { memberId: string; unitId: string; role: CompanyRole }[] },
): Promise<void> {
  if (p.memberIds.length > 0) await tx.delete(memberRoles).where(inArray(memberRoles.memberId, p.memberIds));
  await inBatches(p.roles, 10_000, (part) => tx.insert(memberRoles).values(part));
}

/** Those of the ids who were still in (active or invited); their roles stay for the record and count for nothing. */
export async function deactivateMembers(
  tx: Tx,
  p: { companyId: string; memberIds: string[]; at: Date },
): Promise<{ id: string; personId: string }[]> {
  if (p.memberIds.length === 0) return [];
  return tx
    .update(members)
    .set({ status: 'deactivated', deactivatedAt: p.at })
    .where(
      and(
        eq(members.companyId, p.companyId),
        inArray(members.id, p.memberIds),
        inArray(members.status, ['active', 'invited']),
      ),
    )
    .returning({ id: members.id, personId: members.personId });
}

/** Keys someone made for this company stop working. */
export async function revokeKeysOf(tx: Tx, p: { companyId: string; personIds: string[]; at: Date }): Promise<void> {
  if (p.personIds.length === 0) return;
  await tx
    .update(apiKeys)
    .set({ revokedAt: p.at })
    .where(and(eq(apiKeys.companyId, p.companyId), inArray(apiKeys.createdBy, p.personIds), isNull(apiKeys.revokedAt)));
}

/** What someone passed on, and what was passed to them. */
export async function endDelegationsOf(tx: Tx, p: { companyId: string; personIds: string[]; at: Date }): Promise<void> {
  if (p.personIds.length === 0) return;
  await tx
    .update(delegations)
    .set({ endedAt: p.at })
    .where(
      and(
        eq(delegations.companyId, p.companyId),
        isNull(delegations.endedAt),
        sql`(${inArray(delegations.fromPersonId, p.personIds)} or ${inArray(delegations.toPersonId, p.personIds)})`,
      ),
    );
}

export type CostCentreToSave = Omit<typeof costCentres.$inferInsert, 'companyId'>;

export async function saveCostCentres(tx: Tx, p: { companyId: string; centres: CostCentreToSave[] }): Promise<void> {
  if (p.centres.length === 0) return;
  await tx
    .insert(costCentres)
    .values(p.centres.map((centre) => ({ ...centre, companyId: p.companyId })))
    .onConflictDoUpdate({
      target: [costCentres.companyId, costCentres.code],
      set: {
        name: sql`excluded.name`,
        ownerId: sql`excluded.owner_id`,
        budgetMinor: sql`excluded.budget_minor`,
        budgetPeriod: sql`excluded.budget_period`,
        isActive: sql`excluded.is_active`,
      },
    });
}

export type RuleToSave = {
  id: string;
  unitId: string;
  name: string;
  body: unknown;
  position: number;
  isActive: boolean;
};

export async function saveApprovalRules(tx: Tx, p: { companyId: string; rules: RuleToSave[] }): Promise<void> {
  if (p.rules.length === 0) return;
  await tx
    .insert(approvalRules)
    .values(p.rules.map((rule) => ({ ...rule, companyId: p.companyId })))
    .onConflictDoUpdate({
      target: approvalRules.id,
      set: {
        unitId: sql`excluded.unit_id`,
        name: sql`excluded.name`,
        body: sql`excluded.body`,
        position: sql`excluded.position`,
        isActive: sql`excluded.is_active`,
        version: sql`${approvalRules.version} + 1`,
      },
      setWhere: eq(approvalRules.companyId, p.companyId),
    });
}

export type NewDelegation = Omit<typeof delegations.$inferInsert, 'endedAt'>;

export async function addDelegations(tx: Tx, p: { delegations: NewDelegation[] }): Promise<void> {
  if (p.delegations.length > 0) await tx.insert(delegations).values(p.delegations);
}

/** False when it is not this company's, or has ended. */
export async function endDelegations(tx: Tx, p: { companyId: string; ids: string[]; at: Date }): Promise<boolean> {
  if (p.ids.length === 0) return false;
  const ended = await tx
    .update(delegations)
    .set({ endedAt: p.at })
    .where(and(eq(delegations.companyId, p.companyId), inArray(delegations.id, p.ids), isNull(delegations.endedAt)))
    .returning({ id: delegations.id });
  return ended.length > 0;
}

/** The person of each address, made where there is none; a name only for who has none. */
export async function personsOfEmails(
  tx: Tx,
  p: { people: readonly { id: string; email: string; name: string; locale: string }[]; at: Date },
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  // by address, so that two at once never wait for each other
  const inOrder = [...p.people].sort((a, b) => (a.email < b.email ? -1 : 1));
  await inBatches(inOrder, 4_000, async (part) => {
    const rows = await tx
      .insert(persons)
      .values(part.map((person) => ({ ...person, createdAt: p.at })))
      .onConflictDoUpdate({
        target: persons.email,
        set: { name: sql`case when ${persons.name} = '' then excluded.name else ${persons.name} end` },
      })
      .returning({ id: persons.id, email: persons.email });
    for (const { id, email } of rows) ids.set(email ?? '', id);
  });
  return ids;
}

/** False unless the member was invited. */
export async function activateMember(tx: Tx, p: { companyId: string; memberId: string }): Promise<boolean> {
  const activated = await tx
    .update(members)
    .set({ status: 'active', deactivatedAt: null })
    .where(and(eq(members.companyId, p.companyId), eq(members.id, p.memberId), eq(members.status, 'invited')))
    .returning({ id: members.id });
  return activated.length > 0;
}
