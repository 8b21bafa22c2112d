import type { Deps } from '#app/deps.server.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { endWebhookEndpoint as endRow } from '#db/queries/webhooks.server.ts';

/** An endpoint of the store is told nothing more; what it was told stays readable. */
export async function endWebhookEndpoint(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { actor, id }: { actor: StaffActor; id: string },
): Promise<Outcome<null, 'not_found'>> {
  return db.transaction(async (tx) => {
    if (!(await endRow(tx, { id, companyId: null }))) return refused('not_found');
    const by = { personId: actor.person, via: actor.via, at: now() };
    await recordEvent(tx, { type: 'webhook_endpoint.switched_off', subjectId: id, ...by });
    return ok(null);
  });
}
