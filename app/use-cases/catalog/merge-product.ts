import type { ModuleToSave, PlanToSave, ProductToSave, VariantToSave } from '#db/queries/save-products.server.ts';
import type { ProductBody } from '#app/http/api/schemas/products.ts';

type VariantBody = NonNullable<ProductBody['variants']>[number];
type Kept<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Leaves out what was left out, so that a spread keeps what was there. */
const given = <T extends object>(fields: T): Partial<Kept<T>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Kept<T>>;

const newProduct = (handle: string): ProductToSave => ({
  product: {
    handle,
    status: 'active',
    categoryPath: null,
    title: { en: handle },
    description: {},
    seoTitle: {},
    seoDescription: {},
    vendor: '',
    options: [],
    tags: [],
    attributes: {},
    soldRecently: 0,
  },
  variants: [],
  plans: [],
  modules: [],
});

const newVariant = (sku: string): VariantToSave => ({
  sku,
  options: {},
  status: 'active',
  replacedBySku: null,
  equivalentSkus: [],
  unit: 'C62',
  packSize: '1',
  minQuantity: '1',
  quantityStep: '1',
  leadTimeDays: 0,
  stockPolicy: 'deny',
  taxClass: 'standard',
  billed: 'once',
  weightGrams: 0,
  content: null,
  cost: {},
  compareAt: {},
  mixGroup: null,
  barcode: null,
  attributes: {},
  asksForQuote: false,
});

const mergeVariant = (before: VariantToSave, body: VariantBody): VariantToSave => ({
  ...before,
  ...given({
    options: body.options,
    unit: body.unit,
    stockPolicy: body.stock_policy,
    packSize: body.pack_size,
    minQuantity: body.min_quantity,
    quantityStep: body.quantity_step,
    leadTimeDays: body.lead_time_days,
    taxClass: body.tax_class,
    billed: body.billed,
    weightGrams: body.weight_grams,
    content: body.content,
    cost: body.cost,
    compareAt: body.compare_at,
    mixGroup: body.mix_group,
    barcode: body.barcode,
    attributes: body.attributes,
    status: body.status,
    replacedBySku: body.replaced_by,
    equivalentSkus: body.equivalents,
    asksForQuote: body.asks_for_quote,
  }),
});

const planToSave = (body: NonNullable<ProductBody['plans']>[number]): PlanToSave => ({
  code: body.code,
  title: body.title,
  description: body.description ?? {},
  billed: body.billed,
  price: body.price,
  includes: body.includes,
  isMostChosen: body.most_chosen,
});

const moduleToSave = (body: NonNullable<ProductBody['modules']>[number]): ModuleToSave => ({
  code: body.code,
  title: body.title,
  description: body.description ?? {},
  pricing: body.pricing,
  percent: body.percent ?? null,
  quantity: body.quantity,
  billed: body.billed,
  price: body.price,
  breaks: body.breaks.map((step) => ({ minQuantity: step.min_quantity, price: step.price })),
  requires: body.requires,
  excludes: body.excludes,
});

/** The product as it shall be: what the body says over what is there. Plans and modules, where given, are all of them. */
export function mergeProduct(handle: string, before: ProductToSave | null, body: ProductBody): ProductToSave {
  const base = before ?? newProduct(handle);
  const bySku = new Map(base.variants.map((variant) => [variant.sku, variant]));
  for (const variant of body.variants ?? []) {
    bySku.set(variant.sku, mergeVariant(bySku.get(variant.sku) ?? newVariant(variant.sku), variant));
  }
  return {
    product: {
      ...base.product,
      ...given({
        title: body.title,
        description: body.description,
        seoTitle: body.seo_title,
        seoDescription: body.seo_description,
        categoryPath: body.category,
        status: body.status,
        vendor: body.vendor,
        tags: body.tags,
        attributes: body.attributes,
        options: body.options,
      }),
    },
    variants: [...bySku.values()],
    plans: body.plans ? body.plans.map(planToSave) : base.plans,
    modules: body.modules ? body.modules.map(moduleToSave) : base.modules,
  };
}
