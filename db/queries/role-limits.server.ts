import { eq } from 'drizzle-orm';
import type { StaffRole } from '#app/domain/access/roles.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { usualLimits } from '#app/domain/pricing/price-list-approval.ts';
import type { SellerLimits } from '#app/domain/pricing/price-list-limits.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { roleLimits } from '#db/schema/identity.ts';

/** How far a role may go alone: as the store has set it, else as usual. */
export async function findRoleLimits(db: DbOrTx, p: { role: StaffRole }): Promise<SellerLimits> {
  const [row] = await db
    .select({ discount: roleLimits.maxDiscountPercent, margin: roleLimits.minMarginPercent })
    .from(roleLimits)
    .where(eq(roleLimits.role, p.role));
  if (!row) return usualLimits[p.role];
  return {
    discountPercent: row.discount === null ? null : toExact(row.discount),
    marginFloorPercent: row.margin === null ? null : toExact(row.margin),
  };
}

export async function saveRoleLimits(
  tx: Tx,
  p: { role: StaffRole; discountPercent: string | null; marginFloorPercent: string | null },
): Promise<void> {
  const limits = { maxDiscountPercent: p.discountPercent, minMarginPercent: p.marginFloorPercent };
  await tx
    .insert(roleLimits)
    .values({ role: p.role, ...limits })
    .onConflictDoUpdate({ target: roleLimits.role, set: limits });
}
