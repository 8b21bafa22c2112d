import { sql } from 'drizzle-orm';
import type { DbOrTx } from '#db/client.server.ts';
import {
  type ShelfQuestion,
  all,
  inCategories,
  isOffered,
  narrowing,
  pricedProducts,
  skuHits,
} from './shelf-conditions';

export type FacetCount = { name: string; value: string; count: number };
export type ShelfFacets = {
  total: number;
  counts: FacetCount[];
  /** Cheapest and dearest shown price of what could be chosen by price; null where nothing has one. */
  least: string | null;
  most: string | null;
};

const mostValues = 30;

/** How many products are on the shelf, and how many each further choice would leave: a value is counted with all other
 *  controls as they are, but not its own, so that a second value of the same control may be added. One statement. */
export async function countShelf(db: DbOrTx, question: ShelfQuestion): Promise<ShelfFacets> {
  const controls = narrowing(question);
  const fails = controls.map(({ holds }) => sql`(not ${holds})::int`);
  const failing = controls.map(({ name, holds }) => sql`when not ${holds} then ${name}`);
  const rows = await db.execute<{ name: string; value: string; count: number }>(sql`
    with sku_hits as materialized (${skuHits(question)}),
    base as materialized (
      select p.facets, pr.shown,
        ${fails.length ? sql.join(fails, sql` + `) : sql`0`} as fails,
        ${failing.length ? sql`case ${sql.join(failing, sql` `)} end` : sql`null::text`} as failing
      from ${pricedProducts(question)}
      where ${isOffered} and ${inCategories(question)} and ${mayMatter(question)}
    ),
    counted as (
      select split_part(facet, '=', 1) as name, substr(facet, strpos(facet, '=') + 1) as value, count
      from (
        select facet, count(*)::int as count from base, unnest(base.facets) as facet
        where fails = 0 or (fails = 1 and failing = split_part(facet, '=', 1)) group by facet
      ) each
    )
    select '' as name, coalesce(min(shown) filter (where ${forPrice})::text, '') || ' ' ||
        coalesce(max(shown) filter (where ${forPrice})::text, '') as value,
      count(*) filter (where fails = 0)::int as count from base
    union all
    select name, value, count from (
      select *, row_number() over (partition by name order by count desc, value) as place from counted
    ) placed where place <= ${mostValues}`);
  const [sum, ...counts] = rows;
  const [least = '', most = ''] = (sum?.value ?? '').split(' ');
  return { total: sum?.count ?? 0, counts, least: least || null, most: most || null };
}

const forPrice = sql`fails = 0 or (fails = 1 and failing = 'price')`;

/** With one control every product may matter to its own counts; rows that fail two never do, and are left to `fails`. */
const mayMatter = (question: ShelfQuestion) => {
  const controls = narrowing(question);
  return controls.length < 2
    ? all([])
    : sql`(${sql.join(
        controls.map(({ holds }) => holds),
        sql` or `,
      )})`;
};
