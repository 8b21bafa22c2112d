import { type SQL, sql } from 'drizzle-orm';
import type { ShelfFilters, ShelfSort } from '#app/domain/catalog/shelf.ts';

/** Everything a shelf is asked with. `taxFactors`: what shown prices are the net ones times of, by tax class. */
export type ShelfQuestion = {
  readonly categoryIds: readonly string[] | null;
  readonly search: ShelfSearch | null;
  readonly filters: ShelfFilters;
  readonly prices: { readonly own: string | null; readonly standard: string | null };
  readonly taxFactors: Readonly<Record<string, string>>;
  readonly sort: ShelfSort;
  readonly locale: string;
};

/** What was typed, as the tables compare it. */
export type ShelfSearch = { readonly tsquery: string; readonly skuKey: string };

const leastSkuPart = 3;

/** Products, those searched for where something is, joined with what they cost this buyer: `pr.least`, `pr.most`, `pr.variant_id`, `pr.tax_class`, `pr.shown`. */
export const pricedProducts = ({ prices, taxFactors, search }: ShelfQuestion): SQL => sql`
  ${search ? sql`(${found(search)}) p` : sql`products p`}
  left join lateral (${pricesIn(prices.own)}) own on true
  left join lateral (${pricesIn(prices.standard)}) std on true
  cross join lateral (select coalesce(own.least, std.least) as least, coalesce(own.most, std.most) as most,
    coalesce(own.variant_id, std.variant_id) as variant_id, coalesce(own.tax_class, std.tax_class) as tax_class) q
  cross join lateral (select q.*, q.least * ${taxFactor(sql`q.tax_class`, taxFactors)} as shown) pr`;

/** One look into the index per product that is looked at: a shelf of 24 must not read the prices of 100,000 products. The
 *  limit keeps the planner from joining them all. */
const pricesIn = (chain: string | null): SQL => sql`select o.least, o.most, o.variant_id, o.tax_class from own_prices o
  where o.chain_id = ${chain}::uuid and o.product_id = p.id limit 1`;

export function taxFactor(taxClass: SQL, factors: Readonly<Record<string, string>>): SQL {
  const cases = Object.entries(factors).map(([name, factor]) => sql`when ${name} then ${factor}::numeric`);
  return cases.length === 0 ? sql`1` : sql`case ${taxClass} ${sql.join(cases, sql` `)} else 1 end`;
}

/** On sale to this buyer: with a price of theirs, or asking for a quote. */
export const isOffered = sql`p.status = 'active' and (pr.least is not null or exists (
  select from variants a where a.product_id = p.id and a.status = 'active' and a.asks_for_quote))`;

export const inCategories = ({ categoryIds }: ShelfQuestion): SQL =>
  categoryIds === null ? sql`true` : sql`p.category_id = any(${sql.param([...categoryIds])}::uuid[])`;

/** Products whose SKU is (2) or holds (1) what was typed, whatever its dashes. */
export const skuHits = ({ search }: ShelfQuestion): SQL =>
  !search || search.skuKey.length < leastSkuPart
    ? sql`select null::uuid as product_id, 0 as nearness where false`
    : sql`select v.product_id, max(case when v.sku_key = ${search.skuKey} then 2 else 1 end) as nearness from variants v
        where v.sku_key like ${`%${search.skuKey}%`} and v.status = 'active' group by v.product_id`;

/** Two lookups side by side, each by its index: joined by "or" neither would be used. */
const found = ({ tsquery }: ShelfSearch): SQL => sql`
  select f.* from products f where f.search @@ ${tsquery}::tsquery
  union all
  select f.* from products f join sku_hits h on h.product_id = f.id where not f.search @@ ${tsquery}::tsquery`;

/** One condition per thing that narrows, by the name of its control. */
export function narrowing({ filters }: ShelfQuestion): { name: string; holds: SQL }[] {
  const { facets, priceLeast, priceMost } = filters;
  const byFacet = [...facets].map(([name, values]) => ({
    name,
    holds: sql`p.facets && ${sql.param(values.map((value) => `${name}=${value}`))}::text[]`,
  }));
  const price = [
    ...(priceLeast === null ? [] : [sql`pr.shown >= ${priceLeast}::numeric`]),
    ...(priceMost === null ? [] : [sql`pr.shown <= ${priceMost}::numeric`]),
  ];
  return price.length === 0
    ? byFacet
    : [...byFacet, { name: 'price', holds: sql`coalesce(${sql.join(price, sql` and `)}, false)` }];
}

export const all = (conditions: readonly SQL[]): SQL =>
  conditions.length === 0 ? sql`true` : sql.join([...conditions], sql` and `);
