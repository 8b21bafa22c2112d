import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { companies as demoCompanies } from '#db/seed/demo/companies.ts';
import { seed } from '#db/seed/seed.server.ts';
import { goneQuiet } from '#app/domain/companies/gone-quiet.ts';
import { orderNumberPattern } from '#app/domain/orders/order-number.ts';
import { loader as homePage } from '#app/routes/shop/home.tsx';
import { listBought } from '#db/queries/buying-rhythm.server.ts';
import { findOrderingCompany } from '#db/queries/ordering-companies.server.ts';
import { listOrderedLines } from '#db/queries/ordered-lines.server.ts';
import { countTasks, sumSales } from '#db/queries/today.server.ts';
import { salesDays } from '#app/domain/orders/sales-day.ts';
import { orders } from '#db/schema/orders.ts';
import { depsAt } from '#tests/support/api.ts';
import { browserOf } from '#tests/support/browser.ts';
import { testDatabase } from '#tests/support/database.ts';

const { db } = await testDatabase({ connections: 4 });
const now = new Date('2027-03-01T09:00:00Z');
const deps = depsAt(db, now);
await seed(deps, () => {});

/** How many rows of a query there are: those that break a promise. */
const broken = async (query: ReturnType<typeof sql>) => (await db.execute(query)).length;

test('the first start leaves a year of orders', async () => {
  const [row] = await db.execute<{ orders: number; first: string; last: string; buyers: number; months: number }>(sql`
    select count(*)::int as orders, min(placed_at) as first, max(placed_at) as last,
      count(distinct email)::int as buyers, count(distinct date_trunc('month', placed_at))::int as months
    from orders where quote_id is null and purchase_order_id is null`);
  expect(row?.orders).toBeGreaterThan(600);
  expect(row?.buyers).toBeGreaterThan(80);
  expect(row?.months).toBeGreaterThanOrEqual(12);
  expect(new Date(row?.first ?? '') >= new Date(now.getTime() - 366 * 86_400_000)).toBe(true);
  expect(new Date(row?.last ?? '') < now).toBe(true);
});

test('each adds up: lines to its total, tax and freight to what was paid', async () => {
  expect(
    await broken(sql`
      select o.number from orders o join (select order_id, sum(line_total_minor - discount_minor) as net,
          sum(tax_minor) as tax, count(*) as lines, max(line) as last from order_lines group by order_id) l
        on l.order_id = o.id
      where o.total_minor <> l.net or o.tax_minor <> l.tax + o.freight_tax_minor
        or o.payable_minor <> o.total_minor + o.freight_minor + o.tax_minor or l.lines <> l.last`),
  ).toBe(0);
  expect(
    await broken(sql`select o.id from orders o where not exists (select from order_lines l where l.order_id = o.id)`),
  ).toBe(0);
  expect(
    await broken(sql`select id from orders where paid_minor <> payable_minor and terms = 'now' and status <> 'placed'`),
  ).toBe(0);
  expect(await broken(sql`select id from order_lines where variant_id is null or line_total_minor <= 0`)).toBe(0);
  const numbers = (await db.select({ number: orders.number }).from(orders)).map(({ number }) => number);
  expect(numbers.filter((number) => !orderNumberPattern.test(number))).toEqual([]);
});

test('each has its history and its parcel, and nothing of it lies in the future or touched the shelf', async () => {
  expect(
    await broken(sql`
      select o.id from orders o where o.quote_id is null and o.purchase_order_id is null and (
        (select array_agg(h.type order by h.at, h.id) from order_history h where h.order_id = o.id)
          is distinct from case o.status when 'fulfilled' then array['payment_started', 'paid', 'fulfilled']
            else array['payment_started', 'paid'] end
        or (o.status = 'fulfilled') <> (select count(*) = 1 from fulfilments f where f.order_id = o.id))`),
  ).toBe(0);
  expect(
    await broken(sql`select l.id from order_lines l join orders o on o.id = l.order_id where o.quote_id is null
      and o.purchase_order_id is null
      and l.fulfilled_quantity <> case o.status when 'fulfilled' then l.quantity else 0 end`),
  ).toBe(0);
  for (const [table, column] of [
    ['orders', 'placed_at'],
    ['order_history', 'at'],
    ['fulfilments', 'at'],
    ['reviews', 'created_at'],
    ['review_decisions', 'at'],
  ] as const)
    expect(await broken(sql.raw(`select 1 from ${table} where ${column} > '${now.toISOString()}'`)), table).toBe(0);
  expect(
    await broken(sql`select m.id from stock_movements m join orders o on o.id = m.order_id
      where o.quote_id is null and o.purchase_order_id is null`),
  ).toBe(0);
  expect(
    await broken(sql`select r.id from orders r join orders o on o.id = r.reorder_of_id
      where o.placed_at >= r.placed_at or o.company_id <> r.company_id`),
  ).toBe(0);
});

test('prices are those of the day: a contract that came later did not count before', async () => {
  const priced = await db.execute<{ list: string; revision: number; first: string }>(sql`
    select l.price_list_code as list, l.price_list_revision as revision, min(o.placed_at) as first
    from order_lines l join orders o on o.id = l.order_id
    where l.price_list_code in ('HARBOUR', 'NORTHGATE', 'CAFES', 'HARBOUR-NORTH-SYRUP')
      and o.quote_id is null and o.purchase_order_id is null group by 1, 2 order by 1, 2`);
  const daysAgo = (first: string) => Math.round((now.getTime() - new Date(first).getTime()) / 86_400_000);
  const found = Object.fromEntries(priced.map((row) => [`${row.list}/${row.revision}`, daysAgo(row.first)]));
  const starts = { 'CAFES/1': 300, 'HARBOUR/1': 330, 'HARBOUR/2': 90, 'NORTHGATE/1': 200 };
  for (const [name, start] of Object.entries(starts)) {
    expect(found[name], name).toBeLessThanOrEqual(start);
    expect(found[name], name).toBeGreaterThan(start - 45);
  }
});

test('Lena’s home page proposes what she usually has ordered again by now', async () => {
  const company = await findOrderingCompany(db, { slug: 'cafe-lindenhof', unitSlug: 'hq' });
  const browser = await browserOf(deps, { email: 'lena@lindenhof.example', unitId: company?.unitId ?? '' });
  const { suggestions } = (await homePage({ ...browser.ask('/'), params: {} })) as {
    suggestions: { sku: string; reason: string }[];
  };
  expect(suggestions.map(({ sku }) => sku)).toEqual(expect.arrayContaining(['ESP-5K', 'FLT-02', 'TAB-60']));
  expect(suggestions.find(({ sku }) => sku === 'ESP-5K')?.reason).toMatch(/every 14 days; last on 16 Feb/);
  const marta = await browserOf(deps, { email: 'marta@home.example' });
  const own = (await homePage({ ...marta.ask('/'), params: {} })) as { suggestions: { sku: string }[] };
  expect(own.suggestions.map(({ sku }) => sku)).toContain('ESP-1K');
});

test('there is something to see: who went quiet, what would change, what sells today, what waits', async () => {
  const rhythm = async (slug: string) => {
    const [row] = await db.execute<{ orders: number; first: string; last: string }>(sql`
      select count(*)::int as orders, min(o.placed_at) as first, max(o.placed_at) as last
      from orders o join companies c on c.id = o.company_id where c.slug = ${slug}`);
    return { orders: row?.orders ?? 0, first: new Date(row?.first ?? ''), last: new Date(row?.last ?? '') };
  };
  const quiet: string[] = [];
  for (const { slug } of demoCompanies) if (goneQuiet(await rhythm(slug), now)) quiet.push(slug);
  expect(quiet).toEqual(['northgate-office-supply']);

  const hq = await findOrderingCompany(db, { slug: 'harbour-hotels', unitSlug: 'hq' });
  const since = new Date(now.getTime() - 365 * 86_400_000);
  const lines = await listOrderedLines(db, {
    ...{ companyId: hq?.id ?? '', unitId: hq?.unitId ?? '', currency: 'EUR', since, limit: 100 },
  });
  expect(lines.length).toBeGreaterThan(8);
  const bought = await listBought(db, {
    scope: { kind: 'company', companyId: hq?.id ?? '', unitIds: null },
    since,
    limit: 50,
  });
  expect(bought[0]?.placedAt.length).toBeGreaterThan(20);

  const sales = await sumSales(db, salesDays(now, 'Europe/Berlin'));
  expect(sales.some(({ channel, orders: many }) => channel === 'storefront' && many > 0)).toBe(true);
  const tasks = await countTasks(db);
  expect(tasks.reviews).toBe(2);
  expect(tasks.unshipped).toBeGreaterThan(1);
  expect(
    await broken(sql`select r.id from reviews r where r.order_id is null or not exists (
      select from order_lines l join variants v on v.id = l.variant_id
      where l.order_id = r.order_id and v.product_id = r.product_id and l.fulfilled_quantity > 0)`),
  ).toBe(0);
});
