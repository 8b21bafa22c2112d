import { sql } from 'drizzle-orm';
import type { AttributeValue } from '#db/schema/catalog.ts';
import type { Billing } from '#app/domain/catalog/variant.ts';
import type { StockPolicy } from '#app/domain/catalog/states.ts';
import type { DbOrTx } from '#db/client.server.ts';

type Words = Record<string, string>;

export type PageVariant = {
  id: string;
  sku: string;
  options: Record<string, string>;
  status: 'active' | 'discontinued';
  replaced_by_sku: string | null;
  replaced_by_handle: string | null;
  unit: string;
  pack_size: string;
  min_quantity: string;
  quantity_step: string;
  lead_time_days: number;
  stock_policy: StockPolicy;
  tax_class: string;
  billed: Billing;
  weight_grams: number;
  content: { quantity: string; unit: string } | null;
  compare_at: Record<string, string>;
  barcode: string | null;
  attributes: Record<string, AttributeValue>;
  asks_for_quote: boolean;
  /** On the shelf and promised to nobody. */
  available: string;
};

export type PagePlan = {
  code: string;
  title: Words;
  description: Words;
  billed: Billing;
  includes: string[];
  is_most_chosen: boolean;
};
export type PageModule = { code: string; title: Words; description: Words; billed: Billing; quantity: unknown };
export type PagePicture = {
  source: string;
  alt: Words;
  width: number | null;
  height: number | null;
  variant_id: string | null;
};
export type LinkKind = 'related' | 'bought_together' | 'in_bundle';

export type ProductPage = {
  id: string;
  handle: string;
  title: Words;
  description: Words;
  seoTitle: Words;
  seoDescription: Words;
  vendor: string;
  options: string[];
  attributes: Record<string, AttributeValue>;
  categoryId: string | null;
  variants: PageVariant[];
  plans: PagePlan[];
  modules: PageModule[];
  pictures: PagePicture[];
  links: { id: string; kind: LinkKind }[];
  /** How many published reviews gave 1, 2, 3, 4, 5 stars. */
  stars: number[];
};

type Row = {
  id: string;
  handle: string;
  title: Words;
  description: Words;
  seo_title: Words;
  seo_description: Words;
  vendor: string;
  options: string[];
  attributes: Record<string, AttributeValue>;
  category_id: string | null;
  variants: PageVariant[] | null;
  plans: PagePlan[] | null;
  modules: PageModule[] | null;
  pictures: PagePicture[] | null;
  links: { id: string; kind: LinkKind }[] | null;
  stars: number[];
};

/** Everything a product page tells but prices, in one statement. Discontinued variants are among them, so that they can
 *  point to their successor. Null when there is no such product on offer. */
export async function findProductPage(
  db: DbOrTx,
  p: { handle: string; withDrafts?: boolean },
): Promise<ProductPage | null> {
  const [row] = await db.execute<Row>(sql`
    select p.id, p.handle, p.title, p.description, p.seo_title, p.seo_description, p.vendor, p.options, p.attributes,
      p.category_id,
      (select jsonb_agg(jsonb_build_object(
          'id', v.id, 'sku', v.sku, 'options', v.options, 'status', v.status, 'replaced_by_sku', v.replaced_by_sku,
          'replaced_by_handle', (select h.handle from variants r join products h on h.id = r.product_id
            where r.sku = v.replaced_by_sku and h.status = 'active'),
          'unit', v.unit, 'pack_size', v.pack_size::text, 'min_quantity', v.min_quantity::text,
          'quantity_step', v.quantity_step::text, 'lead_time_days', v.lead_time_days, 'stock_policy', v.stock_policy,
          'tax_class', v.tax_class, 'billed', v.billed, 'weight_grams', v.weight_grams, 'content', v.content,
          'compare_at', v.compare_at, 'barcode', v.barcode, 'attributes', v.attributes,
          'asks_for_quote', v.asks_for_quote, 'available', coalesce(s.on_hand - s.reserved, 0)::text
        ) order by v.position, v.id)
        from variants v left join stock_levels s on s.variant_id = v.id where v.product_id = p.id) as variants,
      (select jsonb_agg(to_jsonb(x) - 'price' order by x.position) from plans x where x.product_id = p.id) as plans,
      (select jsonb_agg(to_jsonb(m) - 'price' - 'breaks' order by m.position)
        from modules m where m.product_id = p.id) as modules,
      (select jsonb_agg(jsonb_build_object('source', m.source, 'alt', m.alt, 'width', m.width, 'height', m.height,
          'variant_id', m.variant_id) order by m.position) from media m where m.product_id = p.id) as pictures,
      (select jsonb_agg(jsonb_build_object('id', l.other_id, 'kind', l.kind) order by l.kind, l.position)
        from product_links l where l.product_id = p.id) as links,
      (select array[count(*) filter (where stars = 1), count(*) filter (where stars = 2),
          count(*) filter (where stars = 3), count(*) filter (where stars = 4), count(*) filter (where stars = 5)]::int[]
        from reviews r where r.product_id = p.id and r.status = 'published') as stars
    from products p where p.handle = ${p.handle} and (p.status = 'active' or ${p.withDrafts ?? false})`);
  if (!row) return null;
  return {
    ...row,
    seoTitle: row.seo_title,
    seoDescription: row.seo_description,
    categoryId: row.category_id,
    variants: row.variants ?? [],
    plans: row.plans ?? [],
    modules: row.modules ?? [],
    pictures: row.pictures ?? [],
    links: row.links ?? [],
  };
}

/** The SKU of the variant of the same product that has these options; the SKU itself where none are named, or where no
 *  variant has them all. */
export async function skuWithOptions(
  db: DbOrTx,
  p: { sku: string; options: Record<string, string> | undefined },
): Promise<string> {
  if (!p.options || Object.keys(p.options).length === 0) return p.sku;
  const [row] = await db.execute<{ sku: string }>(sql`
    select other.sku from variants named join variants other on other.product_id = named.product_id
    where named.sku = ${p.sku} and other.status = 'active' and other.options @> ${JSON.stringify(p.options)}::jsonb
    order by other.position limit 1`);
  return row?.sku ?? p.sku;
}
