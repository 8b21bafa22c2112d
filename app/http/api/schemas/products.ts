import * as z from 'zod';
import { isLocale } from '#app/domain/i18n/locales.ts';
import { currencyCodes } from '#app/domain/money/currencies.ts';
import {
  billings,
  modulePricings,
  productStatuses,
  stockPolicies,
  variantStatuses,
} from '#app/domain/catalog/states.ts';
import { taxClasses } from '#app/domain/catalog/variant.ts';
import { decimalShape, percentShape, quantityShape } from '../shapes';

/** A text for every language, or by language: "Espresso" or { en: "...", de: "..." }. */
const words = (longest: number) =>
  z.union([
    z
      .string()
      .trim()
      .max(longest)
      .transform((en) => ({ en })),
    z.record(z.string().refine(isLocale, 'is a language of the shop'), z.string().max(longest)),
  ]);

const code = z.string().regex(/^[\w.-]{1,100}$/, 'is letters, digits, dots and dashes');
const prices = z.partialRecord(z.enum(currencyCodes), decimalShape);
const attributes = z.record(
  z.string().min(1).max(60),
  z.union([z.string().max(300), z.strictObject({ value: decimalShape, unit: z.string().max(10) })]),
);
const stock = z.union([z.int().nonnegative().transform(String), decimalShape]);

const variant = z.strictObject({
  sku: z.string().trim().min(1).max(100),
  options: z.record(z.string().max(60), z.string().max(100)).optional(),
  unit: z
    .string()
    .regex(/^[A-Z0-9]{2,3}$/, 'is a code of UN/ECE Recommendation 20')
    .optional(),
  stock: stock.optional(),
  stock_policy: z.enum(stockPolicies).optional(),
  pack_size: quantityShape.optional(),
  min_quantity: quantityShape.optional(),
  quantity_step: quantityShape.optional(),
  lead_time_days: z.int().min(0).max(3650).optional(),
  tax_class: z.enum(taxClasses).optional(),
  billed: z.enum(billings).optional(),
  weight_grams: z.int().nonnegative().optional(),
  content: z
    .strictObject({ quantity: quantityShape, unit: z.string().max(3) })
    .nullable()
    .optional(),
  cost: prices.optional(),
  compare_at: prices.optional(),
  mix_group: z.string().max(100).nullable().optional(),
  barcode: z.string().max(40).nullable().optional(),
  attributes: attributes.optional(),
  status: z.enum(variantStatuses).optional(),
  replaced_by: z.string().max(100).nullable().optional(),
  equivalents: z.array(z.string().max(100)).max(20).optional(),
  asks_for_quote: z.boolean().optional(),
});

const plan = z.strictObject({
  code,
  title: words(200),
  description: words(2000).optional(),
  billed: z.enum(billings).default('once'),
  price: prices,
  includes: z.array(code).max(50).default([]),
  most_chosen: z.boolean().default(false),
});

const module = z.strictObject({
  code,
  title: words(200),
  description: words(2000).optional(),
  pricing: z.enum(modulePricings),
  percent: percentShape.optional(),
  quantity: z.union([z.enum(['line', 'free']), z.strictObject({ per: quantityShape })]).default('line'),
  billed: z.enum(billings).default('once'),
  price: prices.default({}),
  breaks: z
    .array(z.strictObject({ min_quantity: quantityShape, price: prices }))
    .max(50)
    .default([]),
  requires: z
    .strictObject({ all: z.array(code).max(50).optional(), any: z.array(code).max(50).optional() })
    .default({}),
  excludes: z.array(code).max(50).default([]),
});

/** PUT /products/{handle}. Fields left out keep their value, or their default on the first PUT. */
export const productBody = z
  .strictObject({
    title: words(300).optional(),
    description: words(50_000).optional(),
    seo_title: words(200).optional(),
    seo_description: words(500).optional(),
    category: z
      .string()
      .regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/, 'is a path of slugs such as coffee/beans')
      .nullable()
      .optional(),
    status: z.enum(productStatuses).optional(),
    vendor: z.string().max(200).optional(),
    tags: z.array(z.string().max(100)).max(100).optional(),
    attributes: attributes.optional(),
    options: z.array(z.string().min(1).max(60)).max(3).optional(),
    variants: z.array(variant).max(2000).optional(),
    plans: z.array(plan).max(20).optional(),
    modules: z.array(module).max(100).optional(),
  })
  .meta({ id: 'Product' });
export type ProductBody = z.output<typeof productBody>;

export const stockBody = z.strictObject({ stock }).meta({ id: 'Stock' });
