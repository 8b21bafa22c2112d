import * as z from 'zod';
import type { LineConfiguration } from '#app/domain/cart/cart.ts';
import { buyingAsField } from './buying-as.server';

/** A positive decimal with up to six places, as a number field sends it. */
export const quantityField = z
  .string()
  .max(20)
  .regex(/^\d{1,9}(\.\d{1,6})?$/, 'not_a_number')
  .refine((text) => !/^0+(\.0+)?$/.test(text), 'invalid');

/** What a product page sends to be bought, as "Add to cart" and "Buy now" alike. */
export const productForm = z.object({
  sku: z.string().max(100),
  quantity: quantityField.optional(),
  plan: z.string().max(100).optional(),
  modules: z.array(z.string().max(100)).max(50).optional(),
  term: z.coerce.number().int().positive().max(120).optional(),
  ...buyingAsField,
});

/** Modules come as their codes. */
export const configurationOf = (form: z.output<typeof productForm>): LineConfiguration => ({
  ...(form.plan && { plan: form.plan }),
  ...(form.modules && form.modules.length > 0 && { modules: form.modules.map((code) => ({ code })) }),
  ...(form.term && { term: form.term }),
});
