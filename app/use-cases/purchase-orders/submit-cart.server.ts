import type { Deps } from '#app/deps.server.ts';
import type { MemberActor } from '#app/domain/access/actor.ts';
import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import type { FileRefusal } from '#app/domain/files/file-type.ts';
import { type Outcome, type Refused, ok, refused } from '#app/domain/outcome.ts';
import { lockCart } from '#db/locks.server.ts';
import { closeCart, readCartLines } from '#db/queries/carts.server.ts';
import { findOrderingCompany } from '#db/queries/ordering-companies.server.ts';
import { findPurchaseOrder, findPurchaseOrderOfCart } from '#db/queries/purchase-orders.server.ts';
import type { PostalAddress } from '#db/schema/identity.ts';
import type { GivenFile } from '../files/store-file.server';
import { attachWithin } from './attach-files.server';
import { type CreateRefusal, draftPurchaseOrder } from './create-purchase-order.server';
import { type SubmitRefusal, submitWithin } from './submit-purchase-order.server';

export type SubmitCartRefusal = CreateRefusal | SubmitRefusal | FileRefusal | 'too_many_files' | 'cart_empty';

/** Undoes what the transaction did so far, and carries why. */
class NotSubmitted extends Error {
  constructor(readonly refusal: Refused<SubmitCartRefusal>) {
    super(refusal.code);
  }
}

/** A cart of a member becomes a submitted purchase order of their unit with its files, in one act: refused, the cart stays
 *  as it is and nothing is written. Sent again, it answers what it became, whatever was put in a newer cart since. */
export async function submitCart(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  p: {
    actor: MemberActor;
    scope: CompanyScope;
    /** Who it was filled for. */
    personId: string;
    unitId: string;
    cartId: string;
    number: string | null;
    costCentre: string | null;
    deliveryOn: string | null;
    notes: string;
    /** Null = the unit's address. */
    shipTo?: PostalAddress | null;
    files?: readonly GivenFile[];
  },
): Promise<Outcome<{ id: string }, SubmitCartRefusal>> {
  const at = now();
  return db
    .transaction(async (tx) => {
      const cart = await lockCart(tx, { cartId: p.cartId });
      if (!cart || cart.personId !== p.personId || cart.unitId !== p.unitId) return refused('not_found');
      if (cart.status === 'ordered') {
        const made = await findPurchaseOrderOfCart(tx, { scope: p.scope, cartId: cart.id });
        return made ? ok({ id: made.id }) : refused('cart_empty');
      }
      const lines = cart.status === 'open' ? await readCartLines(tx, { cartId: cart.id }) : [];
      if (lines.length === 0) return refused('cart_empty');
      const company = await findOrderingCompany(tx, { id: p.actor.member.company, unitId: p.unitId });
      if (!company) return refused('not_found');
      const made = await draftPurchaseOrder(tx, {
        actor: p.actor,
        wanted: {
          company,
          currency: cart.currency,
          number: p.number,
          costCentre: p.costCentre,
          shipTo: p.shipTo ?? null,
          notes: p.notes,
          deliveryOn: p.deliveryOn,
          lines: lines.map(({ line, sku, quantity, configuration }) => ({ line, sku, quantity, configuration })),
          cartId: cart.id,
        },
        at,
      });
      if (!made.ok) throw new NotSubmitted(made);
      if (p.files && p.files.length > 0) {
        const order = await findPurchaseOrder(tx, { scope: p.scope, id: made.value.id });
        if (!order) throw new NotSubmitted(refused('not_found'));
        const attached = await attachWithin(tx, { actor: p.actor, order, files: p.files, at });
        if (!attached.ok) throw new NotSubmitted(attached);
      }
      const submitted = await submitWithin(tx, { actor: p.actor, scope: p.scope, id: made.value.id, at });
      if (!submitted.ok) throw new NotSubmitted(submitted);
      await closeCart(tx, { cartId: cart.id, as: 'ordered', at });
      return ok({ id: made.value.id });
    })
    .catch((fault: unknown) => {
      if (fault instanceof NotSubmitted) return fault.refusal;
      throw fault;
    });
}
