import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { ReviewStatus } from '#app/domain/catalog/reviews.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { media, products, reviewDecisions, reviews } from '#db/schema/catalog.ts';
import { persons } from '#db/schema/identity.ts';
import { orders } from '#db/schema/orders.ts';

export type Review = Pick<
  typeof reviews.$inferSelect,
  'id' | 'authorName' | 'stars' | 'title' | 'body' | 'locale' | 'answer' | 'createdAt' | 'orderId'
>;

/** Published ones, the newest first. */
export async function listReviews(db: DbOrTx, p: { productId: string; limit: number }): Promise<Review[]> {
  const { id, authorName, stars, title, body, locale, answer, createdAt, orderId } = reviews;
  return db
    .select({ id, authorName, stars, title, body, locale, answer, createdAt, orderId })
    .from(reviews)
    .where(and(eq(reviews.productId, p.productId), eq(reviews.status, 'published')))
    .orderBy(desc(createdAt), desc(id))
    .limit(p.limit);
}

/** By their account, or by the link that was sent to the order's address. */
export type Reviewer = { personId: string } | { orderId: string };
export type BoughtProduct = { orderId: string; personId: string | null };

/** The latest order by which this person received the product and has not reviewed it yet. Null: there is none. */
export async function findOrderToReview(
  db: DbOrTx,
  p: { productId: string; by: Reviewer },
): Promise<BoughtProduct | null> {
  const { productId, by } = p;
  const theirs = 'personId' in by ? sql`o.person_id = ${by.personId}` : sql`o.id = ${by.orderId}`;
  const wrote = 'personId' in by ? sql`r.person_id = ${by.personId}` : isByBuyerOfOrder;
  const [row] = await db.execute<BoughtProduct>(sql`
    select o.id as "orderId", o.person_id as "personId" from orders o
    where ${theirs} and o.status in ('paid', 'partly_fulfilled', 'fulfilled', 'partly_returned')
      and exists (select from order_lines l join variants v on v.id = l.variant_id
        where l.order_id = o.id and v.product_id = ${productId} and l.fulfilled_quantity > l.returned_quantity)
      and not exists (select from reviews r where r.product_id = ${productId} and ${wrote})
    order by o.placed_at desc limit 1`);
  return row ?? null;
}

/** Of an order `o` and a review `r`: its buyer wrote it, by this order, by their account, or by another order of the same
 *  address. */
const isByBuyerOfOrder = sql`(r.order_id = o.id or r.person_id = o.person_id
  or exists (select from orders before where before.id = r.order_id and lower(before.email) = lower(o.email)))`;

/** False when this buyer's review of the product is there already. */
export async function addReview(tx: Tx, p: typeof reviews.$inferInsert): Promise<boolean> {
  const added = await tx.insert(reviews).values(p).onConflictDoNothing().returning({ id: reviews.id });
  return added.length > 0;
}

export type ProductToReview = {
  id: string;
  handle: string;
  title: Record<string, string>;
  picture: string | null;
  /** Null while this buyer wrote none. */
  review: { status: ReviewStatus; reason: string } | null;
};

const mostProducts = 40;

/** What was received by an order and not sent back, with what its buyer wrote about it; in the order of its lines. */
export async function listProductsToReview(db: DbOrTx, p: { orderId: string }): Promise<ProductToReview[]> {
  return db.execute<ProductToReview>(sql`
    select p.id, p.handle, p.title,
      (select m.source from ${media} m where m.product_id = p.id and m.variant_id is null
        order by m.position limit 1) as picture,
      (select jsonb_build_object('status', r.status, 'reason', coalesce((select d.words from ${reviewDecisions} d
          where d.review_id = r.id and d.decision = 'declined' order by d.at desc, d.id desc limit 1), ''))
        from ${reviews} r where r.product_id = p.id and ${isByBuyerOfOrder} limit 1) as review
    from ${orders} o
    join lateral (select v.product_id, min(l.line) as line from order_lines l join variants v on v.id = l.variant_id
      where l.order_id = o.id and l.fulfilled_quantity > l.returned_quantity group by v.product_id) kept on true
    join ${products} p on p.id = kept.product_id
    where o.id = ${p.orderId}
    order by kept.line limit ${mostProducts}`);
}

export type ReviewToModerate = Review & {
  status: ReviewStatus;
  handle: string;
  productTitle: Record<string, string>;
  orderNumber: string | null;
  /** The last decision on it; null while it waits. */
  decision: { kind: 'approved' | 'declined'; words: string; by: string | null; at: string } | null;
};

type ModeratedPage = {
  status: ReviewStatus;
  stars: number | null;
  /** Of one product alone. */
  handle: string | null;
  after: { at: Date; id: string } | null;
  limit: number;
};

/** What waits, the longest first; what was decided on, the newest first. After the one a page ended with. */
export async function listReviewsToModerate(db: DbOrTx, p: ModeratedPage): Promise<ReviewToModerate[]> {
  const isUpwards = p.status === 'waiting';
  const place = p.after && sql`(${p.after.at.toISOString()}::timestamptz, ${p.after.id}::uuid)`;
  const own = sql`(${reviews.createdAt}, ${reviews.id})`;
  return selectToModerate(db)
    .where(
      and(
        eq(reviews.status, p.status),
        p.stars === null ? undefined : eq(reviews.stars, p.stars),
        p.handle === null ? undefined : eq(products.handle, p.handle),
        place ? (isUpwards ? sql`${own} > ${place}` : sql`${own} < ${place}`) : undefined,
      ),
    )
    .orderBy(...(isUpwards ? [asc(reviews.createdAt), asc(reviews.id)] : [desc(reviews.createdAt), desc(reviews.id)]))
    .limit(p.limit);
}

export async function findReviewToModerate(db: DbOrTx, p: { id: string }): Promise<ReviewToModerate | null> {
  const [row] = await selectToModerate(db).where(eq(reviews.id, p.id));
  return row ?? null;
}

const selectToModerate = (db: DbOrTx) =>
  db
    .select({
      id: reviews.id,
      authorName: reviews.authorName,
      stars: reviews.stars,
      title: reviews.title,
      body: reviews.body,
      locale: reviews.locale,
      answer: reviews.answer,
      createdAt: reviews.createdAt,
      orderId: reviews.orderId,
      status: reviews.status,
      handle: products.handle,
      productTitle: products.title,
      orderNumber: orders.number,
      decision: sql<ReviewToModerate['decision']>`(select jsonb_build_object('kind', d.decision, 'words', d.words,
        'by', n.name, 'at', d.at) from ${reviewDecisions} d left join ${persons} n on n.id = d.person_id
        where d.review_id = ${reviews.id} and d.decision <> 'answered' order by d.at desc, d.id desc limit 1)`,
    })
    .from(reviews)
    .innerJoin(products, eq(products.id, reviews.productId))
    .leftJoin(orders, eq(orders.id, reviews.orderId))
    .$dynamic();

/** How many reviews there are in each state. */
export async function countReviews(db: DbOrTx): Promise<Record<ReviewStatus, number>> {
  const rows = await db
    .select({ status: reviews.status, count: sql<number>`count(*)::int` })
    .from(reviews)
    .groupBy(reviews.status);
  const countOf = (status: ReviewStatus) => rows.find((row) => row.status === status)?.count ?? 0;
  return { waiting: countOf('waiting'), published: countOf('published'), declined: countOf('declined') };
}

/** Whom to tell what became of a review: the address of the order, else of the account. Null where there is none. */
export async function findReviewAuthor(
  db: DbOrTx,
  p: { id: string },
): Promise<{ email: string; productTitle: Record<string, string>; handle: string } | null> {
  const [row] = await db
    .select({
      email: sql<string | null>`coalesce(${orders.email}, ${persons.email})`,
      productTitle: products.title,
      handle: products.handle,
    })
    .from(reviews)
    .innerJoin(products, eq(products.id, reviews.productId))
    .leftJoin(orders, eq(orders.id, reviews.orderId))
    .leftJoin(persons, eq(persons.id, reviews.personId))
    .where(eq(reviews.id, p.id));
  return row?.email ? { ...row, email: row.email } : null;
}

/** The caller holds the lock on the review. */
export async function changeReview(
  tx: Tx,
  p: { id: string; set: Partial<Pick<typeof reviews.$inferInsert, 'status' | 'answer' | 'answeredAt'>> },
): Promise<void> {
  await tx.update(reviews).set(p.set).where(eq(reviews.id, p.id));
}

export async function addReviewDecision(tx: Tx, p: typeof reviewDecisions.$inferInsert): Promise<void> {
  await tx.insert(reviewDecisions).values(p);
}
