import { and, eq, inArray, sql } from 'drizzle-orm';
import { newId } from '#app/integrations/ids.server.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { priceEntries } from '#db/schema/pricing.ts';
import type { EntryRow } from './price-lists.server';
import { holding } from './holds-words';

/** An entry by the names people call its target. */
export type NamedEntry = {
  id: string;
  targetKind: EntryRow['targetKind'];
  /** SKU, handle or category path; empty for everything. */
  name: string;
  title: string;
  optionKind: EntryRow['optionKind'];
  optionCode: string;
  minQuantity: string;
  unitPrice: string | null;
  percentOff: string | null;
};

type EntryPage = { revisionId: string; search?: string; after: string | null; limit: number };

/** The entries of a revision in the order they were written, from the one after `after` on. */
export async function listEntries(db: DbOrTx, p: EntryPage): Promise<NamedEntry[]> {
  const like = holding(p.search ?? '');
  return db.execute<NamedEntry>(sql`
    select e.id, e.target_kind as "targetKind", coalesce(v.sku, t.handle, c.path, '') as name,
      coalesce(vp.title ->> 'en', t.title ->> 'en', c.name ->> 'en', '') as title, e.option_kind as "optionKind",
      e.option_code as "optionCode", e.min_quantity::text as "minQuantity", e.unit_price::text as "unitPrice",
      e.percent_off::text as "percentOff"
    from price_entries e
    left join variants v on e.target_kind = 'variant' and v.id = e.target_id
    left join products vp on vp.id = v.product_id
    left join products t on e.target_kind = 'product' and t.id = e.target_id
    left join categories c on e.target_kind = 'category' and c.id = e.target_id
    where e.revision_id = ${p.revisionId}
      ${p.after === null ? sql`` : sql`and e.id > ${p.after}`}
      ${p.search ? sql`and (v.sku ilike ${like} or t.handle ilike ${like} or c.path ilike ${like} or vp.title ->> 'en' ilike ${like})` : sql``}
    order by e.id
    limit ${p.limit}`);
}

/** Every entry of another revision whose target and minimum this one does not have already. */
export async function copyEntries(tx: Tx, p: { fromRevisionId: string; toRevisionId: string }): Promise<number> {
  const count = await countEntries(tx, { revisionId: p.fromRevisionId });
  const ids = Array.from({ length: count }, () => newId()).sort();
  await tx.execute(sql`
    insert into price_entries
      (id, revision_id, target_kind, target_id, option_kind, option_code, min_quantity, unit_price, percent_off)
    select ids.id, ${p.toRevisionId}, e.target_kind, e.target_id, e.option_kind, e.option_code, e.min_quantity,
      e.unit_price, e.percent_off
    from (select *, row_number() over (order by id) as place from price_entries where revision_id = ${p.fromRevisionId}) e
    join unnest(${sql.param(ids)}::uuid[]) with ordinality as ids (id, place) on ids.place = e.place
    on conflict (revision_id, target_id, target_kind, option_kind, option_code, min_quantity) do nothing`);
  return count;
}

export async function countEntries(db: DbOrTx, p: { revisionId: string }): Promise<number> {
  return db.$count(priceEntries, eq(priceEntries.revisionId, p.revisionId));
}

/** New entries, and new prices for those whose target and minimum are there already. One statement for any number. */
export async function saveEntries(tx: Tx, p: { revisionId: string; entries: readonly EntryRow[] }): Promise<number> {
  if (p.entries.length === 0) return 0;
  const column = <K extends keyof EntryRow>(name: K) => sql.param(p.entries.map((entry) => entry[name]));
  const ids = p.entries.map(() => newId()).sort();
  const changed = await tx.execute(sql`
    insert into price_entries
      (id, revision_id, target_kind, target_id, option_kind, option_code, min_quantity, unit_price, percent_off)
    select id, ${p.revisionId}, target_kind, target_id, option_kind, option_code, min_quantity, unit_price, percent_off
    from unnest(${sql.param(ids)}::uuid[], ${column('targetKind')}::text[], ${column('targetId')}::uuid[],
      ${column('optionKind')}::text[], ${column('optionCode')}::text[], ${column('minQuantity')}::text[]::numeric[],
      ${column('unitPrice')}::text[]::numeric[], ${column('percentOff')}::text[]::numeric[])
      as e (id, target_kind, target_id, option_kind, option_code, min_quantity, unit_price, percent_off)
    on conflict (revision_id, target_id, target_kind, option_kind, option_code, min_quantity)
      do update set unit_price = excluded.unit_price, percent_off = excluded.percent_off
      where (price_entries.unit_price, price_entries.percent_off)
        is distinct from (excluded.unit_price, excluded.percent_off)
    returning 1`);
  return changed.length;
}

export async function removeEntries(tx: Tx, p: { revisionId: string; ids: readonly string[] }): Promise<number> {
  if (p.ids.length === 0) return 0;
  const gone = await tx
    .delete(priceEntries)
    .where(and(eq(priceEntries.revisionId, p.revisionId), inArray(priceEntries.id, [...p.ids])))
    .returning({ id: priceEntries.id });
  return gone.length;
}

/** Whether each entry stands in the revision already: with the same price, with another, or not at all. In their order. */
export async function compareEntries(
  db: DbOrTx,
  p: { revisionId: string; entries: readonly EntryRow[] },
): Promise<('same' | 'other' | 'new')[]> {
  if (p.entries.length === 0) return [];
  const column = <K extends keyof EntryRow>(name: K) => sql.param(p.entries.map((entry) => entry[name]));
  const rows = await db.execute<{ is: 'same' | 'other' | 'new' }>(sql`
    select case when e.id is null then 'new'
      when (e.unit_price, e.percent_off) is not distinct from (asked.unit_price, asked.percent_off) then 'same'
      else 'other' end as is
    from unnest(${column('targetKind')}::text[], ${column('targetId')}::uuid[], ${column('optionKind')}::text[],
      ${column('optionCode')}::text[], ${column('minQuantity')}::text[]::numeric[],
      ${column('unitPrice')}::text[]::numeric[], ${column('percentOff')}::text[]::numeric[]) with ordinality
      as asked (target_kind, target_id, option_kind, option_code, min_quantity, unit_price, percent_off, place)
    left join price_entries e on e.revision_id = ${p.revisionId} and e.target_id = asked.target_id
      and e.target_kind = asked.target_kind and e.option_kind = asked.option_kind
      and e.option_code = asked.option_code and e.min_quantity = asked.min_quantity
    order by asked.place`);
  return rows.map((row) => row.is);
}

export type CoveredVariant = { sku: string; cost: Record<string, string> };

/** Variants on sale that some entry of the revision reaches, by SKU from the one after `after` on. */
export async function listCoveredVariants(
  db: DbOrTx,
  p: { revisionId: string; after: string; limit: number },
): Promise<CoveredVariant[]> {
  return db.execute<CoveredVariant>(sql`
    with aims as (select distinct target_kind, target_id from price_entries where revision_id = ${p.revisionId}),
    areas as (select c.path from aims join categories c on aims.target_kind = 'category' and c.id = aims.target_id),
    covered as (
      select c.id from categories c join areas on c.path = areas.path or starts_with(c.path, areas.path || '/')
    )
    select v.sku, v.cost
    from variants v join products p on p.id = v.product_id
    where v.sku > ${p.after} and v.status = 'active' and (
      exists (select 1 from aims where target_kind = 'everything')
      or v.id in (select target_id from aims where target_kind = 'variant')
      or p.id in (select target_id from aims where target_kind = 'product')
      or p.category_id in (select id from covered))
    order by v.sku
    limit ${p.limit}`);
}
