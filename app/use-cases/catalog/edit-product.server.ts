import type { Deps } from '#app/deps.server.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';

import type { ProductBody } from '#app/http/api/schemas/products.ts';
import type { Tx } from '#db/client.server.ts';
import { lockProduct } from '#db/locks.server.ts';
import {
  addProductChange,
  findProductHead,
  listProductChanges,
  moveProduct,
  setPublishAt,
} from '#db/queries/product-edits.server.ts';
import { type ProductToSave, findProductsToSave, saveProducts } from '#db/queries/save-products.server.ts';
import { readStandardPrices } from '#db/queries/standard-prices.server.ts';
import type { PriceChange } from './import-batch.server';
import { type StagedPrices, publishWithin, stage } from './staged-prices.server';
import { type UpsertProductDetail, type UpsertProductRefusal, upsertWithin, whenTaken } from './upsert-product.server';

export type ProductEdit = {
  actor: StaffActor;
  /** Where it is now; for a new product where it shall be. */
  handle: string;
  /** The version the form was made from; 0 for a new product. */
  base: number;
  /** Another address, or the same. */
  newHandle: string;
  body: ProductBody;
  /** Public prices that changed, before tax. */
  prices: readonly PriceChange[];
  /** When a draft goes on the shelf by itself. */
  publishAt: Date | null;
};

export type EditRefusal = UpsertProductRefusal | 'stale_revision' | 'handle_taken' | 'not_found';

class NotEdited extends Error {
  constructor(
    readonly code: EditRefusal,
    readonly detail?: UpsertProductDetail,
  ) {
    super(code);
  }
}

/** What a person changed in the form of a product, its public prices included, in one act that can be taken back. A form
 *  made from an older version changes nothing. */
export async function editProduct(
  deps: Pick<Deps, 'db' | 'now'>,
  p: ProductEdit,
): Promise<Outcome<{ handle: string; version: number }, EditRefusal, UpsertProductDetail>> {
  try {
    return await deps.db.transaction(async (tx) => {
      const at = deps.now();
      const locked = await lockProduct(tx, { handle: p.handle });
      if (p.base === 0 && locked) return refused('handle_taken');
      if (p.base > 0 && !locked) return refused('not_found');
      if (locked && locked.version !== p.base) return refused('stale_revision');
      if (p.newHandle !== p.handle) {
        if (await findProductHead(tx, { handle: p.newHandle })) return refused('handle_taken');
        if (locked) await moveProduct(tx, { id: locked.id, from: p.handle, to: p.newHandle, at });
      }
      const handle = p.newHandle;
      const [before = null] = locked ? await findProductsToSave(tx, { handles: [handle] }) : [];
      const saved = await upsertWithin(deps, tx, { handle, body: p.body, personId: p.actor.person });
      if (!saved.ok) throw new NotEdited(saved.code, saved.detail);
      await setPublishAt(tx, { id: saved.value.id, at: p.publishAt });
      const pricesBefore = await publishPrices(tx, { prices: p.prices, personId: p.actor.person, at });
      const version = await record(tx, { productId: saved.value.id, handle, before, pricesBefore, by: p.actor, at });
      return ok({ handle, version });
    });
  } catch (fault) {
    if (fault instanceof NotEdited) return refused(fault.code, fault.detail);
    return whenTaken(fault);
  }
}

/** The newest change is taken back: the product and its public prices are what they were before it, as a change of its own. */
export async function undoProductChange(
  deps: Pick<Deps, 'db' | 'now'>,
  p: { actor: StaffActor; handle: string; base: number },
): Promise<Outcome<{ version: number }, 'stale_revision' | 'not_found' | 'nothing_to_undo'>> {
  return deps.db.transaction(async (tx) => {
    const at = deps.now();
    const locked = await lockProduct(tx, { handle: p.handle });
    if (!locked) return refused('not_found');
    if (locked.version !== p.base) return refused('stale_revision');
    const [change] = await listProductChanges(tx, { productId: locked.id, limit: 1 });
    if (!change?.before || change.version !== locked.version) return refused('nothing_to_undo');
    const [before = null] = await findProductsToSave(tx, { handles: [p.handle] });
    const earlier = change.before as ProductToSave;
    // The address is not part of it: links to the new one are out.
    const kept = new Set(earlier.variants.map(({ sku }) => sku));
    const added = (before?.variants ?? []).filter(({ sku }) => !kept.has(sku));
    // What was added may have been ordered: it is no longer offered, and not gone.
    const withdrawn = added.map((variant) => ({ ...variant, status: 'discontinued' as const }));
    const again = {
      ...earlier,
      product: { ...earlier.product, handle: p.handle },
      variants: [...earlier.variants, ...withdrawn],
    };
    await saveProducts(tx, { products: [again], at });
    const prices = change.pricesBefore.filter(({ unitPrice }) => unitPrice !== null) as PriceChange[];
    const pricesBefore = await publishPrices(tx, { prices, personId: p.actor.person, at });
    const version = await record(tx, {
      productId: locked.id,
      handle: p.handle,
      before,
      pricesBefore,
      by: p.actor,
      at,
    });
    return ok({ version });
  });
}

/** The new public prices count from now on; answers what they were. */
async function publishPrices(tx: Tx, p: { prices: readonly PriceChange[]; personId: string; at: Date }) {
  if (p.prices.length === 0) return [];
  const known = await readStandardPrices(tx, { skus: [...new Set(p.prices.map(({ sku }) => sku))], at: p.at });
  const staged: StagedPrices = new Map();
  await stage(tx, { staged, changes: p.prices, personId: p.personId, at: p.at });
  await publishWithin(tx, { staged, at: p.at, via: 'page' });
  return p.prices.map(({ sku, currency }) => ({
    sku,
    currency,
    unitPrice: known.find((each) => each.sku === sku && each.currency === currency)?.unitPrice ?? null,
  }));
}

async function record(
  tx: Tx,
  p: {
    productId: string;
    handle: string;
    before: ProductToSave | null;
    pricesBefore: { sku: string; currency: string; unitPrice: string | null }[];
    by: StaffActor;
    at: Date;
  },
): Promise<number> {
  const [after] = await findProductsToSave(tx, { handles: [p.handle] });
  const head = await findProductHead(tx, { handle: p.handle });
  const version = head?.version ?? 1;
  await addProductChange(tx, {
    productId: p.productId,
    version,
    before: p.before,
    after,
    pricesBefore: p.pricesBefore,
    personId: p.by.person,
    at: p.at,
  });
  return version;
}
