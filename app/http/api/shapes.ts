import * as z from 'zod';
import { type CurrencyCode, currencyCodes } from '#app/domain/money/currencies.ts';
import { type Money, amountString, parseAmount } from '#app/domain/money/money.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { isCursor } from './cursor';

/** The shapes every body of the API is made of. */
export const currencyShape = z.enum(currencyCodes);

/** { "amount": "165.00", "currency": "EUR" }, with no more decimals than the currency has. */
export const amountShape = z
  .strictObject({
    amount: z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/, 'is a decimal number'),
    currency: currencyShape,
  })
  .meta({ id: 'Amount' });
export type AmountBody = z.infer<typeof amountShape>;

/** Null when it has more decimals than its currency. */
export const amountFromBody = (body: AmountBody): Money | null => parseAmount(body.amount, body.currency);
export const amountBody = (amount: Money): { amount: string; currency: CurrencyCode } => ({
  amount: amountString(amount),
  currency: amount.currency,
});

/** A decimal number as text, up to six decimals, not negative. */
export const decimalShape = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/, 'is a decimal number with at most six decimals');
/** Above zero. */
export const quantityShape = decimalShape.refine((text) => /[1-9]/.test(text), 'is above zero');
/** 12.5 means 12.5 %, 0 to 100, up to four decimals. */
export const percentShape = z
  .string()
  .regex(/^(100(\.0{1,4})?|\d{1,2}(\.\d{1,4})?)$/, 'is 0 to 100 with at most four decimals');

/** Where a list goes on, as its `next_cursor` said. */
export const cursorShape = z.string().max(1000).refine(isCursor, 'is a next_cursor of this list');

/** An instant in ISO 8601, answered in UTC. */
export const instantShape = z.iso.datetime({ offset: true }).describe('ISO 8601');
export const emailShape = z.string().trim().toLowerCase().pipe(z.email()).describe('E-mail address');
export const slugShape = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is lower-case letters, digits and single dashes');

/** A line of any document. */
export const lineShape = z
  .strictObject({
    line: z.int().positive().optional(),
    sku: z.string().min(1).max(100),
    quantity: quantityShape,
    plan: z.string().max(100).optional(),
    modules: z
      .array(z.strictObject({ code: z.string().max(100), quantity: quantityShape.optional() }))
      .max(50)
      .optional(),
    term: z.int().positive().optional(),
  })
  .meta({ id: 'Line' });
export type LineBody = z.infer<typeof lineShape>;

/** A stored unit price or quantity as the API writes it: no needless zeros, at least `atLeast` decimals. */
export const decimalBody = (stored: string, atLeast = 0): string => toDecimalString(toExact(stored), 6, atLeast);
