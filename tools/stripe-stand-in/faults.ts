import type Stripe from 'stripe';

export type FaultBody = {
  type: 'invalid_request_error' | 'card_error' | 'idempotency_error' | 'api_error';
  message: string;
  code?: string;
  decline_code?: string;
  param?: string;
  charge?: string;
  payment_intent?: Stripe.PaymentIntent;
  setup_intent?: Stripe.SetupIntent;
  payment_method?: Stripe.PaymentMethod;
};

/** An answer that is no success. `executed` says that the call had begun to work: what it wrote stays, and its
 *  idempotency key remembers this answer. Otherwise the call leaves no trace. */
export class Fault extends Error {
  constructor(
    readonly status: number,
    readonly body: FaultBody,
    readonly executed = false,
  ) {
    super(body.message);
  }
}

export const invalid = (message: string, param?: string, code?: string) =>
  new Fault(400, {
    type: 'invalid_request_error',
    message,
    ...(param ? { param } : {}),
    ...(code ? { code } : {}),
  });

export const missingParameter = (param: string) =>
  invalid(`Missing required param: ${param}.`, param, 'parameter_missing');

/** The call is well formed but the object is in the wrong state for it. */
export const wrongState = (message: string, code?: string, more: Partial<FaultBody> = {}) =>
  new Fault(400, { type: 'invalid_request_error', message, ...(code ? { code } : {}), ...more }, true);

/** Named in the path: 404. Named by a parameter: 400. */
export const noSuch = (kind: string, id: string, param?: string) =>
  new Fault(param ? 400 : 404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${kind}: '${id}'`,
    param: param ?? 'id',
  });

export const cardFault = (body: Omit<FaultBody, 'type'>) => new Fault(402, { type: 'card_error', ...body }, true);
