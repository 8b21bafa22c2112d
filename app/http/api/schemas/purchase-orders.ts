import * as z from 'zod';
import { purchaseOrderStatuses } from '#app/domain/purchase-orders/lifecycle.ts';
import { addressShape } from './companies';
import { currencyShape, cursorShape, emailShape, lineShape, slugShape } from '../shapes';

const reason = z.string().trim().min(1).max(2_000);

export const newPurchaseOrderBody = z
  .strictObject({
    company: slugShape,
    unit: slugShape.optional(),
    as: emailShape,
    number: z.string().trim().min(1).max(100).nullable().optional(),
    cost_centre: z.string().trim().min(1).max(50).nullable().optional(),
    currency: currencyShape.optional(),
    ship_to: addressShape.nullable().optional(),
    notes: z.string().max(5_000).optional(),
    delivery_on: z.iso.date().nullable().optional(),
    lines: z.array(lineShape).min(1).max(500),
  })
  .meta({ id: 'NewPurchaseOrder' });

export const changedPurchaseOrderBody = newPurchaseOrderBody
  .omit({ company: true, unit: true, currency: true })
  .partial({ lines: true })
  .meta({ id: 'ChangedPurchaseOrder' });

export const submissionBody = z.strictObject({ as: emailShape });
export const cancellationBody = z.strictObject({ as: emailShape, reason: z.string().trim().max(2_000).optional() });
const decision = { as: emailShape, for: emailShape.nullable().optional(), revision: z.int().positive() };
export const approvalBody = z.strictObject({ ...decision, reason: reason.optional() });
/** A missing reason is refused by the rules, after everything else. */
export const refusalBody = z.strictObject({ ...decision, reason: z.string().trim().max(2_000).optional() });

export const purchaseOrdersQuery = z.strictObject({
  company: slugShape.optional(),
  status: z.enum(purchaseOrderStatuses).optional(),
  cursor: cursorShape.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
