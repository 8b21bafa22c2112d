import * as z from 'zod';
import type { Deps } from '#app/deps.server.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { personId } from '#app/domain/access/ids.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { actingAs } from '#app/http/api/acting-for.server.ts';
import { type ApiClient, answer, endpoint } from '#app/http/api/endpoint.ts';
import { orderBody } from '#app/http/api/order-answer.ts';
import { reorderBody } from '#app/http/api/reorder-answer.ts';
import { choicesOf, reorderBodyShape } from '#app/http/api/schemas/reorders.ts';
import { emailShape } from '#app/http/api/shapes.ts';
import { commitReorder } from '#app/use-cases/orders/commit-reorder.server.ts';
import { previewReorder } from '#app/use-cases/orders/preview-reorder.server.ts';
import { undoReorder } from '#app/use-cases/orders/undo-reorder.server.ts';
import { findPersonByEmail } from '#db/queries/ordering-companies.server.ts';
import { type Order, type OrderScope, findOrder, readOrderLines } from '#db/queries/orders.server.ts';
import { scopeOf } from './orders';

/** A consumer for their own order, by a store's key; in a company whoever the key acts for. */
export async function actingOn(
  deps: Deps,
  client: ApiClient,
  p: { as: string; order: Pick<Order, 'companyId'> },
): Promise<Outcome<Actor, 'forbidden' | 'unknown_person'>> {
  if (p.order.companyId) return actingAs(deps, client, { email: p.as, companyId: p.order.companyId });
  if (deps.settings.mode === 'production' && !client.scopes.includes('act_as')) return refused('forbidden');
  const person = await findPersonByEmail(deps.db, { email: p.as });
  if (!person) return refused('unknown_person');
  return ok({ person: personId(person.id), via: client.via, member: null, standsInFor: null, staff: null });
}

/** By its id or its number, as the key may see it. */
export async function orderNamed(
  deps: Deps,
  client: ApiClient,
  name: string,
): Promise<{ order: Order; scope: OrderScope } | null> {
  const scope = scopeOf(client);
  const by = z.uuid().safeParse(name).success ? { id: name } : { number: name };
  const order = await findOrder(deps.db, { scope, ...by });
  return order && { order, scope };
}

export const postReorder = endpoint({
  method: 'POST',
  path: '/orders/{id}/reorders',
  who: 'key',
  summary: 'Previews ordering a past order again, or commits such a preview',
  body: reorderBodyShape,
  answers: z.looseObject({}),
  async handle({ deps, client, params, body }) {
    const found = await orderNamed(deps, client, params.id ?? '');
    if (!found) return refused('not_found');
    const { order, scope } = found;
    const acting = await actingOn(deps, client, { as: body.as, order });
    if (!acting.ok) return acting;
    const asked = { orderId: order.id, scope, actor: acting.value, via: client.via };
    if (body.preview_version === undefined) {
      const previewed = await previewReorder(deps, asked);
      return previewed.ok ? answer(reorderBody(previewed.value.preview)) : previewed;
    }
    const committed = await commitReorder(deps, {
      ...asked,
      previewId: body.preview_version,
      choices: choicesOf(body.choices ?? []),
      payment: { origin: deps.settings.origin, returnPath: '/checkout/return/{payment}', cancelPath: '/checkout' },
    });
    if (!committed.ok && committed.code === 'choice_needed') {
      const again = await previewReorder(deps, asked);
      return again.ok ? refused('choice_needed', reorderBody(again.value.preview)) : again;
    }
    if (!committed.ok) return committed;
    if (committed.value.kind === 'changed') return refused('preview_stale', reorderBody(committed.value.preview));
    const { orderId, purchaseOrderId, undoUntil, paymentUrl } = committed.value;
    return answer(
      {
        ...(orderId ? { order: orderId } : { purchase_order: purchaseOrderId }),
        undo_until: undoUntil.toISOString(),
        ...(paymentUrl && { payment_url: paymentUrl }),
      },
      201,
    );
  },
});

export const postUndo = endpoint({
  method: 'POST',
  path: '/orders/{id}/undo',
  who: 'key',
  summary: 'Takes back what was ordered again moments ago',
  body: z.strictObject({ as: emailShape }),
  answers: z.looseObject({}),
  async handle({ deps, client, params, body }) {
    const found = await orderNamed(deps, client, params.id ?? '');
    if (!found) return refused('not_found');
    const acting = await actingOn(deps, client, { as: body.as, order: found.order });
    if (!acting.ok) return acting;
    const { id } = found.order;
    const undone = await undoReorder(deps, { orderId: id, actor: acting.value, via: client.via });
    if (!undone.ok) return undone;
    const order = await findOrder(deps.db, { scope: found.scope, id });
    return order ? answer(orderBody(order, await readOrderLines(deps.db, { orderId: id }))) : refused('not_found');
  },
});

export const reorderEndpoints = [postReorder, postUndo];
