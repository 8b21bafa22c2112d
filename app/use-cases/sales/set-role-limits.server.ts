import type { Deps } from '#app/deps.server.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayLimit } from '#app/domain/access/permissions.ts';
import type { StaffRole } from '#app/domain/access/roles.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { saveRoleLimits } from '#db/queries/role-limits.server.ts';

/** How far a role goes alone from now on, in percent; null = no limit. What waits for approval keeps the limits it was
 *  measured by. */
export async function setRoleLimits(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  p: { actor: StaffActor; role: StaffRole; discountPercent: string | null; marginFloorPercent: string | null },
): Promise<Outcome<null, 'forbidden'>> {
  const { actor, role, discountPercent, marginFloorPercent } = p;
  if (!mayLimit(actor.staff, role)) return refused('forbidden');
  return db.transaction(async (tx) => {
    await saveRoleLimits(tx, { role, discountPercent, marginFloorPercent });
    await recordEvent(tx, {
      type: 'sales_desk.limits_set',
      subjectId: actor.person,
      personId: actor.person,
      via: actor.via,
      data: { role, discountPercent, marginFloorPercent },
      at: now(),
    });
    return ok(null);
  });
}
