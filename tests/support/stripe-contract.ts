import Stripe from 'stripe';
import { makeStripe } from '#app/integrations/stripe/client.server.ts';
import { type RunningStandIn, startStripeStandIn } from './stripe-stand-in';

/** The same promises are asked of a real sandbox when STRIPE_SECRET_KEY holds a test key. */
export const sandboxKey = /^sk_test_/.test(process.env.STRIPE_SECRET_KEY ?? '')
  ? process.env.STRIPE_SECRET_KEY
  : undefined;

export type ContractPartner = {
  readonly stripe: Stripe;
  readonly standIn: RunningStandIn | null;
  /** A client with another key. */
  readonly clientFor: (secretKey: string) => Stripe;
  readonly stop: () => Promise<void>;
};

export async function contractPartner(): Promise<ContractPartner> {
  if (sandboxKey)
    return {
      stripe: makeStripe({ secretKey: sandboxKey }),
      standIn: null,
      clientFor: (secretKey) => makeStripe({ secretKey }),
      stop: async () => undefined,
    };
  const standIn = await startStripeStandIn();
  const clientFor = (secretKey: string) =>
    makeStripe({ secretKey, host: '127.0.0.1', port: standIn.port, protocol: 'http' });
  return { stripe: clientFor(standIn.secretKey), standIn, clientFor, stop: standIn.stop };
}

/** What a call that must fail failed with. */
export async function faultOf(call: Promise<unknown>) {
  const fault = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(fault instanceof Stripe.errors.StripeError)) throw new Error(`no fault of Stripe's: ${String(fault)}`);
  return fault;
}
