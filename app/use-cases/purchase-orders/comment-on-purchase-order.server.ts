import type { Deps } from '#app/deps.server.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { lockPurchaseOrder } from '#db/locks.server.ts';
import { addComment, listComments } from '#db/queries/purchase-order-comments.server.ts';
import { findPurchaseOrder } from '#db/queries/purchase-orders.server.ts';
import { recordPurchaseOrder } from './purchase-order-trail.server';
import { tellPeople } from './purchase-order-mails.server';

/** Says something about it, in any state. Whoever asked for it and whoever spoke before is told. */
export async function commentOnPurchaseOrder(
  deps: Pick<Deps, 'db' | 'now' | 'settings'>,
  p: { actor: Actor; scope: CompanyScope; id: string; body: string },
): Promise<Outcome<{ id: string }, 'not_found' | 'comment_empty'>> {
  const at = deps.now();
  const body = p.body.trim();
  if (body === '') return refused('comment_empty');
  return deps.db.transaction(async (tx) => {
    if (!(await lockPurchaseOrder(tx, { id: p.id }))) return refused('not_found');
    const order = await findPurchaseOrder(tx, { scope: p.scope, id: p.id });
    if (!order) return refused('not_found');
    const before = await listComments(tx, { purchaseOrderId: order.id });
    const id = newId(at.getTime());
    await addComment(tx, { id, purchaseOrderId: order.id, personId: p.actor.person, body, at });
    const by = { person: p.actor.person, via: p.actor.via };
    await recordPurchaseOrder(tx, { order, event: 'commented', by, at, more: { comment: id } });
    const people = new Set([...order.requesters, ...before.map(({ personId }) => personId)]);
    people.delete(p.actor.person);
    await tellPeople(deps, tx, {
      order,
      people: [...people],
      news: 'commented',
      key: `comment:${id}`,
      reason: body,
      at,
    });
    return ok({ id });
  });
}
