import { and, desc, eq, isNull, notInArray } from 'drizzle-orm';
import type { ShippingAddress } from '#app/domain/checkout/address-fields.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { addresses } from '#db/schema/identity.ts';
import { orders } from '#db/schema/orders.ts';

/** Where this person's parcels go: the address they marked, else that of their last order. Null before the first. */
export async function findLastAddress(db: DbOrTx, p: { personId: string }): Promise<ShippingAddress | null> {
  const [marked] = await db
    .select({ address: addresses.address })
    .from(addresses)
    .where(and(eq(addresses.personId, p.personId), eq(addresses.isDefault, true)));
  if (marked) return marked.address;
  const [last] = await db
    .select({ shipTo: orders.shipTo })
    .from(orders)
    .where(
      and(
        eq(orders.personId, p.personId),
        isNull(orders.companyId),
        notInArray(orders.status, ['awaiting_payment', 'lapsed']),
      ),
    )
    .orderBy(desc(orders.placedAt))
    .limit(1);
  return last?.shipTo ?? null;
}

/** What was typed for this cart when it was last sent to payment: nothing is asked twice. */
export async function findAddressOfCart(
  db: DbOrTx,
  p: { cartId: string },
): Promise<{ email: string; shipTo: ShippingAddress } | null> {
  const [last] = await db
    .select({ email: orders.email, shipTo: orders.shipTo })
    .from(orders)
    .where(eq(orders.cartId, p.cartId))
    .orderBy(desc(orders.createdAt))
    .limit(1);
  return last ?? null;
}
