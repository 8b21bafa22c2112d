import { and, asc, desc, eq, ne } from 'drizzle-orm';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { type PostalAddress, addresses } from '#db/schema/identity.ts';

export type KeptAddress = { id: string; address: PostalAddress; isDefault: boolean };

/** A person's own, the default first. */
export async function listAddresses(db: DbOrTx, p: { personId: string }): Promise<KeptAddress[]> {
  return db
    .select({ id: addresses.id, address: addresses.address, isDefault: addresses.isDefault })
    .from(addresses)
    .where(eq(addresses.personId, p.personId))
    .orderBy(desc(addresses.isDefault), asc(addresses.createdAt));
}

/** Under the person's lock, since only one is the default. */
export async function addAddress(
  tx: Tx,
  p: { id: string; personId: string; address: PostalAddress; isDefault: boolean; createdAt: Date },
): Promise<void> {
  if (p.isDefault) await clearDefault(tx, p);
  await tx.insert(addresses).values(p);
}

/** False when it is not theirs. */
export async function changeAddress(
  tx: Tx,
  p: { id: string; personId: string; address: PostalAddress; isDefault: boolean },
): Promise<boolean> {
  if (p.isDefault) await clearDefault(tx, p);
  const changed = await tx
    .update(addresses)
    .set({ address: p.address, isDefault: p.isDefault })
    .where(and(eq(addresses.id, p.id), eq(addresses.personId, p.personId)))
    .returning({ id: addresses.id });
  return changed.length > 0;
}

export async function removeAddress(db: DbOrTx, p: { id: string; personId: string }): Promise<boolean> {
  const gone = await db
    .delete(addresses)
    .where(and(eq(addresses.id, p.id), eq(addresses.personId, p.personId)))
    .returning({ id: addresses.id });
  return gone.length > 0;
}

async function clearDefault(tx: Tx, p: { id: string; personId: string }): Promise<void> {
  await tx
    .update(addresses)
    .set({ isDefault: false })
    .where(and(eq(addresses.personId, p.personId), eq(addresses.isDefault, true), ne(addresses.id, p.id)));
}
