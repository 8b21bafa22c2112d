import type { Deps } from '#app/deps.server.ts';
import type { MemberActor } from '#app/domain/access/actor.ts';
import type { Member } from '#app/domain/access/company-scope.ts';
import type { UnitId } from '#app/domain/access/ids.ts';
import { type CompanyPermission, memberMay, memberMayEverywhere } from '#app/domain/access/permissions.ts';
import { type Outcome, refused } from '#app/domain/outcome.ts';
import { judgeWaitingDocuments } from '#app/jobs/catalog.ts';
import { enqueue } from '#app/jobs/enqueue.server.ts';
import type { Tx } from '#db/client.server.ts';
import { lockCompanies } from '#db/locks.server.ts';
import { type CompanyRow, findCompany } from '#db/queries/company-record.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { type UnitRow, findMember } from '#db/queries/memberships.server.ts';

/** What an administrative act is given: rows of its own company, and the actor's rights as they are now. */
export type Administration = {
  readonly tx: Tx;
  readonly settings: Deps['settings'];
  readonly company: CompanyRow;
  readonly member: Member;
  readonly units: readonly UnitRow[];
  readonly at: Date;
  /** Whether the actor may do this in the unit. */
  readonly may: (permission: CompanyPermission, unit: string) => boolean;
  /** Whether they may do it in the whole company: at the top of its tree. */
  readonly mayEverywhere: (permission: CompanyPermission) => boolean;
  readonly record: (type: string, subjectId: string, data?: Record<string, unknown>) => Promise<void>;
};

/** Runs an act on the actor's own company, one at a time: rights are read under the lock, so that whoever was removed a
 *  moment ago may do nothing more. Afterwards what waits for a decision is judged by the new state of things. */
export async function administer<T, Code extends string>(
  { db, now, settings }: Pick<Deps, 'db' | 'now' | 'settings'>,
  actor: MemberActor,
  act: (administration: Administration) => Promise<Outcome<T, Code>>,
): Promise<Outcome<T, Code | 'not_found'>> {
  const at = now();
  const companyId = actor.member.company;
  return db.transaction(async (tx) => {
    if (!(await lockCompanies(tx, { ids: [companyId] }))) return refused('not_found');
    const company = await findCompany(tx, { id: companyId });
    const found = await findMember(tx, { companyId, personId: actor.member.person });
    if (!company || !found) return refused('not_found');
    const { member, units } = found;
    const may = (permission: CompanyPermission, unit: string) => memberMay(member, permission, unit as UnitId);
    const outcome = await act({
      tx,
      settings,
      company,
      member,
      units,
      at,
      may,
      mayEverywhere: (permission) => memberMayEverywhere(member, permission),
      record: (type, subjectId, data) =>
        recordEvent(tx, { type, subjectId, companyId, personId: actor.person, via: actor.via, data, at }),
    });
    if (outcome.ok) await enqueue(tx, judgeWaitingDocuments, { companyId });
    return outcome;
  });
}
