import type { Deps } from '#app/deps.server.ts';
import { createRevision } from '#app/use-cases/pricing/create-revision.server.ts';
import { upsertPriceList } from '#app/use-cases/pricing/upsert-price-list.server.ts';
import { type RevisionBody, revisionBody } from '#app/http/api/schemas/price-lists.ts';
import { products as demoProducts } from './demo/catalog/catalog';
import { demoCurrencies } from './demo/catalog/shape';
import { priceLists } from './demo/price-lists';
import { storedPrice } from './shown-price';

const day = 24 * 60 * 60 * 1000;
/** The seed's lists come as if from the roastery's own books. */
const systemOfRecord = 'system_of_record seed';

async function addRevision(deps: Deps, listCode: string, body: RevisionBody): Promise<void> {
  const done = await createRevision(deps, { listCode, body, by: null, systemOfRecord });
  if (!done.ok) throw new Error(`${listCode}: ${done.code} ${JSON.stringify(done.detail)}`);
}

/** One standard list per currency, with the prices the market is shown. */
export async function seedStandardPrices(deps: Deps): Promise<void> {
  const on = deps.now().toISOString().slice(0, 10);
  for (const currency of demoCurrencies) {
    const code = `STANDARD-${currency}`;
    const made = await upsertPriceList(deps, {
      code,
      body: { name: `Standard ${currency}`, kind: 'standard', currency },
    });
    if (!made.ok) throw new Error(`${code}: ${made.code}`);
    const entries = demoProducts.flatMap((product) =>
      product.variants.flatMap(({ sku, shown, tax_class }) =>
        shown ? [{ sku, min_quantity: '1', unit_price: storedPrice(shown[currency], currency, tax_class, on) }] : [],
      ),
    );
    await addRevision(deps, code, revisionBody.parse({ starts_at: deps.now().toISOString(), submit: true, entries }));
  }
}

/** Segment and contract lists. Each revision is sent on the day it starts, so that no start lies in the past. */
export async function seedBuyerPrices(deps: Deps): Promise<void> {
  const today = deps.now().getTime();
  for (const { code, revisions, ...list } of priceLists) {
    const { name, kind, currency, company, unit, segment, priority, options, term_discounts } = list;
    const body = { name, kind, currency, company, unit, segment, priority, options: [...options], term_discounts };
    const made = await upsertPriceList(deps, { code, body });
    if (!made.ok) throw new Error(`${code}: ${made.code}`);
    for (const revision of revisions) {
      const startsAt = new Date(today + revision.starts_in_days * day);
      const sentOn: Deps = { ...deps, now: () => new Date(Math.min(startsAt.getTime(), today)) };
      const endsAt = revision.ends_in_days === null ? null : new Date(today + revision.ends_in_days * day);
      await addRevision(
        sentOn,
        code,
        revisionBody.parse({
          starts_at: startsAt.toISOString(),
          ends_at: endsAt?.toISOString() ?? null,
          entries: revision.entries,
          submit: true,
        }),
      );
    }
  }
}
