import Stripe from 'stripe';
import { PaymentFault } from './payments.ts';

const missing = (fault: unknown): boolean =>
  fault instanceof Stripe.errors.StripeInvalidRequestError && fault.code === 'resource_missing';

/** Runs one call to the provider; whatever it throws comes out as a PaymentFault, refused cards excepted. */
export async function asking<T extends object>(object: string | null, call: () => Promise<T>): Promise<T> {
  try {
    const answer = await call();
    // A gateway that answers something else than the provider must not pass for an answer.
    if (object !== null && (answer as { object?: unknown }).object !== object)
      throw new PaymentFault('transient', `the payment provider answered without a ${object}`);
    return answer;
  } catch (fault) {
    throw classified(fault);
  }
}

/** Null instead of a fault when what was asked for does not exist. */
export async function askingFor<T extends object>(object: string, call: () => Promise<T>): Promise<T | null> {
  try {
    return await asking(object, call);
  } catch (fault) {
    if (fault instanceof PaymentFault && missing(fault.cause)) return null;
    throw fault;
  }
}

function classified(fault: unknown): unknown {
  if (fault instanceof PaymentFault || fault instanceof Stripe.errors.StripeCardError) return fault;
  if (!(fault instanceof Stripe.errors.StripeError)) return fault;
  const status = fault.statusCode ?? 0;
  const transient =
    fault instanceof Stripe.errors.StripeConnectionError ||
    fault instanceof Stripe.errors.StripeRateLimitError ||
    status === 409 ||
    status === 429 ||
    status >= 500;
  return new PaymentFault(transient ? 'transient' : 'invalid', fault.message, fault.code ?? null, { cause: fault });
}

/** The provider's own code behind a fault, for the few that are lawful answers. */
export const codeOf = (fault: unknown): string | null => (fault instanceof PaymentFault ? fault.code : null);
export const statusOf = (fault: unknown): number | null =>
  fault instanceof PaymentFault && fault.cause instanceof Stripe.errors.StripeError
    ? (fault.cause.statusCode ?? null)
    : null;
