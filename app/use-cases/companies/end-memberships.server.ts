import type { Deps } from '#app/deps.server.ts';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import type { Tx } from '#db/client.server.ts';
import { deactivateMembers, endDelegationsOf, revokeKeysOf } from '#db/queries/company-writes.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { handOverOf } from '../standing-orders/hand-over.server';

type Ending = { companyId: string; memberIds: string[]; by: string | null; via: string; at: Date };

/** What leaving means, at once: no role, no session as this company, no key, no delegation. Under the company's lock.
 *  Whoever calls it has the waiting documents judged again. */
export async function endMemberships(
  tx: Tx,
  settings: Deps['settings'],
  { companyId, memberIds, by, via, at }: Ending,
): Promise<number> {
  const ended = await deactivateMembers(tx, { companyId, memberIds, at });
  const personIds = ended.map(({ personId }) => personId);
  await revokeKeysOf(tx, { companyId, personIds, at });
  await endDelegationsOf(tx, { companyId, personIds, at });
  await handOverOf({ settings }, tx, { companyId, personIds, by: { person: by, via }, at });
  const sessions = sessionStore(tx, settings);
  for (const { id, personId } of ended) {
    await sessions.revokeAsMember({ personId, companyId, memberId: id });
    await recordEvent(tx, { type: 'member.deactivated', subjectId: id, companyId, personId: by, via, at });
  }
  return ended.length;
}
