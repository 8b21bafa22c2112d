import { type SQL, sql } from 'drizzle-orm';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { categoriesFromNearest } from '#app/domain/catalog/product.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { toExact } from '#app/domain/money/exact.ts';
import type { PriceableVariant } from '#app/domain/pricing/price-terms.ts';
import { nobody } from './price-terms.server';

/** A chain whose prices are worked out. `changed`: products whose prices it does not know any more, null among them
 *  standing for all; more than `mostChanges` are not listed. */
export type OwnPriceChain = { id: string; key: string; usedAt: Date; changed: (string | null)[] };

export const mostChanges = 5_000;

const changesOf = (chain: SQL) => sql`array(
  select distinct d.product_id from catalog_changes d
  where d.by >= pg_snapshot_xmin(${chain}.knows) and not pg_visible_in_snapshot(d.by, ${chain}.knows)
  limit ${mostChanges + 1})`;

export async function findOwnPriceChains(db: DbOrTx, p: { keys: readonly string[] }): Promise<OwnPriceChain[]> {
  const rows = await db.execute<{ id: string; key: string; used_at: string; changed: (string | null)[] }>(sql`
    select c.id, c.key, c.used_at, ${changesOf(sql`c`)} as changed
    from own_price_chains c where c.key = any(${sql.param([...p.keys])}::text[])`);
  return rows.map(({ id, key, used_at, changed }) => ({ id, key, usedAt: new Date(used_at), changed }));
}

/** One builder of a chain at a time; the others find it built. */
export async function takeTurnAtChain(tx: Tx, p: { key: string }): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${p.key}, 7))`);
}

/** A chain with no prices yet, knowing the catalog as this statement sees it: what commits later counts as a change,
 *  whether or not the statements that follow see it. */
export async function addOwnPriceChain(
  tx: Tx,
  p: { id: string; key: string; currency: CurrencyCode; at: Date },
): Promise<void> {
  const at = p.at.toISOString();
  await tx.execute(sql`
    insert into own_price_chains (id, key, currency, knows, size, built_at, used_at)
    values (${p.id}, ${p.key}, ${p.currency}, pg_current_snapshot(), 0, ${at}, ${at})`);
}

/** What the chain did not know until now, and knows from now on: asked and noted in one statement, so that nothing
 *  commits in between. Null when there is no such chain. */
export async function learnChanges(tx: Tx, p: { key: string }): Promise<OwnPriceChain | null> {
  const [row] = await tx.execute<{ id: string; key: string; used_at: string; changed: (string | null)[] }>(sql`
    update own_price_chains c set knows = pg_current_snapshot()
    from (select o.id, ${changesOf(sql`o`)} as changed from own_price_chains o where o.key = ${p.key}) before
    where c.id = before.id
    returning c.id, c.key, c.used_at, before.changed`);
  return row ? { id: row.id, key: row.key, usedAt: new Date(row.used_at), changed: row.changed } : null;
}

export async function forgetOwnPrices(tx: Tx, p: { chainId: string; productIds: readonly string[] }): Promise<void> {
  await tx.execute(sql`
    delete from own_prices
    where chain_id = ${p.chainId} and product_id = any(${sql.param([...p.productIds])}::uuid[])`);
}

export async function dropOwnPriceChains(db: DbOrTx, p: { keys: readonly string[] }): Promise<void> {
  await db.execute(sql`delete from own_price_chains where key = any(${sql.param([...p.keys])}::text[])`);
}

export async function touchOwnPriceChains(db: DbOrTx, p: { ids: readonly string[]; at: Date }): Promise<void> {
  await db.execute(sql`
    update own_price_chains set used_at = ${p.at.toISOString()} where id = any(${sql.param([...p.ids])}::uuid[])`);
}

/** Chains nobody looked at since, and changes every chain knows. Answers how many chains went. */
export async function sweepOwnPrices(db: DbOrTx, p: { unusedSince: Date }): Promise<number> {
  const gone = await db.execute(
    sql`delete from own_price_chains where used_at < ${p.unusedSince.toISOString()} returning id`,
  );
  await db.execute(sql`
    delete from catalog_changes
    where by < coalesce((select min(pg_snapshot_xmin(knows)::text::bigint)::text::xid8 from own_price_chains),
      pg_snapshot_xmin(pg_current_snapshot()))`);
  return gone.length;
}

/** Products an entry of these lists reaches, as ids in order; null when one of them is for everything. */
export async function productsReached(
  db: DbOrTx,
  p: { currency: CurrencyCode; revisions: readonly { list: string; number: number }[] },
): Promise<string[] | null> {
  const rows = await db.execute<{ id: string | null }>(sql`
    with revisions as (
      select r.id from unnest(${sql.param(p.revisions.map(({ list }) => list))}::text[],
        ${sql.param(p.revisions.map(({ number }) => number))}::int[]) as w (list, number)
      join price_lists l on l.code = w.list join price_list_revisions r on r.list_id = l.id and r.number = w.number
    ),
    targets as (
      select distinct e.target_kind, e.target_id from revisions r
      join price_entries e on e.revision_id = r.id where e.option_kind = 'none'
    )
    select null::uuid as id from targets where target_kind = 'everything'
    union select target_id from targets where target_kind = 'product'
    union select v.product_id from targets t join variants v on v.id = t.target_id where t.target_kind = 'variant'
    union select p.id from targets t join categories c on c.id = t.target_id
      join categories below on below.path = c.path or starts_with(below.path, c.path || '/')
      join products p on p.category_id = below.id where t.target_kind = 'category'
    order by id nulls first`);
  if (rows[0]?.id === null) return null;
  return rows.map(({ id }) => id ?? '');
}

export async function allProductIds(db: DbOrTx): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`select id from products order by id`);
  return rows.map(({ id }) => id);
}

export type VariantToWalk = { id: string; productId: string; taxClass: string; variant: PriceableVariant };
type VariantRow = {
  id: string;
  sku: string;
  product_id: string;
  handle: string;
  path: string | null;
  min_quantity: string;
  quantity_step: string;
  tax_class: string;
};

/** Active variants of these products by product and place, and the names of everything an entry for them may target. */
export async function variantsToWalk(
  db: DbOrTx,
  p: { productIds: readonly string[] },
): Promise<{ variants: VariantToWalk[]; names: Map<string, string> }> {
  const rows = await db.execute<VariantRow>(sql`
    select v.id, v.sku, v.product_id, p.handle, c.path, v.min_quantity, v.quantity_step, v.tax_class
    from products p join variants v on v.product_id = p.id left join categories c on c.id = p.category_id
    where p.id = any(${sql.param([...p.productIds])}::uuid[]) and v.status = 'active'
    order by v.product_id, v.position, v.id`);
  const names = new Map([[nobody, '']]);
  const wanted = new Set(rows.flatMap(({ path }) => categoriesFromNearest(path)));
  if (wanted.size > 0) {
    const found = await db.execute<{ id: string; path: string }>(
      sql`select id, path from categories where path = any(${sql.param([...wanted])}::text[])`,
    );
    for (const { id, path } of found) names.set(id, path);
  }
  const variants = rows.map((row) => {
    names.set(row.id, row.sku);
    names.set(row.product_id, row.handle);
    return {
      id: row.id,
      productId: row.product_id,
      taxClass: row.tax_class,
      variant: {
        sku: row.sku,
        product: row.handle,
        minimumQuantity: toExact(row.min_quantity),
        quantityStep: toExact(row.quantity_step),
        billed: 'once' as const,
        mixGroup: null,
        categories: categoriesFromNearest(row.path),
      },
    };
  });
  return { variants, names };
}

export type OwnPriceRow = { productId: string; least: string; most: string; variantId: string; taxClass: string };

export async function addOwnPrices(tx: Tx, p: { chainId: string; rows: readonly OwnPriceRow[] }): Promise<void> {
  if (p.rows.length === 0) return;
  const column = (name: keyof OwnPriceRow) => sql.param(p.rows.map((row) => row[name]));
  await tx.execute(sql`
    with added as (
      insert into own_prices (chain_id, product_id, least, most, variant_id, tax_class)
      select ${p.chainId}::uuid, product_id, least, most, variant_id, tax_class
      from unnest(${column('productId')}::uuid[], ${column('least')}::text[]::numeric[], ${column('most')}::text[]::numeric[],
        ${column('variantId')}::uuid[], ${column('taxClass')}::text[])
        as w (product_id, least, most, variant_id, tax_class)
      returning 1
    )
    update own_price_chains set size = size + (select count(*) from added) where id = ${p.chainId}`);
}
