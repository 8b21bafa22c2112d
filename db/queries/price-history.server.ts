import { sql } from 'drizzle-orm';
import type { DbOrTx } from '#db/client.server.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { type Exact, isLess, toExact } from '#app/domain/money/exact.ts';
import { chainLinks } from '#app/domain/pricing/chain-link.ts';
import { ownUnitPrice } from '#app/domain/pricing/own-unit-price.ts';
import { priceChain, thePublic } from '#app/domain/pricing/price-chain.ts';
import type { PriceRevision } from '#app/domain/pricing/price-revision.ts';
import type { PriceableVariant } from '#app/domain/pricing/price-terms.ts';

type Row = { list: string; number: number; effective_at: string; ends_at: string | null; entries: Entry[] | null };
type Entry = [
  kind: 'variant' | 'product' | 'category' | 'everything',
  min: string,
  price: string | null,
  off: string | null,
  name: string,
];

/** The lowest price anybody could buy a variant at between two moments: what the law wants beside a struck price. One
 *  statement; null when it was not sold. Standard lists alone: no segment or company price enters. */
export async function lowestPublicPrice(
  db: DbOrTx,
  p: { variant: PriceableVariant; currency: CurrencyCode; since: Date; until: Date },
): Promise<Exact | null> {
  const [since, until] = [p.since.toISOString(), p.until.toISOString()];
  const rows = await db.execute<Row>(sql`
    with standard as (
      select r.*, l.code from price_list_revisions r join price_lists l on l.id = r.list_id
      where r.kind = 'standard' and r.currency = ${p.currency} and r.status = 'approved' and r.effective_at <= ${until}
    ),
    concerned as (
      select * from standard where effective_at > ${since}
      union
      (select * from standard where effective_at <= ${since} and (ends_at is null or ends_at > ${since})
        order by effective_at desc, number desc limit 1)
    ),
    targets (id, name) as (
      select v.id, v.sku from variants v where v.sku = ${p.variant.sku}
      union all select v.product_id, ${p.variant.product} from variants v where v.sku = ${p.variant.sku}
      union all select c.id, c.path from categories c where c.path = any(${sql.param([...p.variant.categories])}::text[])
      union all select '00000000-0000-0000-0000-000000000000', ''
    )
    select c.code as list, c.number, c.effective_at, c.ends_at,
      (select jsonb_agg(jsonb_build_array(e.target_kind, e.min_quantity::text, e.unit_price::text, e.percent_off::text, t.name))
        from price_entries e join targets t on t.id = e.target_id
        where e.revision_id = c.id and e.option_kind = 'none') as entries
    from concerned c`);
  const revisions = rows.map((row) => standardRevision(row, p.currency));
  const moments = [
    p.since,
    ...revisions.flatMap(({ effectiveAt, endsAt }) => [effectiveAt, ...(endsAt ? [endsAt] : [])]),
    p.until,
  ].filter((at) => at >= p.since && at <= p.until);
  let lowest: Exact | null = null;
  for (const at of moments) {
    const price = ownUnitPrice(chainLinks(priceChain(revisions, thePublic, p.currency, at)), p.variant);
    if (price && (!lowest || isLess(price, lowest))) lowest = price;
  }
  return lowest;
}

const standardRevision = (row: Row, currency: CurrencyCode): PriceRevision => ({
  list: row.list,
  number: row.number,
  kind: 'standard',
  currency,
  effectiveAt: new Date(row.effective_at),
  endsAt: row.ends_at ? new Date(row.ends_at) : null,
  unit: null,
  segment: null,
  priority: 0,
  options: [],
  termDiscounts: {},
  approvedBy: null,
  entries: (row.entries ?? []).map(([kind, min, price, off, name]) => ({
    target: targetOf(kind, name),
    minQuantity: toExact(min),
    price:
      price === null
        ? { kind: 'percent' as const, percentOff: toExact(off ?? '0') }
        : { kind: 'fixed' as const, unitPrice: toExact(price) },
  })),
});

const targetOf = (kind: Entry[0], name: string): PriceRevision['entries'][number]['target'] =>
  kind === 'variant'
    ? { kind, sku: name }
    : kind === 'product'
      ? { kind, product: name }
      : kind === 'category'
        ? { kind, category: name }
        : { kind };
