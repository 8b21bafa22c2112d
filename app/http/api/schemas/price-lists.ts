import * as z from 'zod';
import { priceListOptions } from '#app/domain/pricing/price-revision.ts';
import { priceListKinds } from '#app/domain/pricing/states.ts';
import {
  emailShape,
  currencyShape,
  cursorShape,
  decimalShape,
  instantShape,
  percentShape,
  quantityShape,
  slugShape,
} from '../shapes';

/** PUT /price-lists/{code}. Fields left out keep their value, or their default on the first PUT. */
export const priceListBody = z
  .strictObject({
    name: z.string().trim().min(1).max(200).optional(),
    kind: z.enum(priceListKinds).optional(),
    currency: currencyShape.optional(),
    company: slugShape.nullable().optional(),
    unit: slugShape.nullable().optional(),
    segment: z.string().trim().min(1).max(100).nullable().optional(),
    priority: z.int().min(0).max(1_000_000).optional(),
    options: z.array(z.enum(priceListOptions)).optional(),
    term_discounts: z.record(z.string().regex(/^\d{1,3}$/, 'is a number of months'), percentShape).optional(),
  })
  .meta({ id: 'PriceList' });
export type PriceListBody = z.output<typeof priceListBody>;

const targets = ['sku', 'product', 'category', 'everything'] as const;

export const priceEntryBody = z
  .strictObject({
    sku: z.string().min(1).max(100).optional(),
    product: z.string().min(1).max(200).optional(),
    plan: z.string().max(100).optional(),
    module: z.string().max(100).optional(),
    category: z.string().min(1).max(500).optional(),
    everything: z.literal(true).optional(),
    min_quantity: quantityShape.default('1'),
    unit_price: decimalShape.optional(),
    percent_off: percentShape.optional(),
  })
  .refine((entry) => targets.filter((name) => entry[name] !== undefined).length === 1, {
    error: 'names exactly one of sku, product, category and everything',
  })
  .refine((entry) => (entry.unit_price === undefined) !== (entry.percent_off === undefined), {
    error: 'has either a unit_price or a percent_off',
  })
  .refine((entry) => !(entry.plan && entry.module), { error: 'names a plan or a module, not both' })
  .refine((entry) => entry.product !== undefined || (!entry.plan && !entry.module), {
    error: 'a plan or a module belongs to a product',
  })
  .meta({ id: 'PriceEntry' });
export type PriceEntryBody = z.output<typeof priceEntryBody>;

/** POST /price-lists/{code}/revisions */
export const revisionBody = z
  .strictObject({
    starts_at: instantShape.optional(),
    ends_at: instantShape.nullable().optional(),
    entries: z.array(priceEntryBody).max(100_000),
    submit: z.boolean().default(false),
    as: emailShape.optional().describe('The seller who makes it: their revision waits for another seller'),
    note: z.string().trim().max(2000).optional(),
  })
  .meta({ id: 'PriceListRevision' });
export type RevisionBody = z.output<typeof revisionBody>;

const as = emailShape.describe('The seller the key acts for');
const version = z.int().positive().optional().describe('What they saw; another one is refused as stale_revision');

/** POST …/submission, …/approvals, …/withdrawal */
export const revisionActBody = z.strictObject({ as, version, reason: z.string().trim().max(2000).optional() });
/** POST …/changes-requested */
export const revisionReturnBody = z.strictObject({ as, version, reason: z.string().trim().min(1).max(2000) });

export const pageQuery = z.strictObject({
  cursor: cursorShape.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
