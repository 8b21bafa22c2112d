import type { Deps } from '#app/deps.server.ts';
import type { MemberActor } from '#app/domain/access/actor.ts';
import { companyKeyScope } from '#app/domain/access/company-scope.ts';
import { decideOnPurchaseOrder } from './decide-on-purchase-order.server';

/** Approves each of these revisions by itself: one that changed or was decided meanwhile stops no other. Answers how
 *  many approvals were recorded. */
export async function approveSeveral(
  deps: Pick<Deps, 'db' | 'now' | 'settings'>,
  p: { actor: MemberActor; documents: readonly { id: string; revision: number }[] },
): Promise<number> {
  const { member, person, via } = p.actor;
  const scope = companyKeyScope(member.company, member.units);
  let approved = 0;
  for (const { id, revision } of p.documents) {
    const asked = { scope, id, actor: person, via, for: null, revision, verdict: 'approved' as const, reason: null };
    const done = await decideOnPurchaseOrder(deps, asked);
    if (done.ok) approved += 1;
  }
  return approved;
}
