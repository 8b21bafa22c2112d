import type { Deps } from '#app/deps.server.ts';
import { type ProductProblem, productProblems } from '#app/domain/catalog/product-rules.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import type { ProductBody } from '#app/http/api/schemas/products.ts';
import { sanitiseHtml } from '#app/integrations/sanitise-html.server.ts';
import { configurableProductToSave } from '#db/queries/configurable-product.ts';
import type { Tx } from '#db/client.server.ts';
import { type ProductToSave, findProductsToSave, saveProducts, setStock } from '#db/queries/save-products.server.ts';
import { mergeProduct } from './merge-product';

export type UpsertProductRefusal = 'product_impossible' | 'sku_taken';
export type UpsertProductDetail = { problems: ProductProblem[] } | { sku: string };

const harmless = (one: ProductToSave): ProductToSave => ({
  ...one,
  product: {
    ...one.product,
    description: Object.fromEntries(
      Object.entries(one.product.description ?? {}).map(([language, html]) => [language, sanitiseHtml(html)]),
    ),
  },
});

/** Makes one product what the body says; what it leaves out stays. Refused as a whole when its parts cannot be. */
export async function upsertProduct(
  deps: Pick<Deps, 'db' | 'now'>,
  input: { handle: string; body: ProductBody; personId?: string | null },
): Promise<Outcome<{ id: string; wasCreated: boolean }, UpsertProductRefusal, UpsertProductDetail>> {
  return deps.db.transaction((tx) => upsertWithin(deps, tx, input)).catch(whenTaken);
}

/** The same beside other writes; a SKU of another product throws, so that nothing of the transaction stays.
 *  @throws SkuTaken for `whenTaken` */
export async function upsertWithin(
  { now }: Pick<Deps, 'now'>,
  tx: Tx,
  input: { handle: string; body: ProductBody; personId?: string | null },
): Promise<Outcome<{ id: string; wasCreated: boolean }, UpsertProductRefusal, UpsertProductDetail>> {
  const [before] = await findProductsToSave(tx, { handles: [input.handle] });
  const after = harmless(mergeProduct(input.handle, before ?? null, input.body));
  const problems = productProblems(configurableProductToSave(after));
  if (problems.length > 0) return refused('product_impossible', { problems });

  const result = await saveProducts(tx, { products: [after], at: now() });
  // The statement above wrote nothing for a taken SKU, but did for its neighbours: all or none.
  if (!result.ok) throw new SkuTaken(result.problem.sku);
  const counts = (input.body.variants ?? []).flatMap(({ sku, stock }) =>
    stock === undefined ? [] : [{ sku, onHand: stock }],
  );
  await setStock(tx, { counts, reason: 'counted', personId: input.personId ?? null, at: now() });
  const [saved] = result.saved;
  return ok({ id: saved?.id ?? '', wasCreated: saved?.wasCreated ?? false });
}

/** For the `catch` of a transaction around `upsertWithin`. */
export function whenTaken(fault: unknown) {
  if (fault instanceof SkuTaken) return refused('sku_taken' as const, { sku: fault.sku });
  throw fault;
}

class SkuTaken extends Error {
  constructor(readonly sku: string) {
    super(`SKU ${sku} belongs to another product`);
  }
}
