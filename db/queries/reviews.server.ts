import { and, desc, eq, sql } from 'drizzle-orm';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { reviews } from '#db/schema/catalog.ts';

export type Review = Pick<
  typeof reviews.$inferSelect,
  'id' | 'authorName' | 'stars' | 'title' | 'body' | 'locale' | 'createdAt' | 'orderId'
>;

/** Published ones, the newest first. */
export async function listReviews(db: DbOrTx, p: { productId: string; limit: number }): Promise<Review[]> {
  const { id, authorName, stars, title, body, locale, createdAt, orderId } = reviews;
  return db
    .select({ id, authorName, stars, title, body, locale, createdAt, orderId })
    .from(reviews)
    .where(and(eq(reviews.productId, p.productId), eq(reviews.status, 'published')))
    .orderBy(desc(createdAt), desc(id))
    .limit(p.limit);
}

/** The latest order by which this person received the product and has not reviewed it yet. Null: there is none. */
export async function findOrderToReview(
  db: DbOrTx,
  p: { productId: string; personId: string },
): Promise<{ orderId: string } | null> {
  const [row] = await db.execute<{ id: string }>(sql`
    select o.id from orders o
    where o.person_id = ${p.personId} and o.status in ('paid', 'partly_fulfilled', 'fulfilled', 'partly_returned')
      and exists (select from order_lines l join variants v on v.id = l.variant_id
        where l.order_id = o.id and v.product_id = ${p.productId} and l.fulfilled_quantity > l.returned_quantity)
      and not exists (select from reviews r where r.product_id = ${p.productId} and r.person_id = ${p.personId})
    order by o.placed_at desc limit 1`);
  return row ? { orderId: row.id } : null;
}

/** False when this order's review of the product is there already. */
export async function addReview(tx: Tx, p: typeof reviews.$inferInsert): Promise<boolean> {
  const added = await tx.insert(reviews).values(p).onConflictDoNothing().returning({ id: reviews.id });
  return added.length > 0;
}
