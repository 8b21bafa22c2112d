import type { Deps } from '#app/deps.server.ts';
import { restoreLines } from '#app/domain/cart/restore-lines.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { readRestoreToken } from '#app/integrations/reminder-link.server.ts';
import type { Tx } from '#db/client.server.ts';
import { lockCarts } from '#db/locks.server.ts';
import { type Cart, findOpenCart, readPlainLines, touchCart, writeCartLines } from '#db/queries/carts.server.ts';
import { findOpenCartById, findReminder, recordReminderClick } from '#db/queries/reminders.server.ts';
import type { CartBuyer } from '../cart/cart-buyer';
import { openCartOf } from '../cart/open-cart.server';

/** The cart this browser goes on with; `isVisitors` asks it to remember that cart's id. */
export type RestoredCart = { cartId: string; isVisitors: boolean };

/** The link in a reminder: the left cart itself for a browser without one, else its lines join those at hand. Signs
 *  nobody in, and can be followed any number of times. A company's cart opens only to its own buyer. */
export async function restoreCart(
  { db, now, settings }: Deps,
  { buyer, token }: { buyer: CartBuyer; token: string },
): Promise<Outcome<RestoredCart, 'link_over' | 'not_found' | 'signed_out'>> {
  const at = now();
  const link = readRestoreToken(settings, token, at);
  if (link === 'expired') return refused('link_over');
  return db.transaction(async (tx) => {
    const reminder = link && (await findReminder(tx, { id: link.reminderId }));
    if (!reminder) return refused('not_found');
    await recordReminderClick(tx, { id: reminder.reminderId, at });
    const own = await findOpenCart(tx, { owner: buyer.owner });
    await lockCarts(tx, { cartIds: own ? [own.id, reminder.cartId] : [reminder.cartId] });
    const left = await findOpenCartById(tx, { cartId: reminder.cartId });
    if (!left) return refused('link_over');
    await touchCart(tx, { cartId: left.id, at });
    if (left.id === own?.id) return ok({ cartId: left.id, isVisitors: buyer.owner.personId === null });
    if (left.companyId) return refused('signed_out');
    const isForAnybody = left.personId === null && buyer.owner.personId === null;
    const held = own ? await readPlainLines(tx, { cartId: own.id }) : [];
    if (isForAnybody && held.length === 0) return ok({ cartId: left.id, isVisitors: true });
    const cartId = await copyLines(tx, { left, own, buyer, at });
    return ok({ cartId, isVisitors: buyer.owner.personId === null });
  });
}

async function copyLines(
  tx: Tx,
  { left, own, buyer, at }: { left: Cart; own: Cart | null; buyer: CartBuyer; at: Date },
): Promise<string> {
  const { id: cartId } = own ?? (await openCartOf(tx, buyer, at));
  const [kept, brought] = await Promise.all([readPlainLines(tx, { cartId }), readPlainLines(tx, { cartId: left.id })]);
  const { write } = restoreLines(kept, brought);
  await writeCartLines(tx, { cartId, lines: write.map((line) => ({ ...line, id: newId() })), at });
  await touchCart(tx, { cartId, at });
  return cartId;
}
