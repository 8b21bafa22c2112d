import type { Deps } from '#app/deps.server.ts';
import { type StaffMember, isInScope, salesScope } from '#app/domain/access/company-scope.ts';
import { companyId, personId, unitId } from '#app/domain/access/ids.ts';
import { memberMay, staffMay } from '#app/domain/access/permissions.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { findMember, findMembership, findUnit } from '#db/queries/memberships.server.ts';
import { rememberLastUnit } from '#db/queries/persons.server.ts';

type Who = { personId: string; sessionId: string };

/** Buys as oneself (null) or for a unit in which, or above which, one holds a role. */
export async function switchBuyingAs(
  { db, settings }: Pick<Deps, 'db' | 'settings'>,
  input: Who & { unitId: string | null },
): Promise<Outcome<null, 'not_found'>> {
  if (input.unitId !== null) {
    const unit = await findUnit(db, { id: input.unitId });
    const found = unit && (await findMember(db, { companyId: unit.companyId, personId: input.personId }));
    if (!found || !memberMay(found.member, 'see_prices', unitId(input.unitId))) return refused('not_found');
  }
  await sessionStore(db, settings).buyAs({ id: input.sessionId, unitId: input.unitId, actingForMemberId: null });
  await rememberLastUnit(db, { id: input.personId, unitId: input.unitId });
  return ok(null);
}

/** One of our own people orders on a member's behalf, within their portfolio; it is written down that they began. */
export async function standInForMember(
  { db, now, settings }: Pick<Deps, 'db' | 'now' | 'settings'>,
  input: Who & { staff: StaffMember; memberId: string },
): Promise<Outcome<null, 'not_found'>> {
  const membership = await findMembership(db, { memberId: input.memberId });
  if (!membership || !staffMay(input.staff, 'act_for_members')) return refused('not_found');
  const { company } = membership;
  const place = { company: companyId(company.id), unit: null, rep: company.repId ? personId(company.repId) : null };
  if (!isInScope(salesScope(input.staff), place)) return refused('not_found');
  const found = await findMember(db, { companyId: company.id, personId: membership.personId });
  const [first] = found?.member.roles ?? [];
  if (!first) return refused('not_found');
  await db.transaction(async (tx) => {
    const choice = { id: input.sessionId, unitId: first.unit, actingForMemberId: input.memberId };
    await sessionStore(tx, settings).buyAs(choice);
    await recordEvent(tx, {
      type: 'member.stood_in_for',
      subjectId: input.memberId,
      companyId: company.id,
      personId: input.personId,
      via: 'page',
      at: now(),
    });
  });
  return ok(null);
}
