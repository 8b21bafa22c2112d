import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { apiClient, depsAt } from '#tests/support/api.ts';
import { testDatabase } from '#tests/support/database.ts';
import { someRevisions, moment } from '#tests/support/random-price-worlds.ts';
import { plainChoice } from '#app/domain/catalog/choice-problems.ts';
import { type Exact, isLess, toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { priceLine } from '#app/domain/pricing/price-document.ts';
import type { EntryTarget } from '#app/domain/pricing/price-entry.ts';
import type { PriceRevision } from '#app/domain/pricing/price-revision.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { ownPrices } from '#app/use-cases/pricing/own-prices.server.ts';
import { sweepOwnPrices } from '#db/queries/own-prices.server.ts';
import { loadPriceTerms, nobody } from '#db/queries/price-terms.server.ts';
import { priceEntries, priceListRevisions, priceLists } from '#db/schema/pricing.ts';

const founded = '2026-01-01T00:00:00.000Z';
const skus = { a: ['A1', 'A2'], b: ['B1'] };

describe('own prices', async () => {
  const { db } = await testDatabase();
  const deps = depsAt(db, founded);
  const api = await apiClient(deps);
  const ids = new Map<string, string>();
  let companyId = '';

  beforeAll(async () => {
    await api('PUT', '/products/a', { title: 'A', category: 'c/d', variants: skus.a.map((sku) => ({ sku })) });
    const half = { min_quantity: '0.5', quantity_step: '0.5' };
    await api('PUT', '/products/b', { title: 'B', category: 'c', variants: [{ sku: 'B1', ...half }] });
    const units = [
      { slug: 'hq', parent: null },
      { slug: 'region', parent: 'hq' },
      { slug: 'site', parent: 'region' },
      { slug: 'elsewhere', parent: 'hq' },
    ];
    const company = { name: 'Hotels', currency: 'EUR', segments: ['cafes', 'hotels'], units };
    expect((await api('PUT', '/companies/hotels', company)).status).toBeLessThan(300);
    const rows = await db.execute<{ name: string; id: string }>(sql`
      select sku as name, id from variants union all select handle, id from products
      union all select path, id from categories union all select slug, id from units`);
    for (const { name, id } of rows) ids.set(name, id);
    const [found] = await db.execute<{ id: string }>(sql`select id from companies`);
    companyId = found?.id ?? '';
  });

  const idOf = (name: string) => ids.get(name) ?? '';
  const targetId = (target: EntryTarget): string => {
    if (target.kind === 'variant') return idOf(target.sku);
    if (target.kind === 'product') return idOf(target.product);
    return target.kind === 'category' ? idOf(target.category) : nobody;
  };

  /** The world's lists, as rows; those of the last world go. */
  async function settle(revisions: readonly PriceRevision[]) {
    await db.execute(
      sql`truncate price_lists, price_list_revisions, price_entries, own_price_chains, own_prices cascade`,
    );
    for (const code of new Set(revisions.map(({ list }) => list))) {
      const ofList = revisions.filter(({ list }) => list === code);
      const [first] = ofList;
      if (!first) continue;
      const listId = newId();
      const at = new Date(founded);
      await db
        .insert(priceLists)
        .values({ id: listId, code, name: code, kind: first.kind, currency: 'EUR', createdAt: at });
      for (const revision of ofList) {
        const id = newId();
        const { number, kind, currency, effectiveAt, endsAt, segment, priority, options, unit } = revision;
        await db.insert(priceListRevisions).values({
          ...{ id, listId, number, kind, currency, effectiveAt, endsAt, priority },
          ...{ status: 'approved', startsAt: effectiveAt, createdAt: at, approvedAt: at, options: [...options] },
          companyId: unit ? companyId : null,
          unitId: unit ? idOf(unit) : null,
          segment,
        });
        if (revision.entries.length > 0)
          await db.insert(priceEntries).values(
            revision.entries.map(({ target, minQuantity, price }) => ({
              id: newId(),
              revisionId: id,
              targetKind: target.kind as 'variant',
              targetId: targetId(target),
              minQuantity: toDecimalString(minQuantity, 6),
              unitPrice: price.kind === 'fixed' ? toDecimalString(price.unitPrice, 6) : null,
              percentOff: price.kind === 'percent' ? toDecimalString(price.percentOff, 4) : null,
            })),
          );
      }
    }
  }

  /** By product what the projection says: the own row, else the standard one. */
  async function projected(buyer: { companyId: string; unitId: string } | null, at: Date) {
    const { own, standard } = await ownPrices(deps, { buyer, currency: 'EUR', at });
    const rows = await db.execute<{ handle: string; least: string | null; most: string | null }>(sql`
      select p.handle, coalesce(o.least, s.least) as least, coalesce(o.most, s.most) as most from products p
      left join own_prices o on o.chain_id = ${own}::uuid and o.product_id = p.id
      left join own_prices s on s.chain_id = ${standard}::uuid and s.product_id = p.id`);
    return new Map(rows.map(({ handle, least, most }) => [handle, least && most ? [plain(least), plain(most)] : null]));
  }
  const plain = (stored: string) => toDecimalString(toExact(stored), 6);

  /** The same from whole priced lines, each by itself. */
  async function engine(buyer: { companyId: string; unitId: string } | null, at: Date) {
    const terms = await loadPriceTerms(db, { buyer, currency: 'EUR', at, skus: [...skus.a, ...skus.b] });
    return new Map(
      Object.entries(skus).map(([handle, own]) => {
        const prices = own.flatMap((sku): Exact[] => {
          const quantity = terms.variants.get(sku)?.minimumQuantity ?? toExact('1');
          const line = priceLine({ line: 1, sku, quantity, choice: plainChoice, term: null }, terms, at);
          const price = line.ok ? (line.unitPrice ?? line.averagePrice) : null;
          return price ? [price] : [];
        });
        const sorted = [...prices].sort((a, b) => (isLess(a, b) ? -1 : isLess(b, a) ? 1 : 0));
        const [least, most] = [sorted[0], sorted.at(-1)];
        return [handle, least && most ? [toDecimalString(least, 6), toDecimalString(most, 6)] : null];
      }),
    );
  }

  const numRuns = process.env.LONG ? 600 : 40;

  test(
    'are what the engine says, for a company and for the public, in random worlds',
    { timeout: 600_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(someRevisions, moment, async (revisions, at) => {
          await settle(revisions);
          const site = { companyId, unitId: idOf('site') };
          for (const buyer of [site, null]) expect(await projected(buyer, at)).toEqual(await engine(buyer, at));
        }),
        { numRuns },
      );
    },
  );

  test('follow a product into another category, and a variant that goes, without a new revision', async () => {
    const at = new Date('2027-02-01T00:00:00Z');
    const revision: PriceRevision = {
      ...{ list: 'STANDARD-EUR', number: 1, kind: 'standard', currency: 'EUR', effectiveAt: new Date('2027-01-01') },
      ...{ endsAt: null, unit: null, segment: null, priority: 1, options: [], termDiscounts: {}, approvedBy: null },
      entries: [
        {
          target: { kind: 'category', category: 'c' },
          minQuantity: toExact('0.5'),
          price: { kind: 'fixed', unitPrice: toExact('3') },
        },
        {
          target: { kind: 'category', category: 'c/d' },
          minQuantity: toExact('1'),
          price: { kind: 'fixed', unitPrice: toExact('2') },
        },
        {
          target: { kind: 'variant', sku: 'A2' },
          minQuantity: toExact('1'),
          price: { kind: 'fixed', unitPrice: toExact('9') },
        },
      ],
    };
    await settle([revision]);
    expect((await projected(null, at)).get('a')).toEqual(['2', '9']);
    await api('PUT', '/products/a', { category: 'c' });
    expect((await projected(null, at)).get('a')).toEqual(['3', '9']);
    await api('PUT', '/products/a', { variants: [{ sku: 'A2', status: 'discontinued' }] });
    expect((await projected(null, at)).get('a')).toEqual(['3', '3']);
    await api('PUT', '/products/a', { category: 'c/d', variants: [{ sku: 'A2', status: 'active' }] });
    expect(await projected(null, at)).toEqual(await engine(null, at));
  });

  test('are dropped when nobody looked at them for long, and made again', async () => {
    const at = new Date('2027-02-01T00:00:00Z');
    const before = await projected(null, at);
    expect(await sweepOwnPrices(db, { unusedSince: new Date('2030-01-01') })).toBeGreaterThan(0);
    expect(await projected(null, at)).toEqual(before);
  });
});
