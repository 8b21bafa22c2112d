import Stripe from 'stripe';
import { cardPayments } from './saved-cards.server.ts';
import { checkoutPayments } from './checkout.server.ts';
import type { Payments } from './payments.ts';
import { verifyWebhook } from './webhook.server.ts';

/** The real Stripe, or the stand-in when a host is given. */
export type StripeAccess = {
  readonly secretKey: string;
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  readonly protocol?: 'http' | 'https' | undefined;
};

const answerWithinMs = 20_000;
const retries = 2;

export const makeStripe = ({ secretKey, host, port, protocol }: StripeAccess): Stripe =>
  new Stripe(secretKey, {
    maxNetworkRetries: retries,
    timeout: answerWithinMs,
    telemetry: false,
    appInfo: { name: 'tradepost' },
    ...(host ? { host, protocol: protocol ?? 'https', ...(port ? { port } : {}) } : {}),
  });

/** Everything the use cases may ask of the payment provider. */
export const makePayments = (stripe: Stripe, webhookSecrets: readonly string[]): Payments => ({
  ...checkoutPayments(stripe),
  ...cardPayments(stripe),
  verifyWebhook: (rawBody, signature) => verifyWebhook(stripe, webhookSecrets, rawBody, signature),
});
