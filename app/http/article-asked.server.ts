import type { LineConfiguration } from '#app/domain/cart/cart.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { skuWithOptions } from '#db/queries/product-page.server.ts';
import { formObject } from './form-fields';
import { configurationOf, productForm } from './product-form';

export type ArticleAsked = { sku: string; quantity: string | null; configuration: LineConfiguration };

/** The article a product page's form was sent with to another page, as it was configured there; null without one. */
export async function articleAsked(db: DbOrTx, search: URLSearchParams): Promise<ArticleAsked | null> {
  const form = new FormData();
  for (const [name, value] of search) form.append(name, value);
  const asked = productForm.safeParse(formObject(form, productForm));
  if (!asked.success) return null;
  const { sku, option, quantity } = asked.data;
  return {
    sku: await skuWithOptions(db, { sku, options: option }),
    quantity: quantity ?? null,
    configuration: configurationOf(asked.data),
  };
}
