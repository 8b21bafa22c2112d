import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import type { Money } from '#app/domain/money/money.ts';
import type { Outcome } from '#app/domain/outcome.ts';

/** What the shop asks of its payment provider, in the shop's words. Amounts are Money, instants are Dates of the
 *  wall clock, and every call that moves money takes the caller's idempotency key. All of it may throw a
 *  PaymentFault; a card that is refused is an answer, not a fault. */
export type Payments = {
  readonly openCheckout: (wanted: CheckoutToOpen) => Promise<{ sessionId: string; url: string }>;
  /** Null when the provider does not know the session. */
  readonly readCheckout: (sessionId: string) => Promise<CheckoutState | null>;
  /** Closes the session if it is still open; answers how it stands afterwards, which may be `paid`. */
  readonly expireCheckout: (sessionId: string) => Promise<CheckoutState | null>;

  /** Makes a payment that moves no money yet, to be authenticated once its id is kept: whatever happens in between, it
   *  can be asked about. Answers its id. */
  readonly prepareCardPayment: (wanted: CardPaymentToPrepare) => Promise<string>;
  readonly payWithSavedCard: (wanted: SavedCardPayment) => Promise<PaymentState>;
  /** Asks again with the customer present, after a bank wanted to see them. */
  readonly authenticatePayment: (wanted: PaymentToAuthenticate) => Promise<PaymentState>;
  readonly readPayment: (paymentIntentId: string) => Promise<PaymentState | null>;
  /** Cancels what can be cancelled; answers how it stands afterwards, which may be `paid`. */
  readonly cancelPayment: (paymentIntentId: string) => Promise<PaymentState | null>;
  readonly refund: (wanted: RefundToMake) => Promise<RefundState>;
  /** Everything refunded of a payment so far, slow refunds included, failed ones not. */
  readonly refundedSoFar: (paymentIntentId: string, currency: CurrencyCode) => Promise<Money>;

  readonly createCustomer: (who: CustomerToCreate) => Promise<string>;
  readonly openCardSetup: (wanted: CardSetupToOpen) => Promise<{ sessionId: string; url: string }>;
  readonly readCardSetup: (sessionId: string) => Promise<CardSetupState | null>;
  /** Newest first. */
  readonly listSavedCards: (customerId: string) => Promise<SavedCard[]>;
  /** Also fine when it is already gone. */
  readonly detachCard: (paymentMethodId: string) => Promise<void>;

  /** `rawBody` exactly as received. Signatures older than five minutes are refused. */
  readonly verifyWebhook: (rawBody: string, signature: string | null) => Outcome<PaymentNotice, 'bad_signature'>;
};

export type CheckoutToOpen = {
  readonly orderRef: string;
  /** Each goes as quantity 1 of its rounded total; tax and freight are lines of their own. */
  readonly lines: readonly { readonly label: string; readonly amount: Money }[];
  readonly buyer: { readonly email: string } | { readonly customerId: string };
  /** `offer`: the buyer chooses on the payment page; `always`: kept, also for payments without the buyer. */
  readonly saveCard: 'offer' | 'always' | 'never';
  readonly successUrl: string;
  readonly cancelUrl: string;
  /** The provider keeps it open at least 30 minutes and at most 24 hours; an instant outside is moved inside. */
  readonly expiresAt: Date;
  readonly locale: string;
  readonly idempotencyKey: string;
  readonly metadata?: Readonly<Record<string, string>>;
};

export type CheckoutState = {
  readonly sessionId: string;
  /** `processing`: finished by the buyer, the money is still on its way. */
  readonly status: 'open' | 'processing' | 'paid' | 'expired';
  readonly paymentIntentId: string | null;
  /** What was collected when paid, else what is asked. */
  readonly amount: Money;
  readonly customerId: string | null;
  /** The card the buyer chose to keep. */
  readonly savedPaymentMethodId: string | null;
  readonly paymentStatus: 'paid' | 'unpaid' | 'no_payment_required';
  readonly email: string | null;
  readonly orderRef: string | null;
};

export type SavedCardPayment = {
  readonly customerId: string;
  readonly paymentMethodId: string;
  readonly amount: Money;
  readonly orderRef: string;
  readonly returnUrl: string;
  /** The customer is not there: a bank that wants to see them refuses with `authentication_required`. */
  readonly offSession: boolean;
  readonly idempotencyKey: string;
  readonly metadata?: Readonly<Record<string, string>>;
};

export type CardPaymentToPrepare = Pick<
  SavedCardPayment,
  'customerId' | 'paymentMethodId' | 'amount' | 'orderRef' | 'idempotencyKey' | 'metadata'
>;

export type PaymentToAuthenticate = {
  readonly paymentIntentId: string;
  readonly paymentMethodId: string;
  readonly returnUrl: string;
  readonly idempotencyKey: string;
};

type PaymentFacts = {
  readonly paymentIntentId: string;
  /** What was collected when paid, else what is asked. */
  readonly amount: Money;
  readonly customerId: string | null;
  readonly paymentMethodId: string | null;
  readonly orderRef: string | null;
};
export type PaymentState =
  | (PaymentFacts & { readonly status: 'paid' | 'processing' | 'cancelled' })
  | (PaymentFacts & { readonly status: 'requires_action'; readonly redirectUrl: string | null })
  /** `code` is the bank's reason when it gave one, or `not_attempted`. */
  | (PaymentFacts & { readonly status: 'declined'; readonly code: string });

export type RefundToMake = {
  readonly paymentIntentId: string;
  readonly amount: Money;
  readonly reason: 'duplicate' | 'fraudulent' | 'requested_by_customer';
  readonly idempotencyKey: string;
  readonly metadata?: Readonly<Record<string, string>>;
};
export type RefundState =
  | { readonly status: 'refunded' | 'pending' | 'failed'; readonly refundId: string }
  | { readonly status: 'refused'; readonly code: 'already_refunded' | 'more_than_paid' | 'disputed' | 'not_paid' };

export type CustomerToCreate = {
  readonly email: string;
  readonly name: string | null;
  readonly reference: string;
  readonly idempotencyKey: string;
};
export type CardSetupToOpen = {
  readonly customerId: string;
  readonly successUrl: string;
  readonly cancelUrl: string;
  readonly locale: string;
  readonly idempotencyKey: string;
};
export type CardSetupState = {
  readonly status: 'open' | 'saved' | 'expired';
  readonly customerId: string | null;
  readonly paymentMethodId: string | null;
};
export type SavedCard = {
  readonly paymentMethodId: string;
  readonly brand: string;
  readonly last4: string;
  readonly expiryMonth: number;
  readonly expiryYear: number;
};

export type PaymentNotice = { readonly id: string; readonly type: string } & (
  | {
      readonly kind: 'checkout_finished' | 'checkout_failed' | 'checkout_expired' | 'card_setup_finished';
      readonly sessionId: string;
      readonly paymentIntentId: string | null;
    }
  | {
      readonly kind:
        'payment_succeeded' | 'payment_failed' | 'payment_cancelled' | 'refund_changed' | 'payment_disputed';
      readonly paymentIntentId: string;
      readonly sessionId: null;
    }
  | { readonly kind: 'other'; readonly sessionId: null; readonly paymentIntentId: null }
);

/** `transient`: the network, the provider's own fault or the same call still running: try again with the same key.
 *  `invalid`: asking again will not help; somebody has to look. */
export class PaymentFault extends Error {
  override readonly name = 'PaymentFault';
  constructor(
    readonly kind: 'transient' | 'invalid',
    message: string,
    readonly code: string | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
