import { sql } from 'drizzle-orm';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';

export type StandardPrice = { sku: string; currency: CurrencyCode; unitPrice: string };

/** The public price of one unit by SKU and currency, as in force at a moment: the entry naming the variant that
 *  its smallest order reaches, else the nearest above. Variants without such an entry are not there. */
export async function readStandardPrices(
  db: DbOrTx,
  p: { skus: readonly string[]; at: Date },
): Promise<StandardPrice[]> {
  if (p.skus.length === 0) return [];
  const rows = await db.execute<{ sku: string; currency: CurrencyCode; unit_price: string }>(sql`
    with in_force as (${revisionsInForce(p.at)})
    select distinct on (f.currency, v.id) v.sku, f.currency, e.unit_price::text as unit_price
    from variants v
    join price_entries e on e.target_id = v.id and e.target_kind = 'variant' and e.unit_price is not null
    join in_force f on f.id = e.revision_id
    where v.sku = any (${sql.param([...p.skus])}::text[])
    order by f.currency, v.id, e.min_quantity <= v.min_quantity desc,
      case when e.min_quantity <= v.min_quantity then -e.min_quantity else e.min_quantity end`);
  return rows.map((row) => ({ sku: row.sku, currency: row.currency, unitPrice: row.unit_price }));
}

const revisionsInForce = (at: Date) => sql`
  select distinct on (r.list_id) r.id, r.list_id, r.currency from price_list_revisions r
  where r.status = 'approved' and r.kind = 'standard' and r.effective_at <= ${at.toISOString()}::timestamptz
    and (r.ends_at is null or r.ends_at > ${at.toISOString()}::timestamptz)
  order by r.list_id, r.effective_at desc, r.number desc`;

/** Puts the price of one unit into a draft, from each variant's minimum quantity; said again it is replaced. */
export async function stagePrices(
  tx: Tx,
  p: { revisionId: string; prices: readonly { id: string; sku: string; unitPrice: string }[] },
): Promise<void> {
  if (p.prices.length === 0) return;
  await tx.execute(sql`
    insert into price_entries (id, revision_id, target_kind, target_id, option_kind, option_code, min_quantity, unit_price)
    select e.id, ${p.revisionId}::uuid, 'variant', v.id, 'none', '', v.min_quantity, e.unit_price
    from unnest(${sql.param(p.prices.map(({ id }) => id))}::uuid[], ${sql.param(p.prices.map(({ sku }) => sku))}::text[],
      ${sql.param(p.prices.map(({ unitPrice }) => unitPrice))}::text[]::numeric[]) as e (id, sku, unit_price)
    join variants v on v.sku = e.sku
    on conflict (revision_id, target_id, target_kind, option_kind, option_code, min_quantity)
      do update set unit_price = excluded.unit_price`);
}

/** Carries over what the revision in force says and the draft does not: everything but the changed prices' first step,
 *  and prices of variants that now ask for a quote. */
export async function carryOverEntries(tx: Tx, p: { listId: string; revisionId: string; at: Date }): Promise<void> {
  await tx.execute(sql`
    with in_force as (${revisionsInForce(p.at)})
    insert into price_entries
      (id, revision_id, target_kind, target_id, option_kind, option_code, min_quantity, unit_price, percent_off)
    select gen_random_uuid(), ${p.revisionId}::uuid, e.target_kind, e.target_id, e.option_kind, e.option_code, e.min_quantity,
      e.unit_price, e.percent_off
    from in_force f
    join price_entries e on e.revision_id = f.id
    left join variants v on v.id = e.target_id and e.target_kind = 'variant'
    where f.list_id = ${p.listId}::uuid and not coalesce(v.asks_for_quote, false)
    on conflict (revision_id, target_id, target_kind, option_kind, option_code, min_quantity) do nothing`);
}

/** The draft becomes the price of everyone, at once. */
export async function approveStaged(tx: Tx, p: { revisionId: string; via: string; at: Date }): Promise<void> {
  const at = p.at.toISOString();
  await tx.execute(sql`
    update price_list_revisions set status = 'approved', starts_at = ${at}::timestamptz, submitted_at = ${at}::timestamptz,
      approved_at = ${at}::timestamptz, effective_at = ${at}::timestamptz, approved_via = ${p.via}
    where id = ${p.revisionId}::uuid and status = 'draft'`);
}
