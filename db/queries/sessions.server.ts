import { and, desc, eq, gt, inArray, ne, or } from 'drizzle-orm';
import type { DbOrTx } from '#db/client.server.ts';
import { units } from '#db/schema/companies.ts';
import { sessions } from '#db/schema/identity.ts';

/** What lucia has no words for; app/integrations/auth asks it. Ids are hashes, times are wall time. */
export async function listSessions(
  db: DbOrTx,
  p: { personId: string; at: Date },
): Promise<{ id: string; userAgent: string; createdAt: Date; expiresAt: Date }[]> {
  const { id, userAgent, createdAt, expiresAt } = sessions;
  return db
    .select({ id, userAgent, createdAt, expiresAt })
    .from(sessions)
    .where(and(eq(sessions.userId, p.personId), gt(expiresAt, p.at)))
    .orderBy(desc(createdAt));
}

/** False when it is not this person's. */
export async function deleteSessionById(db: DbOrTx, p: { personId: string; id: string }): Promise<boolean> {
  const gone = await db
    .delete(sessions)
    .where(and(eq(sessions.userId, p.personId), eq(sessions.id, p.id)))
    .returning({ id: sessions.id });
  return gone.length > 0;
}

export async function deleteOtherSessions(db: DbOrTx, p: { personId: string; keepId: string }): Promise<void> {
  await db.delete(sessions).where(and(eq(sessions.userId, p.personId), ne(sessions.id, p.keepId)));
}

/** Their own as this company, and a rep's on their behalf. */
export async function endSessionsAsMember(
  db: DbOrTx,
  p: { personId: string; companyId: string; memberId: string },
): Promise<void> {
  const unitsOfCompany = db.select({ id: units.id }).from(units).where(eq(units.companyId, p.companyId));
  const asCompany = and(eq(sessions.userId, p.personId), inArray(sessions.buyingAsUnitId, unitsOfCompany));
  await db.delete(sessions).where(or(asCompany, eq(sessions.actingForMemberId, p.memberId)));
}

export async function setBuyingAs(
  db: DbOrTx,
  p: { id: string; unitId: string | null; actingForMemberId: string | null },
): Promise<void> {
  await db
    .update(sessions)
    .set({ buyingAsUnitId: p.unitId, actingForMemberId: p.actingForMemberId })
    .where(eq(sessions.id, p.id));
}
