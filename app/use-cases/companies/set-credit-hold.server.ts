import type { Deps } from '#app/deps.server.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { lockCompanies } from '#db/locks.server.ts';
import { changeCompany } from '#db/queries/company-writes.server.ts';
import { readCredit } from '#db/queries/credit.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';

/** Places or lifts a hold: new submissions on terms are refused while it lasts; what was accepted goes on. Both want a
 *  reason. A hold that is there is not placed again, and one that is not there is not lifted. */
export async function setCreditHold(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  p: { companyId: string; hold: 'place' | 'lift'; reason: string; personId: string; via: string },
): Promise<Outcome<null, 'not_found' | 'wrong_state'>> {
  return db.transaction(async (tx) => {
    if (!(await lockCompanies(tx, { ids: [p.companyId] }))) return refused('not_found');
    const credit = await readCredit(tx, { companyId: p.companyId });
    if (!credit) return refused('not_found');
    const isOnHold = credit.holdReason !== null;
    if (isOnHold === (p.hold === 'place')) return refused('wrong_state');
    await changeCompany(tx, {
      id: p.companyId,
      changes: { creditHoldReason: p.hold === 'place' ? p.reason : null },
    });
    await recordEvent(tx, {
      type: p.hold === 'place' ? 'company.credit_held' : 'company.credit_hold_lifted',
      subjectId: p.companyId,
      companyId: p.companyId,
      personId: p.personId,
      via: p.via,
      data: { reason: p.reason },
      at: now(),
    });
    return ok(null);
  });
}
