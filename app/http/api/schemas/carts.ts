import * as z from 'zod';
import { localeCodes } from '#app/domain/i18n/locales.ts';
import { emailShape, lineShape, quantityShape, slugShape } from '../shapes';

/** POST /carts: a visitor's in a market, or with company and `as` a member's for a unit. */
export const newCartBody = z
  .strictObject({
    market: z.string().max(10).optional(),
    language: z.enum(localeCodes).default('en'),
    email: emailShape.optional(),
    company: slugShape.optional(),
    unit: slugShape.optional(),
    as: emailShape.optional(),
  })
  .refine((body) => (body.company === undefined) === (body.as === undefined), {
    error: 'company and as go together: who buys for which company',
  })
  .meta({ id: 'NewCart' });

export const cartLineBody = lineShape.omit({ line: true }).meta({ id: 'NewCartLine' });

/** PUT /carts/{id}/lines/{line}: zero takes the line out. */
export const cartQuantityBody = z.strictObject({ quantity: z.union([z.literal('0'), quantityShape]) });

const addressText = z.string().trim().max(200);
export const cartOrderBody = z
  .strictObject({
    email: emailShape.optional(),
    ship_to: z
      .strictObject({
        name: addressText.min(1),
        address: addressText.min(1),
        city: addressText.default(''),
        region: addressText.optional(),
        postal_code: z.string().trim().max(20).default(''),
        country: z.string().regex(/^[A-Z]{2}$/, 'is a country code of two letters'),
      })
      .optional(),
    shipping_method: z.string().max(50).optional(),
    pay: z.enum(['payment_url', 'saved_card', 'terms']).default('payment_url'),
    /** On terms: the purchase order's. */
    number: z.string().trim().min(1).max(100).optional(),
    cost_centre: z.string().max(100).optional(),
    notes: z.string().max(5000).optional(),
  })
  .refine((body) => body.pay === 'terms' || (body.email !== undefined && body.ship_to !== undefined), {
    error: 'email and ship_to are needed to pay; on terms the unit’s address counts',
  })
  .meta({ id: 'CartOrder' });
