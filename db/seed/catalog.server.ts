import { eq, inArray, sql } from 'drizzle-orm';
import type { Deps } from '#app/deps.server.ts';
import type { ProductBody } from '#app/http/api/schemas/products.ts';
import { productBody } from '#app/http/api/schemas/products.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { upsertProduct } from '#app/use-cases/catalog/upsert-product.server.ts';
import { attributes, categories, media, productLinks, products, variants } from '#db/schema/catalog.ts';
import { attributes as demoAttributes } from './demo/catalog/attributes';
import { categories as demoCategories } from './demo/catalog/categories';
import { optionNames } from './demo/catalog/option-names';
import { products as demoProducts } from './demo/catalog/catalog';
import type { DemoModule, DemoProduct, DemoVariant } from './demo/catalog/shape';
import { pictureNames } from './pictures.server';
import { storedPrices } from './shown-price';

const variantBody = (variant: DemoVariant, on: string) => ({
  sku: variant.sku,
  options: variant.options,
  unit: variant.unit,
  stock: variant.stock,
  stock_policy: variant.stock_policy,
  min_quantity: variant.min_quantity,
  quantity_step: variant.quantity_step,
  pack_size: String(variant.pack_size),
  lead_time_days: variant.lead_time_days,
  tax_class: variant.tax_class,
  weight_grams: variant.weight_grams,
  content: variant.content ? { quantity: variant.content.amount, unit: variant.content.unit } : null,
  cost: variant.cost,
  compare_at: variant.compare_at ? storedPrices(variant.compare_at, variant.tax_class, on) : {},
  mix_group: variant.mix_group,
  attributes: variant.attributes,
  status: variant.status,
  replaced_by: variant.replaced_by,
  asks_for_quote: variant.shown === null,
});

const moduleBody = (module: DemoModule, on: string) => ({
  code: module.code,
  title: module.title,
  description: module.description,
  pricing: module.pricing,
  ...(module.percent ? { percent: module.percent } : {}),
  quantity: module.quantity,
  billed: module.billed,
  price: module.price ? storedPrices(module.price, 'standard', on) : {},
  breaks: module.breaks.map((step) => ({
    min_quantity: step.min_quantity,
    price: storedPrices(step.price, 'standard', on),
  })),
  requires: module.requires,
  excludes: module.excludes,
});

/** A demo product in the words of PUT /products/{handle}. */
const productBodyOf = (product: DemoProduct, on: string): ProductBody =>
  productBody.parse({
    title: product.title,
    description: {
      en: `<p>${product.summary.en}</p>${product.description.en}`,
      de: `<p>${product.summary.de}</p>${product.description.de}`,
    },
    seo_title: product.seo_title,
    seo_description: product.summary,
    category: product.category,
    status: product.status,
    vendor: 'Tradepost',
    options: product.options,
    variants: product.variants.map((variant) => variantBody(variant, on)),
    plans: product.plans.map((plan) => ({
      code: plan.code,
      title: plan.title,
      description: plan.description,
      billed: plan.billed,
      price: storedPrices(plan.price, 'standard', on),
      includes: plan.includes,
      most_chosen: plan.most_chosen,
    })),
    modules: product.modules.map((module) => moduleBody(module, on)),
  });

/** Categories, products, pictures and links of the demo shop. */
export async function seedCatalog(deps: Deps): Promise<void> {
  const on = deps.now().toISOString().slice(0, 10);
  await seedAttributes(deps);
  for (const product of demoProducts) {
    const done = await upsertProduct(deps, { handle: product.handle, body: productBodyOf(product, on) });
    if (!done.ok) throw new Error(`${product.handle}: ${done.code} ${JSON.stringify(done.detail)}`);
  }
  await nameCategories(deps);
  for (const { handle, popularity } of demoProducts)
    await deps.db.update(products).set({ soldRecently: popularity }).where(eq(products.handle, handle));
  const rows = await deps.db
    .select({ id: products.id, handle: products.handle })
    .from(products)
    .where(
      inArray(
        products.handle,
        demoProducts.map(({ handle }) => handle),
      ),
    );
  const idOf = new Map(rows.map((row) => [row.handle, row.id]));
  await seedPictures(deps, idOf);
  await seedLinks(deps, idOf);
  await deps.db.execute(sql`select refresh_product_search(array(select id from products))`);
}

async function seedAttributes({ db }: Deps): Promise<void> {
  const named = Object.entries({ ...demoAttributes, ...optionNames });
  await db.insert(attributes).values(
    named.map(([name, { title, unit, values }], position) => ({
      name,
      title,
      unit: unit ?? null,
      values: { ...values },
      position,
    })),
  );
}

async function nameCategories({ db }: Deps): Promise<void> {
  for (const [position, category] of demoCategories.entries()) {
    await db
      .update(categories)
      .set({ name: category.title, description: category.description, picture: category.picture, position })
      .where(eq(categories.path, category.slug));
  }
}

const slug = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

/** The product's own picture first, then those of its variants and of it in use. */
async function seedPictures({ db }: Deps, idOf: ReadonlyMap<string, string>): Promise<void> {
  const names = await pictureNames();
  const variantRows = await db
    .select({ id: variants.id, productId: variants.productId, options: variants.options })
    .from(variants)
    .orderBy(variants.position);
  const rows = demoProducts.flatMap(({ handle, title, variants: _ }) => {
    const productId = idOf.get(handle);
    if (!productId) return [];
    return names
      .filter((name) => name === handle || name.startsWith(`${handle}--`))
      .sort((a, b) => Number(a !== handle) - Number(b !== handle) || (a < b ? -1 : 1))
      .map((name, position) => {
        const option = name.slice(handle.length + 2);
        const own = variantRows.find(
          (row) => row.productId === productId && Object.values(row.options).some((value) => slug(value) === option),
        );
        const suffix = own ? `, ${Object.values(own.options).join(', ')}` : '';
        return {
          id: newId(),
          productId,
          variantId: own?.id ?? null,
          source: name,
          alt: { en: title.en + suffix, de: title.de + suffix },
          width: 1200,
          height: 1200,
          position,
        };
      });
  });
  if (rows.length > 0) await db.insert(media).values(rows);
}

async function seedLinks({ db }: Deps, idOf: ReadonlyMap<string, string>): Promise<void> {
  const handleOfSku = new Map(demoProducts.flatMap((one) => one.variants.map(({ sku }) => [sku, one.handle] as const)));
  const rows = demoProducts.flatMap((one) => {
    const productId = idOf.get(one.handle) ?? '';
    const link = (kind: 'related' | 'in_bundle', handles: readonly (string | undefined)[]) =>
      [...new Set(handles)].flatMap((handle, position) => {
        const otherId = handle ? idOf.get(handle) : undefined;
        return otherId && otherId !== productId ? [{ productId, otherId, kind, position }] : [];
      });
    return [
      ...link('related', one.related),
      ...link(
        'in_bundle',
        one.bundle.map(({ sku }) => handleOfSku.get(sku)),
      ),
    ];
  });
  if (rows.length > 0) await db.insert(productLinks).values(rows);
}
