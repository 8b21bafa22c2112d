import type { Tx } from '#db/client.server.ts';
import { lockDiscountCode } from '#db/locks.server.ts';
import { addDiscountUse, findCodeStanding } from '#db/queries/discount-codes.server.ts';

/** Takes a code for an order, asked once more under the code's own lock: whoever comes later sees this order's use. False
 *  when its uses are gone or it was ended meanwhile. The order's row comes before or after it in the same transaction. */
export async function mayTakeCode(tx: Tx, p: { code: string; cartId: string; email: string }): Promise<string | null> {
  const before = await findCodeStanding(tx, p);
  if (!before) return null;
  await lockDiscountCode(tx, { id: before.id });
  const standing = await findCodeStanding(tx, p);
  if (!standing || standing.rules.isEnded) return null;
  const { mostUses, mostUsesPerPerson } = standing.rules;
  const isLeft =
    (mostUses === null || standing.uses.all < mostUses) &&
    (mostUsesPerPerson === null || standing.uses.byPerson < mostUsesPerPerson);
  return isLeft ? standing.id : null;
}

/** For an order that lapsed and is paid after all. */
export async function takeCodeAgain(
  tx: Tx,
  { order, at }: { order: { id: string; discountCode: string | null; cartId: string | null; email: string }; at: Date },
): Promise<boolean> {
  if (!order.discountCode) return true;
  const codeId = await mayTakeCode(tx, {
    code: order.discountCode,
    cartId: order.cartId ?? order.id,
    email: order.email,
  });
  if (!codeId) return false;
  await addDiscountUse(tx, { orderId: order.id, codeId, email: order.email, at });
  return true;
}
