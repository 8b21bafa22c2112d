import { sql } from 'drizzle-orm';
import type { DbOrTx } from '#db/client.server.ts';
import { type ConfigurableProduct, categoriesFromNearest } from '#app/domain/catalog/product.ts';
import type { Billing } from '#app/domain/catalog/variant.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { toExact } from '#app/domain/money/exact.ts';
import type { PriceEntry } from '#app/domain/pricing/price-entry.ts';
import type { PriceListKind, PriceListOption, PriceRevision } from '#app/domain/pricing/price-revision.ts';
import type { PriceTerms, PriceableVariant } from '#app/domain/pricing/price-terms.ts';
import { type ModuleRow, type PlanRow, configurableProduct } from './configurable-product';

/** Whose prices: a company's unit, or the public where both are null. */
export type PriceBuyer = { companyId: string; unitId: string } | null;

export type PriceTermsQuestion = {
  buyer: PriceBuyer;
  currency: CurrencyCode;
  at: Date;
  skus: readonly string[];
  /** Somebody of this segment, whoever it be, instead of a company: what a segment list is reviewed for. */
  asSegment?: string;
};

type VariantRow = {
  id: string;
  sku: string;
  product_id: string;
  handle: string;
  category_path: string | null;
  category_ids: Record<string, string> | null;
  min_quantity: string;
  quantity_step: string;
  billed: Billing;
  mix_group: string | null;
  plans: PlanRow[] | null;
  modules: ModuleRow[] | null;
};

type RevisionRow = {
  list: string;
  number: number;
  kind: PriceListKind;
  currency: CurrencyCode;
  effective_at: string;
  ends_at: string | null;
  unit_id: string | null;
  segment: string | null;
  priority: number;
  options: PriceListOption[];
  term_discounts: Record<string, string>;
  approved_by: string | null;
  entries: [
    kind: string,
    target: string,
    option: string,
    code: string,
    min: string,
    price: string | null,
    off: string | null,
  ][];
  unit_path: string[] | null;
  segments: string[] | null;
};

/** Targets everything, and is nobody's unit. */
export const nobody = '00000000-0000-0000-0000-000000000000';

/** Everything the price engine asks for, in two statements for any number of SKUs: what is asked about (variants with
 *  their categories, plans and modules), then whose lists concern the buyer at the moment, with the entries that can
 *  bear on those SKUs. Unit tree and segments are those of the moment. SKUs that are unknown are simply not there. */
export async function loadPriceTerms(db: DbOrTx, p: PriceTermsQuestion): Promise<PriceTerms> {
  const rows = await pricedVariants(db, p.skus);
  return { ...catalogTerms(rows), ...(await buyerTerms(db, p, targetsOf(rows))), currency: p.currency };
}

/** The same beside one more revision that may not be approved yet: what a reviewer compares. Null when it is gone. */
export async function loadReviewTerms(
  db: DbOrTx,
  p: PriceTermsQuestion & { revisionId: string },
): Promise<{ today: PriceTerms; proposed: PriceRevision } | null> {
  const rows = await pricedVariants(db, p.skus);
  const names = targetsOf(rows);
  const today = { ...catalogTerms(rows), ...(await buyerTerms(db, p, names)), currency: p.currency };
  const [row] = await db.execute<RevisionRow>(sql`
    select l.code as list, r.number, r.kind, r.currency, r.starts_at as effective_at, r.ends_at, r.unit_id, r.segment,
      r.priority, r.options, r.term_discounts, null as approved_by, ${entriesOf(names)} as entries
    from price_list_revisions r join price_lists l on l.id = r.list_id
    where r.id = ${p.revisionId}`);
  return row ? { today, proposed: priceRevision(row, names) } : null;
}

/** The entries of revision `r` that can bear on these targets. */
const entriesOf = (names: ReadonlyMap<string, string>) => sql`
  coalesce((select jsonb_agg(jsonb_build_array(e.target_kind, e.target_id, e.option_kind, e.option_code,
      e.min_quantity::text, e.unit_price::text, e.percent_off::text))
    from price_entries e
    where e.revision_id = r.id and e.target_id = any(${sql.param([...names.keys()])}::uuid[])), '[]'::jsonb)`;

async function pricedVariants(db: DbOrTx, skus: readonly string[]): Promise<VariantRow[]> {
  if (skus.length === 0) return [];
  return db.execute<VariantRow>(sql`
    select v.id, v.sku, v.product_id, p.handle, c.path as category_path, v.min_quantity, v.quantity_step, v.billed,
      v.mix_group,
      (select jsonb_object_agg(a.path, a.id) from categories a
        where c.path = a.path or starts_with(c.path, a.path || '/')) as category_ids,
      (select jsonb_agg(to_jsonb(s) order by s.position) from plans s where s.product_id = p.id) as plans,
      (select jsonb_agg(to_jsonb(m) || jsonb_build_object('percent', m.percent::text) order by m.position) from modules m where m.product_id = p.id) as modules
    from variants v
    join products p on p.id = v.product_id
    left join categories c on c.id = p.category_id
    where v.sku = any(${sql.param([...new Set(skus)])}::text[])`);
}

/** Whose lists concern the buyer at the moment, in one statement, with those of their entries that target one of the
 *  ids in `names`. With no names it tells the chain alone. */
export const loadRevisions = (
  db: DbOrTx,
  p: Omit<PriceTermsQuestion, 'skus'>,
  names: ReadonlyMap<string, string> = new Map(),
): Promise<Pick<PriceTerms, 'buyer' | 'revisions'>> => buyerTerms(db, { ...p, skus: [] }, names);

/** Ids that entries may target, with the names the engine knows them by. */
function targetsOf(rows: readonly VariantRow[]): Map<string, string> {
  const names = new Map([[nobody, '']]);
  for (const row of rows) {
    names.set(row.id, row.sku);
    names.set(row.product_id, row.handle);
    for (const [path, id] of Object.entries(row.category_ids ?? {})) names.set(id, path);
  }
  return names;
}

function catalogTerms(rows: readonly VariantRow[]): Pick<PriceTerms, 'variants' | 'products'> {
  const variants = new Map<string, PriceableVariant>();
  const products = new Map<string, ConfigurableProduct>();
  for (const row of rows) {
    variants.set(row.sku, {
      sku: row.sku,
      product: row.handle,
      minimumQuantity: toExact(row.min_quantity),
      quantityStep: toExact(row.quantity_step),
      billed: row.billed,
      mixGroup: row.mix_group,
      categories: categoriesFromNearest(row.category_path),
    });
    if (row.plans || row.modules) {
      products.set(row.handle, configurableProduct(row.handle, row.plans ?? [], row.modules ?? []));
    }
  }
  return { variants, products };
}

async function buyerTerms(
  db: DbOrTx,
  { buyer, currency, at, asSegment }: PriceTermsQuestion,
  names: ReadonlyMap<string, string>,
): Promise<Pick<PriceTerms, 'buyer' | 'revisions'>> {
  const moment = at.toISOString();
  const rows = await db.execute<RevisionRow>(sql`
    with recursive path as (
      select ${buyer?.unitId ?? nobody}::uuid as unit_id, 0 as distance
      union all
      select up.parent_id, path.distance + 1
      from path join unit_parents up on up.unit_id = path.unit_id
      where up.parent_id is not null and up.from_at <= ${moment} and (up.until_at is null or up.until_at > ${moment})
        and path.distance < 100
    ),
    segments as (
      select segment from segment_memberships
      where company_id = ${buyer?.companyId ?? nobody} and from_at <= ${moment}
        and (until_at is null or until_at > ${moment})
      ${asSegment === undefined ? sql`` : sql`union select ${asSegment}::text`}
    ),
    concerned as (
      select list_id from price_list_revisions
        where status = 'approved' and currency = ${currency} and kind = 'standard'
      union
      select r.list_id from path join price_list_revisions r on r.unit_id = path.unit_id
        where r.status = 'approved' and r.currency = ${currency}
      union
      select r.list_id from segments s join price_list_revisions r on r.segment = s.segment
        where r.status = 'approved' and r.currency = ${currency}
    ),
    in_force as (
      select distinct on (r.list_id) r.*
      from concerned join price_list_revisions r on r.list_id = concerned.list_id
      where r.status = 'approved' and r.effective_at <= ${moment} and (r.ends_at is null or r.ends_at > ${moment})
      order by r.list_id, r.effective_at desc, r.number desc
    )
    select l.code as list, r.number, r.kind, r.currency, r.effective_at, r.ends_at, r.unit_id, r.segment, r.priority,
      r.options, r.term_discounts, coalesce(nullif(who.name, ''), who.email, r.approved_via) as approved_by,
      ${entriesOf(names)} as entries,
      (select array_agg(unit_id::text order by distance) from path) as unit_path,
      (select array_agg(segment) from segments) as segments
    from in_force r
    join price_lists l on l.id = r.list_id
    left join persons who on who.id = r.approved_by`);
  return {
    buyer: buyer
      ? { unitPath: rows[0]?.unit_path ?? [buyer.unitId], segments: rows[0]?.segments ?? [] }
      : { unitPath: [], segments: asSegment === undefined ? [] : [asSegment] },
    revisions: rows.map((row) => priceRevision(row, names)),
  };
}

const priceRevision = (row: RevisionRow, names: ReadonlyMap<string, string>): PriceRevision => ({
  list: row.list,
  number: row.number,
  kind: row.kind,
  currency: row.currency,
  effectiveAt: new Date(row.effective_at),
  endsAt: row.ends_at ? new Date(row.ends_at) : null,
  unit: row.unit_id,
  segment: row.segment,
  priority: row.priority,
  options: row.options,
  termDiscounts: Object.fromEntries(Object.entries(row.term_discounts).map(([months, off]) => [months, toExact(off)])),
  approvedBy: row.approved_by,
  entries: row.entries.map((entry) => priceEntry(entry, names)),
});

function priceEntry(
  [kind, target, option, code, min, price, off]: RevisionRow['entries'][number],
  names: ReadonlyMap<string, string>,
): PriceEntry {
  const name = names.get(target) ?? '';
  return {
    target: entryTarget(kind, name, option, code),
    minQuantity: toExact(min),
    price:
      price === null
        ? { kind: 'percent', percentOff: toExact(off ?? '0') }
        : { kind: 'fixed', unitPrice: toExact(price) },
  };
}

function entryTarget(kind: string, name: string, option: string, code: string): PriceEntry['target'] {
  if (option === 'plan' || option === 'module') return { kind: option, product: name, code };
  if (kind === 'variant') return { kind, sku: name };
  if (kind === 'product') return { kind, product: name };
  if (kind === 'category') return { kind, category: name };
  return { kind: 'everything' };
}
