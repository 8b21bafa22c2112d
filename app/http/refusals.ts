import type { MessageKey } from '#app/messages/areas.ts';

/** Every fact by which the shop refuses. The words are in app/messages/<language>/refusals.ts; a code without words,
 *  or words without a status, does not compile. */
export type RefusalCode = MessageKey<'refusals'>;

/** The HTTP status a refusal answers with. */
export const refusalStatus = {
  above_your_limit: 403,
  already_decided: 409,
  backdated: 422,
  budget_missing: 409,
  buying_as_changed: 409,
  cart_empty: 409,
  configuration_invalid: 422,
  email_taken: 409,
  expired: 409,
  forbidden: 403,
  invalid_credentials: 401,
  invalid_form: 400,
  invalid_quantity: 422,
  last_admin: 409,
  no_credit: 409,
  no_rate: 409,
  not_an_approver: 403,
  not_found: 404,
  not_pending: 409,
  not_sold: 409,
  not_your_turn: 403,
  not_yours: 403,
  number_taken: 409,
  on_hold: 409,
  other_company: 404,
  out_of_stock: 409,
  over_budget: 409,
  over_credit: 409,
  own_request: 403,
  payment_declined: 402,
  payment_mismatch: 409,
  preview_stale: 409,
  price_changed: 409,
  rate_limited: 429,
  stale_revision: 409,
  stale_version: 409,
  unknown_field: 400,
  unknown_sku: 422,
  wrong_state: 409,
} as const satisfies Record<RefusalCode, number>;

export const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(refusalStatus, code);
