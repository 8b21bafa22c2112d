import type { Deps } from '#app/deps.server.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { staffMay } from '#app/domain/access/permissions.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { lockCompanies } from '#db/locks.server.ts';
import { findCompany } from '#db/queries/company-record.server.ts';
import { changeCompany } from '#db/queries/company-writes.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { listReps } from '#db/queries/sales-desk.server.ts';

/** Moves a company into a rep's portfolio; null puts it into everyone's. What its rep has begun stays with who holds it. */
export async function assignRep(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  p: { actor: StaffActor; companyId: string; repId: string | null },
): Promise<Outcome<null, 'not_found' | 'forbidden' | 'unknown_rep'>> {
  if (!staffMay(p.actor.staff, 'assign_portfolios')) return refused('forbidden');
  return db.transaction(async (tx) => {
    if (!(await lockCompanies(tx, { ids: [p.companyId] }))) return refused('not_found');
    const company = await findCompany(tx, { id: p.companyId });
    if (!company) return refused('not_found');
    if (p.repId !== null && !(await listReps(tx)).some(({ id }) => id === p.repId)) return refused('unknown_rep');
    if (company.repId === p.repId) return ok(null);
    await changeCompany(tx, { id: p.companyId, changes: { repId: p.repId } });
    await recordEvent(tx, {
      type: 'sales_desk.company_assigned',
      subjectId: p.companyId,
      personId: p.actor.person,
      via: p.actor.via,
      data: { from: company.repId, to: p.repId },
      at: now(),
    });
    return ok(null);
  });
}
