import { and, eq, lt } from 'drizzle-orm';
import type { DbOrTx } from '#db/client.server.ts';
import { idempotentAnswers, oneTimeTokens, rateLimits } from '#db/schema/identity.ts';
import { reorders } from '#db/schema/reorders.ts';

/** Previews nobody committed, links that are over, answers nobody repeats and counts of attempts that have run out, each
 *  older than its moment. */
export async function deleteLeftovers(
  db: DbOrTx,
  p: { previewsBefore: Date; linksBefore: Date; answersBefore: Date; countsBefore: Date },
): Promise<void> {
  await db.delete(reorders).where(and(eq(reorders.status, 'previewed'), lt(reorders.createdAt, p.previewsBefore)));
  await db.delete(oneTimeTokens).where(lt(oneTimeTokens.expiresAt, p.linksBefore));
  await db.delete(idempotentAnswers).where(lt(idempotentAnswers.createdAt, p.answersBefore));
  await db.delete(rateLimits).where(lt(rateLimits.expire, p.countsBefore));
}
