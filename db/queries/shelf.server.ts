import { type SQL, sql } from 'drizzle-orm';
import type { DbOrTx } from '#db/client.server.ts';
import type { ShelfSort } from '#app/domain/catalog/shelf.ts';
import {
  type ShelfQuestion,
  all,
  inCategories,
  isOffered,
  narrowing,
  pricedProducts,
  skuHits,
} from './shelf-conditions';

/** A product on a shelf. Prices are before tax, null where it is sold on a quote only. */
export type ShelfRow = {
  id: string;
  handle: string;
  title: Record<string, string>;
  facets: string[];
  categoryPath: string | null;
  least: string | null;
  most: string | null;
  taxClass: string | null;
  content: { quantity: string; unit: string } | null;
  picture: { source: string; alt: Record<string, string>; width: number | null; height: number | null } | null;
  stars: number | null;
  reviews: number;
};

export type ShelfPage = { rows: ShelfRow[]; next: [string, string] | null };

/** One page of a shelf, after the row whose sort value and id `after` names. One statement for any number of products. */
export async function listShelf(
  db: DbOrTx,
  question: ShelfQuestion,
  p: { limit: number; after: readonly [string, string] | null },
): Promise<ShelfPage> {
  const { value, direction, type } = order(question);
  const beyond = p.after
    ? sql`and (${value}, p.id) ${sql.raw(direction === 'desc' ? '<' : '>')} (${p.after[0]}::${sql.raw(type)}, ${p.after[1]}::uuid)`
    : sql``;
  // the order of the indexes, which keep nulls last whichever way they run
  const way = sql.raw(`${direction} nulls last`);
  const most = p.limit + 1;
  const first = (where: SQL) => sql`
    select p.id, p.handle, p.title, p.facets, p.category_id, pr.least, pr.most, pr.variant_id, pr.tax_class,
      ${value} as sort_value
    from ${pricedProducts(question)} ${question.search ? sql`left join sku_hits h on h.product_id = p.id` : sql``}
    where ${isOffered} and ${where} and ${all(narrowing(question).map(({ holds }) => holds))} ${beyond}
    order by ${value} ${way}, p.id ${way}
    limit ${most}`;
  const { categoryIds, search } = question;
  // The first of each category, then the first of those: every category has an index that knows its own.
  const page =
    categoryIds === null || search
      ? first(inCategories(question))
      : sql`select each.* from unnest(${sql.param([...categoryIds])}::uuid[]) as category (id)
          cross join lateral (${first(sql`p.category_id = category.id`)}) each
          order by each.sort_value ${way}, each.id ${way} limit ${most}`;
  const rows = await db.execute<Row>(sql`
    with sku_hits as materialized (${skuHits(question)}),
    page as (${page})
    select ${card} from page order by page.sort_value ${way}, page.id ${way}`);
  const shown = rows.slice(0, p.limit);
  const last = rows.length > p.limit ? shown.at(-1) : undefined;
  return { rows: shown.map(shelfRow), next: last ? [last.sort_value, last.id] : null };
}

/** These products as cards, in this order; those not on offer to the buyer are left out. */
export async function listCards(
  db: DbOrTx,
  question: Pick<ShelfQuestion, 'prices'>,
  p: { productIds: readonly string[] },
): Promise<ShelfRow[]> {
  if (p.productIds.length === 0) return [];
  const ids = sql.param([...p.productIds]);
  const rows = await db.execute<Row>(sql`
    with page as (
      select p.id, p.handle, p.title, p.facets, p.category_id, pr.least, pr.most, pr.variant_id, pr.tax_class,
        array_position(${ids}::uuid[], p.id)::text as sort_value
      from ${pricedProducts({ ...(question as ShelfQuestion), taxFactors: {} })}
      where ${isOffered} and p.id = any(${ids}::uuid[])
    )
    select ${card} from page order by page.sort_value::int`);
  return rows.map(shelfRow);
}

const card = sql`page.id, page.handle, page.title, page.facets, page.least, page.most, page.tax_class,
  page.sort_value::text as sort_value,
  (select c.path from categories c where c.id = page.category_id) as category_path,
  (select v.content from variants v where v.id = page.variant_id) as content,
  (select jsonb_build_object('source', m.source, 'alt', m.alt, 'width', m.width, 'height', m.height)
    from media m where m.product_id = page.id order by m.position limit 1) as picture,
  (select jsonb_build_array(round(avg(r.stars) * 10), count(*)) from reviews r
    where r.product_id = page.id and r.status = 'published') as rating`;

type Row = {
  id: string;
  handle: string;
  title: Record<string, string>;
  facets: string[];
  category_path: string | null;
  least: string | null;
  most: string | null;
  tax_class: string | null;
  sort_value: string;
  content: ShelfRow['content'];
  picture: ShelfRow['picture'];
  rating: [number | null, number];
};

const shelfRow = ({ category_path, tax_class, rating: [stars, reviews], sort_value: _, ...row }: Row): ShelfRow => ({
  ...row,
  categoryPath: category_path,
  taxClass: tax_class,
  stars,
  reviews,
});

type Order = { value: SQL; direction: 'asc' | 'desc'; type: 'numeric' | 'int' | 'timestamptz' | 'text' };

/** The last price there is: what is sold on a quote stands behind everything that has one. */
const behind = sql.raw('99999999999999');

function order({ sort, search, locale }: ShelfQuestion): Order {
  const orders: Record<ShelfSort, () => Order> = {
    relevance: () => ({ value: relevance(search?.tsquery ?? ''), direction: 'desc', type: 'numeric' }),
    popular: () => ({ value: sql`p.sold_recently`, direction: 'desc', type: 'int' }),
    newest: () => ({ value: sql`p.created_at`, direction: 'desc', type: 'timestamptz' }),
    price: () => ({ value: sql`coalesce(pr.shown, ${behind})`, direction: 'asc', type: 'numeric' }),
    price_desc: () => ({ value: sql`coalesce(pr.shown, -1)`, direction: 'desc', type: 'numeric' }),
    name: () => ({
      value: sql`plain_text(coalesce(p.title ->> ${locale}, p.title ->> 'en', p.handle))`,
      direction: 'asc',
      type: 'text',
    }),
  };
  return orders[sort === 'relevance' && !search ? 'popular' : sort]();
}

/** The SKU itself first, then where the words stand, then what sells. */
const relevance = (tsquery: string): SQL => sql`round((
  coalesce(h.nearness * 10, 0)
  + ts_rank(p.search, ${tsquery}::tsquery) + ln(1 + greatest(p.sold_recently, 0)) / 100)::numeric, 6)`;
