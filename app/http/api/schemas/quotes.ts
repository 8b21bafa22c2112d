import * as z from 'zod';
import { quoteStatuses } from '#app/domain/quotes/lifecycle.ts';
import { fewestTimes, mostTimes } from '#app/domain/quotes/repeat-orders.ts';
import {
  amountShape,
  currencyShape,
  cursorShape,
  decimalShape,
  emailShape,
  instantShape,
  lineShape,
  quantityShape,
  slugShape,
} from '../shapes';
import { addressShape } from './companies';

const text = (longest: number) => z.string().trim().max(longest);
const lineNumber = z.int().positive();

export const newQuoteBody = z
  .strictObject({
    company: slugShape,
    unit: slugShape.optional(),
    as: emailShape,
    /** The member one of our own people asks for. */
    for: emailShape.optional(),
    currency: currencyShape.optional(),
    reference: text(100).optional(),
    notes: text(5_000).optional(),
    ship_to: addressShape.nullable().optional(),
    lines: z
      .array(
        lineShape.extend({
          target_price: decimalShape.nullable().optional(),
          date: z.iso.date().nullable().optional(),
          note: text(1_000).optional(),
        }),
      )
      .min(1)
      .max(500),
  })
  .meta({ id: 'NewQuote' });

const { plan, modules, term } = lineShape.shape;

export const offerBody = z
  .strictObject({
    as: emailShape,
    valid_until: instantShape.optional().describe('Two weeks from now when left out'),
    part_acceptance: z.boolean().default(false),
    template: z
      .strictObject({ times: z.int().min(fewestTimes).max(mostTimes), until: instantShape })
      .nullable()
      .optional()
      .describe('For repeat orders: how many orders of these lines, and before when'),
    terms: z.string().max(100).nullable().optional(),
    freight: amountShape.nullable().optional(),
    message: text(5_000).optional(),
    lines: z
      .array(
        z
          .strictObject({
            line: lineNumber.optional(),
            sku: z.string().min(1).max(100).optional(),
            quantity: quantityShape.optional(),
            unit_price: decimalShape,
            plan,
            modules,
            term,
          })
          .refine((line) => line.line !== undefined || line.sku !== undefined, 'names its line or its SKU'),
      )
      .min(1)
      .max(500),
  })
  .meta({ id: 'Offer' });

export const extensionBody = z.strictObject({
  as: emailShape,
  valid_until: instantShape,
  message: text(5_000).optional(),
});

export const counterBody = z
  .strictObject({
    as: emailShape,
    version: z.int().positive(),
    message: text(5_000).optional(),
    lines: z
      .array(
        z
          .strictObject({
            line: lineNumber.optional(),
            sku: z.string().min(1).max(100).optional(),
            quantity: quantityShape.optional(),
            unit_price: decimalShape,
            date: z.iso.date().nullable().optional(),
            note: text(1_000).optional(),
          })
          .refine((line) => line.line !== undefined || line.sku !== undefined, 'names its line or its SKU'),
      )
      .min(1)
      .max(500),
  })
  .meta({ id: 'CounterOffer' });

export const acceptanceBody = z.strictObject({
  as: emailShape,
  version: z.int().positive(),
  lines: z.array(lineNumber).max(500).optional(),
  number: z.string().trim().min(1).max(100).nullable().optional(),
  cost_centre: z.string().trim().min(1).max(50).nullable().optional(),
  turn: z
    .int()
    .positive()
    .optional()
    .describe('Of a template: which order it is, 1 being the acceptance; the same turn answers the same order'),
});

/** A missing reason is refused by the rules, after everything else. */
export const reasonBody = z.strictObject({ as: emailShape, reason: text(2_000).optional() });
export const declineBody = reasonBody.extend({ version: z.int().positive() });
export const offerDecisionBody = reasonBody.extend({
  version: z.int().positive().optional(),
  revision: z.int().positive().optional().describe('The same as version'),
});

export const commentBody = z.strictObject({
  as: emailShape,
  line: lineNumber.nullable().optional(),
  body: z.string().trim().min(1).max(5_000),
});

export const quotesQuery = z.strictObject({
  company: slugShape.optional(),
  status: z.enum(quoteStatuses).optional(),
  cursor: cursorShape.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
