import type Stripe from 'stripe';

/** What the payment page needs beside the session the API shows. */
export type CheckoutDraft = {
  readonly id: string;
  readonly lines: readonly Stripe.LineItem[];
  readonly intentData: {
    readonly description: string | null;
    readonly metadata: Record<string, string>;
    readonly setup_future_usage: 'off_session' | 'on_session' | null;
    readonly capture_method: 'automatic' | 'automatic_async' | 'manual';
    readonly receipt_email: string | null;
  };
  /** The last try that did not succeed, shown once under its number; never a card number or security code. */
  readonly lastTry: LastTry | null;
};

export type LastTry = {
  readonly number: number;
  readonly problems: Readonly<Record<string, string>>;
  readonly kept: { readonly email: string; readonly name: string; readonly postalCode: string; readonly save: boolean };
};
