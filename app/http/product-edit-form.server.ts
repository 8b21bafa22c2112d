import * as z from 'zod';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { amountString } from '#app/domain/money/money.ts';
import { type Markets, openMarkets } from '#app/domain/checkout/markets.ts';
import { modulePricings, productStatuses, stockPolicies, variantStatuses } from '#app/domain/catalog/states.ts';
import { type TaxClass, taxClasses } from '#app/domain/catalog/variant.ts';
import { netOfShownPrice, shownGrossPrice } from '#app/domain/pricing/tax.ts';
import { taxRate } from '#app/domain/pricing/tax-rates.ts';
import type { ShopRules } from '#app/domain/settings/shop-rules.ts';
import type { ProductBody } from '#app/http/api/schemas/products.ts';
import type { ProductToSave } from '#db/queries/save-products.server.ts';
import type { PriceChange } from '#app/use-cases/catalog/import-batch.server.ts';

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not_a_code')
  .max(100);
const decimal = z
  .string()
  .regex(/^\d{1,9}([.,]\d{1,6})?$/, 'not_an_amount')
  .transform((text) => text.replace(',', '.'));
const quantity = decimal.refine((text) => !/^0+(\.0+)?$/.test(text), 'invalid');
const prices = z.record(z.string(), decimal).default({});
const words = z.object({ en: z.string().max(50_000).optional(), de: z.string().max(50_000).optional() }).default({});
const codes = z
  .string()
  .max(2_000)
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter(Boolean));
const checkbox = z.literal('on').optional();
/** Up to three, each in its place also where one before it is empty. */
const three = (longest: number) => {
  const text = z.string().max(longest).default('');
  return z.object({ o0: text, o1: text, o2: text }).default({ o0: '', o1: '', o2: '' });
};

const variantShape = z.object({
  sku: z.string().max(100).optional(),
  option: three(100),
  status: z.enum(variantStatuses).default('active'),
  price: prices,
  cost: prices,
  stock: decimal.optional(),
  policy: z.enum(stockPolicies).default('deny'),
  min: quantity.default('1'),
  step: quantity.default('1'),
  pack: quantity.default('1'),
  unit: z
    .string()
    .regex(/^[A-Z0-9]{2,3}$/, 'not_a_code')
    .default('C62'),
  tax: z.enum(taxClasses).default('standard'),
  weight: z.coerce.number('not_a_number').int().min(0).max(100_000_000).default(0),
  lead: z.coerce.number('not_a_number').int().min(0).max(3_650).default(0),
  replaced_by: z.string().max(100).optional(),
  ask: checkbox,
});
const planShape = z.object({
  code: z
    .string()
    .regex(/^[\w.-]{1,100}$/, 'not_a_code')
    .optional(),
  title: words,
  price: prices,
  billed: z.enum(['once', 'monthly']).default('once'),
  includes: codes,
  most_chosen: checkbox,
});
const moduleShape = z.object({
  code: z
    .string()
    .regex(/^[\w.-]{1,100}$/, 'not_a_code')
    .optional(),
  title: words,
  pricing: z.enum(modulePricings).default('flat'),
  percent: z
    .string()
    .regex(/^\d{1,3}(\.\d{1,4})?$/, 'not_a_number')
    .optional(),
  quantity: z
    .string()
    .regex(/^(line|free|\d{1,9}(\.\d{1,6})?)$/, 'invalid')
    .default('line'),
  billed: z.enum(['once', 'monthly']).default('once'),
  price: prices,
  all: codes,
  any: codes,
  excludes: codes,
});

export const productEditForm = z.object({
  base: z.coerce.number().int().min(0),
  handle: slug,
  title: z.object({ en: z.string().min(1).max(300), de: z.string().max(300).optional() }),
  description: words,
  category: z
    .string()
    .regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/, 'not_a_code')
    .optional(),
  status: z.enum(productStatuses),
  publish: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'invalid_date')
    .optional(),
  vendor: z.string().max(200).default(''),
  tags: z.string().max(2_000).default(''),
  options: three(60),
  variants: z.array(variantShape).max(2_000).default([]),
  plans: z.array(planShape).max(20).default([]),
  modules: z.array(moduleShape).max(100).default([]),
});
export type ProductEditForm = z.output<typeof productEditForm>;

/** The currencies the shop sells in, each with how its first market shows prices. */
export const priceColumns = (markets: Markets): { currency: CurrencyCode; country: string; isGross: boolean }[] => [
  ...new Map(
    openMarkets(markets).map(({ currency, countries, showsTaxIncluded }) => [
      currency,
      { currency, country: countries[0], isGross: showsTaxIncluded },
    ]),
  ).values(),
];

const rateOf = ({ tax }: ShopRules, p: { country: string; taxClass: string; on: string }) =>
  taxRate(tax, { country: p.country, postalCode: '', taxClass: p.taxClass as TaxClass, on: p.on, treatment: 'taxed' })
    .ratePercent;

/** A public price as shoppers of that currency see it, to be typed over. */
export function shownText(
  rules: ShopRules,
  p: { unitPrice: string; currency: CurrencyCode; taxClass: string; on: string },
): string {
  const column = priceColumns(rules.markets).find(({ currency }) => currency === p.currency);
  if (!column?.isGross) return toDecimalString(toExact(p.unitPrice), 6, 2);
  return amountString(shownGrossPrice(toExact(p.unitPrice), rateOf(rules, { ...column, ...p }), p.currency));
}

/** Prices that were typed over, as they are stored: the one before tax that gives the shown one back. */
export function changedPrices(
  rules: ShopRules,
  p: { variants: ProductEditForm['variants']; shown: ReadonlyMap<string, string>; on: string },
): PriceChange[] {
  return p.variants.flatMap(({ sku, price, tax }) =>
    priceColumns(rules.markets).flatMap(({ currency, country, isGross }) => {
      const typed = price[currency];
      if (!sku || typed === undefined || p.shown.get(`${sku} ${currency}`) === typed) return [];
      const net = isGross
        ? netOfShownPrice(toExact(typed), rateOf(rules, { country, taxClass: tax, on: p.on }))
        : toExact(typed);
      return [{ sku, currency, unitPrice: toDecimalString(net, 6) }];
    }),
  );
}

/** The form as the body everyone changes products with. Rows without a SKU or code are left out; what the form does not
 *  show of a plan or module stays as it is. */
export function bodyOf(form: ProductEditForm, before: ProductToSave | null): ProductBody {
  const planBefore = (code: string) => before?.plans.find((plan) => plan.code === code);
  const moduleBefore = (code: string) => before?.modules.find((module) => module.code === code);
  const places = (['o0', 'o1', 'o2'] as const).filter((place) => form.options[place]);
  const names = places.map((place) => form.options[place]);
  const given = (text: { en?: string | undefined; de?: string | undefined }) =>
    Object.fromEntries(Object.entries(text).filter(([, value]) => value)) as Record<string, string>;
  return {
    title: given(form.title),
    description: given(form.description),
    category: form.category ?? null,
    status: form.status,
    vendor: form.vendor,
    tags: form.tags
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
    options: names,
    variants: form.variants.flatMap((row) =>
      row.sku
        ? [
            {
              sku: row.sku,
              options: Object.fromEntries(places.map((place) => [form.options[place], row.option[place]])),
              status: row.status,
              cost: row.cost as Record<CurrencyCode, string>,
              stock: row.stock,
              stock_policy: row.policy,
              min_quantity: row.min,
              quantity_step: row.step,
              pack_size: row.pack,
              unit: row.unit,
              tax_class: row.tax,
              weight_grams: row.weight,
              lead_time_days: row.lead,
              replaced_by: row.replaced_by ?? null,
              asks_for_quote: row.ask === 'on',
            },
          ]
        : [],
    ),
    plans: form.plans.flatMap(({ code, title, price, billed, includes, most_chosen }) =>
      code
        ? [
            {
              ...{ code, title: given(title), price, billed, includes, most_chosen: most_chosen === 'on' },
              description: planBefore(code)?.description ?? {},
            },
          ]
        : [],
    ),
    modules: form.modules.flatMap((row) =>
      row.code
        ? [
            {
              code: row.code,
              title: given(row.title),
              pricing: row.pricing,
              ...(row.percent && { percent: row.percent }),
              quantity: row.quantity === 'line' || row.quantity === 'free' ? row.quantity : { per: row.quantity },
              billed: row.billed,
              price: row.price,
              description: moduleBefore(row.code)?.description ?? {},
              breaks: (moduleBefore(row.code)?.breaks ?? []).map((step) => ({
                min_quantity: step.minQuantity,
                price: step.price,
              })),
              requires: {
                ...(row.all.length > 0 && { all: row.all }),
                ...(row.any.length > 0 && { any: row.any }),
              },
              excludes: row.excludes,
            },
          ]
        : [],
    ),
  } as ProductBody;
}
