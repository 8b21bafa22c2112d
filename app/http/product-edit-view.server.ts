import type { Deps } from '#app/deps.server.ts';
import type { ModuleView, PlanView } from '#app/components/admin/products/part-fields.tsx';
import type { VariantView } from '#app/components/admin/products/variant-fields.tsx';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { dayIn } from '#app/domain/i18n/day-in.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import type { ShopRules } from '#app/domain/settings/shop-rules.ts';
import { findProductHead } from '#db/queries/product-edits.server.ts';
import { type ModuleToSave, type PlanToSave, findProductsToSave } from '#db/queries/save-products.server.ts';
import { readStandardPrices } from '#db/queries/standard-prices.server.ts';
import { findStockBySku } from '#db/queries/imported-catalog.server.ts';
import { priceColumns, shownText } from './product-edit-form.server';

const plain = (stored: string | null | undefined): string => (stored ? toDecimalString(toExact(stored), 6) : '');

/** A product as its form shows it. Null when there is none of that handle. */
export async function productEditView({ db, now }: Pick<Deps, 'db' | 'now'>, rules: ShopRules, handle: string) {
  const [product] = await findProductsToSave(db, { handles: [handle] });
  const head = product && (await findProductHead(db, { handle }));
  if (!product || !head) return null;
  const skus = product.variants.map(({ sku }) => sku);
  const at = now();
  const on = dayIn(at, storeTimeZone);
  const [prices, counts] = await Promise.all([readStandardPrices(db, { skus, at }), findStockBySku(db, { skus })]);
  const columns = priceColumns(rules.markets);
  const priceOf = (sku: string, taxClass: string) =>
    Object.fromEntries(
      columns.flatMap(({ currency }) => {
        const stored = prices.find((price) => price.sku === sku && price.currency === currency);
        return stored ? [[currency, shownText(rules, { ...stored, taxClass, on })]] : [];
      }),
    );
  const names = product.product.options ?? [];
  const variants = product.variants.map((variant): VariantView => ({
    sku: variant.sku,
    options: names.map((name) => variant.options?.[name] ?? ''),
    status: variant.status,
    price: priceOf(variant.sku, variant.taxClass ?? 'standard'),
    cost: variant.cost ?? {},
    stock: plain(counts.get(variant.sku)),
    policy: variant.stockPolicy ?? 'deny',
    min: plain(variant.minQuantity),
    step: plain(variant.quantityStep),
    pack: plain(variant.packSize),
    unit: variant.unit ?? 'C62',
    tax: variant.taxClass ?? 'standard',
    weight: String(variant.weightGrams ?? 0),
    lead: String(variant.leadTimeDays ?? 0),
    replacedBy: variant.replacedBySku ?? '',
    asks: variant.asksForQuote ?? false,
  }));
  return {
    product,
    head,
    form: {
      handle,
      base: head.version,
      publishAt: head.publishAt,
      title: product.product.title,
      description: product.product.description ?? {},
      category: product.product.categoryPath ?? '',
      status: product.product.status,
      vendor: product.product.vendor ?? '',
      tags: (product.product.tags ?? []).join(', '),
      options: names,
      variants,
      plans: product.plans.map(planView),
      modules: product.modules.map(moduleView),
    },
    /** Prices as the form shows them, by SKU and currency: what is typed over is a change. */
    shown: new Map(
      variants.flatMap(({ sku, price }) =>
        Object.entries(price).map(([currency, text]) => [`${sku} ${currency}`, text] as const),
      ),
    ),
  };
}

const planView = (plan: PlanToSave): PlanView => ({
  code: plan.code,
  title: plan.title,
  price: plan.price ?? {},
  billed: plan.billed ?? 'once',
  includes: (plan.includes ?? []).join(', '),
  isMostChosen: plan.isMostChosen ?? false,
});

const moduleView = (module: ModuleToSave): ModuleView => ({
  code: module.code,
  title: module.title,
  price: module.price ?? {},
  pricing: module.pricing,
  percent: plain(module.percent),
  quantity: typeof module.quantity === 'string' ? module.quantity : plain(module.quantity?.per),
  billed: module.billed ?? 'once',
  all: (module.requires?.all ?? []).join(', '),
  any: (module.requires?.any ?? []).join(', '),
  excludes: (module.excludes ?? []).join(', '),
});
