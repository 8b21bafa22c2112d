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
  /** How many of a module whose quantity is free, by its code. */
  module_quantity: z.record(z.string().max(100), quantityField).optional(),
  /** Options as chosen on the page: they count, also where the SKU beside them was not renewed yet. */
  option: z.record(z.string().max(60), z.string().max(100)).optional(),
  term: z.coerce.number().int().positive().max(120).optional(),
  ...buyingAsField,
});

/** Modules come as their codes. */
export const configurationOf = (form: z.output<typeof productForm>): LineConfiguration => ({
  ...(form.plan && { plan: form.plan }),
  ...(form.modules &&
    form.modules.length > 0 && {
      modules: form.modules.map((code) => {
        const quantity = form.module_quantity?.[code];
        return quantity ? { code, quantity } : { code };
      }),
    }),
  ...(form.term && { term: form.term }),
});
