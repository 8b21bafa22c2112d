import type { Deps } from '#app/deps.server.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { type Exact, compare } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { chainLinks } from '#app/domain/pricing/chain-link.ts';
import { chainKey, ownUnitPrice } from '#app/domain/pricing/own-unit-price.ts';
import { priceChain } from '#app/domain/pricing/price-chain.ts';
import type { PriceRevision } from '#app/domain/pricing/price-revision.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import {
  type OwnPriceChain,
  type OwnPriceRow,
  addOwnPriceChain,
  addOwnPrices,
  allProductIds,
  dropOwnPriceChains,
  findOwnPriceChains,
  forgetOwnPrices,
  learnChanges,
  mostChanges,
  productsReached,
  takeTurnAtChain,
  touchOwnPriceChains,
  variantsToWalk,
} from '#db/queries/own-prices.server.ts';
import { type PriceBuyer, loadRevisions } from '#db/queries/price-terms.server.ts';

/** Which rows of own_prices tell a buyer's prices: those of `own`, and where it has none those of `standard`.
 *  Null: there are no such lists. */
export type OwnPriceChains = { own: string | null; standard: string | null };

export type WhosePrices = { buyer: PriceBuyer; currency: CurrencyCode; at: Date };

const productsAtOnce = 2_000;
const usedAgainAfterMs = 3_600_000;

/** Shelves are sorted, narrowed and labelled by what each thing costs this buyer. Rows are kept per distinct chain of
 *  revisions, never per company: everyone with the same chain reads the same rows, and a chain with more than the
 *  standard list holds only the products its other lists reach.
 *
 *  How they stay true:
 *  - The rows hold what the engine says (own-unit-price.ts), and tests/db/pricing/own-prices.test.ts holds them
 *    against whole priced lines on random worlds.
 *  - A revision never changes, and which are in force is asked by moment on every page. Another revision in force, for
 *    the standard list too, is another key, and so other rows.
 *  - The catalog does change under them: triggers write such products to catalog_changes in the same transaction, under
 *    its id. A chain remembers the snapshot it was worked out in; what that snapshot does not show is worked out again
 *    before the chain is read. Transactions that overlap in whatever order are thus never missed.
 *  - Prices of plans and modules do not enter: they stand beside the unit price.
 *  - One builder at a time per chain, all in one transaction: nobody reads half a chain.
 *  - sweep-own-prices drops chains not read for two days. All of it can be made again, so a restored backup starts with
 *    none: snapshots mean nothing in another database. */
export async function ownPrices(deps: Deps, p: WhosePrices): Promise<OwnPriceChains> {
  const { buyer, revisions } = await loadRevisions(deps.db, p);
  const chain = priceChain(revisions, buyer, p.currency, p.at);
  const standard = chain.filter(({ kind }) => kind === 'standard');
  const isOwn = standard.length < chain.length;
  const wanted = [...(standard.length > 0 ? [standard] : []), ...(isOwn ? [chain] : [])];
  const keys = wanted.map((one) => chainKey(p.currency, one));
  if (keys.length === 0) return { own: null, standard: null };

  const found = new Map((await findOwnPriceChains(deps.db, { keys })).map((one) => [one.key, one]));
  const ids = new Map<string, string>();
  for (const [index, one] of wanted.entries()) {
    const key = keys[index] ?? '';
    const known = found.get(key);
    const isTrue = known && known.changed.length === 0;
    ids.set(key, isTrue ? known.id : await workOut(deps, { ...p, key, chain: one }));
  }
  const at = deps.now();
  const unused = [...found.values()].filter(({ usedAt }) => at.getTime() - usedAt.getTime() > usedAgainAfterMs);
  if (unused.length > 0) await touchOwnPriceChains(deps.db, { ids: unused.map(({ id }) => id), at });
  return {
    own: isOwn ? (ids.get(chainKey(p.currency, chain)) ?? null) : null,
    standard: standard.length > 0 ? (ids.get(chainKey(p.currency, standard)) ?? null) : null,
  };
}

type ToWorkOut = WhosePrices & { key: string; chain: readonly PriceRevision[] };

/** The id of the chain with every price in it. */
async function workOut({ db, now }: Deps, p: ToWorkOut): Promise<string> {
  return db.transaction(async (tx) => {
    await takeTurnAtChain(tx, p);
    const known = await learnChanges(tx, p);
    const few = known && fewChanges(known);
    if (known && few) {
      if (few.length === 0) return known.id;
      await forgetOwnPrices(tx, { chainId: known.id, productIds: few });
      await walk(tx, p, known.id, await amongReached(tx, p, few));
      return known.id;
    }
    await dropOwnPriceChains(tx, { keys: [p.key] });
    const id = newId();
    await addOwnPriceChain(tx, { id, key: p.key, currency: p.currency, at: now() });
    await walk(tx, p, id, (await reached(tx, p)) ?? (await allProductIds(tx)));
    return id;
  });
}

const fewChanges = ({ changed }: OwnPriceChain): string[] | null => {
  const named = changed.filter((id) => id !== null);
  return named.length < changed.length || changed.length > mostChanges ? null : named;
};

/** Null: all products. The standard list is for all of them. */
function reached(tx: Tx, { chain, currency }: ToWorkOut): Promise<string[] | null> {
  const special = chain.filter(({ kind }) => kind !== 'standard');
  return special.length === 0 ? Promise.resolve(null) : productsReached(tx, { currency, revisions: special });
}

async function amongReached(tx: Tx, p: ToWorkOut, productIds: readonly string[]): Promise<readonly string[]> {
  const all = await reached(tx, p);
  if (!all) return productIds;
  const known = new Set(all);
  return productIds.filter((id) => known.has(id));
}

async function walk(tx: Tx, p: ToWorkOut, chainId: string, productIds: readonly string[]): Promise<void> {
  for (let from = 0; from < productIds.length; from += productsAtOnce) {
    const { variants, names } = await variantsToWalk(tx, { productIds: productIds.slice(from, from + productsAtOnce) });
    const { revisions } = await loadRevisions(tx, p, names);
    const inChain = new Map(revisions.map((one) => [`${one.list}:${one.number}`, one]));
    const links = chainLinks(p.chain.flatMap(({ list, number }) => inChain.get(`${list}:${number}`) ?? []));
    const products = new Map<string, { least: Priced; most: Exact }>();
    for (const { id, productId, taxClass, variant } of variants) {
      const price = ownUnitPrice(links, variant);
      if (!price) continue;
      const before = products.get(productId);
      const least = before && compare(before.least.price, price) <= 0 ? before.least : { price, id, taxClass };
      const most = before && compare(before.most, price) >= 0 ? before.most : price;
      products.set(productId, { least, most });
    }
    await addOwnPrices(tx, { chainId, rows: [...products].map(ownPriceRow) });
  }
}

type Priced = { price: Exact; id: string; taxClass: string };

const ownPriceRow = ([productId, { least, most }]: [string, { least: Priced; most: Exact }]): OwnPriceRow => ({
  productId,
  least: toDecimalString(least.price, 6),
  most: toDecimalString(most, 6),
  variantId: least.id,
  taxClass: least.taxClass,
});
