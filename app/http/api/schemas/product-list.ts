import * as z from 'zod';
import { shelfSorts } from '#app/domain/catalog/shelf.ts';
import { currencyShape, cursorShape, slugShape } from '../shapes';

const mostPerPage = 100;

/** GET /products. Attributes narrow by `attr.<name>=<value>`; every other name is a field of its own. */
export const productsQuery = z
  .object({
    q: z.string().max(200).optional().describe('Words, or a SKU or part of one'),
    category: z
      .string()
      .regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/, 'is a path of slugs such as coffee/beans')
      .optional()
      .describe('A path; the categories below it count'),
    sort: z.enum(shelfSorts).optional(),
    price_min: z
      .string()
      .regex(/^\d{1,9}(\.\d{1,6})?$/)
      .optional(),
    price_max: z
      .string()
      .regex(/^\d{1,9}(\.\d{1,6})?$/)
      .optional(),
    company: slugShape.optional(),
    unit: slugShape.optional(),
    currency: currencyShape.optional(),
    cursor: cursorShape.optional(),
    limit: z.coerce.number().int().min(1).max(mostPerPage).optional(),
  })
  .catchall(z.string().max(300))
  .superRefine((query, context) => {
    const known = new Set(Object.keys(productsQuery.shape));
    const keys = Object.keys(query).filter((key) => !known.has(key) && !/^attr\..+/.test(key));
    if (keys.length > 0) context.addIssue({ code: 'unrecognized_keys', keys, input: query });
  });
export type ProductsQuery = z.infer<typeof productsQuery>;

export const productQuery = z.strictObject({
  company: slugShape.optional(),
  unit: slugShape.optional(),
  currency: currencyShape.optional(),
});

const variantAnswer = z.object({
  sku: z.string(),
  options: z.record(z.string(), z.string()),
  unit: z.string(),
  min_quantity: z.string(),
  quantity_step: z.string(),
  unit_price: z.string().nullable().describe('This buyer’s, before tax, at the minimum quantity; null = on a quote'),
  list: z.string().nullable(),
  available: z.string(),
});
export const productAnswer = z
  .object({
    handle: z.string(),
    title: z.string(),
    category: z.string().nullable(),
    currency: currencyShape,
    unit_price: z.string().nullable().describe('The lowest of its variants'),
    attributes: z.record(z.string(), z.array(z.string())),
    variants: z.array(variantAnswer),
  })
  .meta({ id: 'SoldProduct' });
