import type { Deps } from '#app/deps.server.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { revokeApiKey as revokeRow } from '#db/queries/api-keys.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';

/** From now on its calls are answered as an unknown key's. Decisions made through it keep its name. */
export async function revokeApiKey(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { actor, id }: { actor: StaffActor; id: string },
): Promise<Outcome<null, 'not_found'>> {
  return db.transaction(async (tx) => {
    const at = now();
    const revoked = await revokeRow(tx, { id, at });
    if (!revoked) return refused('not_found');
    const by = { personId: actor.person, via: actor.via, at };
    await recordEvent(tx, { type: 'api_key.revoked', subjectId: id, companyId: revoked.companyId, ...by });
    return ok(null);
  });
}
