import { sql } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';

export type WorldSize = { variants: number; companies: number; lists: number; entries: number };
/** What the shop is measured on. */
export const largeWorld: WorldSize = { variants: 100_000, companies: 2_000, lists: 3_000, entries: 1_000_000 };

/** A large shop made in the database itself, the same every time: products of five variants in 200 categories, companies
 *  of three units, a public price for every variant, two thirds contract lists and one third segment lists. */
export async function makeWorld(db: Db, size: WorldSize): Promise<void> {
  const perList = Math.max(1, Math.floor((size.entries - size.variants) / size.lists));
  const contracts = Math.floor((size.lists * 2) / 3);
  const id = (kind: string, of: string) => sql.raw(`md5('${kind}' || ${of})::uuid`);
  await db.transaction(async (tx) => {
    await tx.execute(sql`insert into categories (id, path, name)
      select ${id('category', 'i')}, 'c' || i, jsonb_build_object('en', 'Category ' || i) from generate_series(0, 199) i`);
    await tx.execute(sql`insert into products (id, handle, status, category_id, title, created_at, updated_at)
      select ${id('product', 'i')}, 'p-' || i, 'active', ${id('category', '(i % 200)')},
        jsonb_build_object('en', 'Product ' || i), '2026-01-01', '2026-01-01' from generate_series(0, ${size.variants / 5 - 1}) i`);
    await tx.execute(sql`insert into variants (id, product_id, sku, sku_key, status, cost)
      select ${id('variant', 'i')}, ${id('product', '(i / 5)')}, 'SKU-' || i, 'SKU' || i, 'active', '{"EUR": "5.00"}'
      from generate_series(0, ${size.variants - 1}) i`);
    await tx.execute(sql`insert into companies (id, slug, name, status, currency, time_zone, created_at)
      select ${id('company', 'i')}, 'company-' || i, 'Company ' || i, 'active', 'EUR', 'Europe/Berlin', '2026-01-01'
      from generate_series(0, ${size.companies - 1}) i`);
    await tx.execute(sql`insert into units (id, company_id, slug, name, parent_id, created_at)
      select ${id('unit', "i || '-' || d")}, ${id('company', 'i')}, 'u' || d, 'Unit ' || d,
        case when d > 0 then ${id('unit', "i || '-' || (d - 1)")} end, '2026-01-01'
      from generate_series(0, ${size.companies - 1}) i, generate_series(0, 2) d order by d`);
    await tx.execute(
      sql`insert into unit_parents (unit_id, parent_id, from_at) select id, parent_id, created_at from units`,
    );
    await tx.execute(sql`insert into segment_memberships (company_id, segment, from_at)
      select ${id('company', 'i')}, 's' || (i + n * 7) % 100, '2026-01-01'
      from generate_series(0, ${size.companies - 1}) i, generate_series(0, 1) n on conflict do nothing`);
    await tx.execute(sql`insert into price_lists (id, code, name, kind, currency, company_id, unit_id, segment, created_at)
      select ${id('list', 'i')}, case when i < 0 then 'STANDARD-EUR' else 'L-' || i end, 'List ' || i,
        case when i < 0 then 'standard' when i < ${contracts}::int then 'contract' else 'segment' end, 'EUR',
        case when i between 0 and ${contracts - 1}::int then ${id('company', `(i % ${size.companies})`)} end,
        case when i between 0 and ${contracts - 1}::int then ${id('unit', `(i % ${size.companies}) || '-0'`)} end,
        case when i >= ${contracts}::int then 's' || i % 100 end, '2026-01-01'
      from generate_series(-1, ${size.lists - 1}) i`);
    await tx.execute(sql`insert into price_list_revisions (id, list_id, number, status, starts_at, effective_at, kind,
        currency, company_id, unit_id, segment, created_at)
      select md5('revision' || id)::uuid, id, 1, 'approved', created_at, created_at, kind, currency, company_id, unit_id,
        segment, created_at from price_lists`);
    await tx.execute(sql`insert into price_entries (id, revision_id, target_kind, target_id, min_quantity, unit_price)
      select md5('public' || i)::uuid, md5('revision' || ${id('list', "'-1'")})::uuid, 'variant', ${id('variant', 'i')}, 1,
        10 + i % 90 from generate_series(0, ${size.variants - 1}) i`);
    await tx.execute(sql`insert into price_entries (id, revision_id, target_kind, target_id, min_quantity, unit_price)
      select md5('entry' || l || '-' || e)::uuid, md5('revision' || ${id('list', 'l')})::uuid, 'variant',
        ${id('variant', `((l * 37 + (e / 3) * 101) % ${size.variants})`)}, (array[1, 10, 50])[e % 3 + 1],
        (10 + (l + e) % 90) * (array[0.95, 0.9, 0.85])[e % 3 + 1]
      from generate_series(0, ${size.lists - 1}) l, generate_series(0, ${perList - 1}) e on conflict do nothing`);
  });
  for (const table of [
    'variants',
    'products',
    'categories',
    'units',
    'unit_parents',
    'segment_memberships',
    'price_lists',
    'price_list_revisions',
    'price_entries',
  ])
    await db.execute(sql.raw(`analyze ${table}`));
}
