/** Stripe's published test cards (docs.stripe.com/testing): what a number does, never the number itself, is kept. */
export type Authentication = 'never' | 'unless_set_up' | 'always' | 'set_up_already';

export type Decline = { readonly code: string; readonly declineCode?: string; readonly message: string };

const declined = (declineCode: string, message: string): Decline => ({ code: 'card_declined', declineCode, message });
export const declines = {
  generic_decline: declined('generic_decline', 'Your card was declined.'),
  insufficient_funds: declined('insufficient_funds', 'Your card has insufficient funds.'),
  lost_card: declined('lost_card', 'Your card was declined.'),
  stolen_card: declined('stolen_card', 'Your card was declined.'),
  expired_card: { code: 'expired_card', declineCode: 'expired_card', message: 'Your card has expired.' },
  incorrect_cvc: {
    code: 'incorrect_cvc',
    declineCode: 'incorrect_cvc',
    message: "Your card's security code is incorrect.",
  },
  processing_error: {
    code: 'processing_error',
    declineCode: 'processing_error',
    message: 'An error occurred while processing your card. Try again in a little bit.',
  },
  authentication_required: {
    code: 'authentication_required',
    declineCode: 'authentication_required',
    message: 'Your card was declined. This transaction requires authentication.',
  },
  authentication_failed: {
    code: 'payment_intent_authentication_failure',
    message:
      'The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.',
  },
} as const satisfies Record<string, Decline>;
export type DeclineName = keyof typeof declines;

export type Card = {
  readonly number: string;
  /** Names after `pm_card_`, and after `tok_` where Stripe has one. */
  readonly names: readonly string[];
  readonly authentication?: Authentication;
  /** Refused when charged; unless `savesFine`, also when it is saved. */
  readonly decline?: DeclineName;
  readonly savesFine?: boolean;
  readonly disputed?: boolean;
  readonly refund?: 'pending' | 'failed';
};

export const testCards: readonly Card[] = [
  { number: '4242424242424242', names: ['visa'] },
  { number: '4000056655665556', names: ['visa_debit'] },
  { number: '5555555555554444', names: ['mastercard'] },
  { number: '378282246310005', names: ['amex'] },
  { number: '4000000000000002', names: ['visa_chargeDeclined', 'chargeDeclined'], decline: 'generic_decline' },
  {
    number: '4000000000009995',
    names: ['visa_chargeDeclinedInsufficientFunds', 'chargeDeclinedInsufficientFunds'],
    decline: 'insufficient_funds',
  },
  { number: '4000000000009987', names: ['visa_chargeDeclinedLostCard'], decline: 'lost_card' },
  { number: '4000000000009979', names: ['visa_chargeDeclinedStolenCard'], decline: 'stolen_card' },
  { number: '4000000000000069', names: ['chargeDeclinedExpiredCard'], decline: 'expired_card' },
  { number: '4000000000000127', names: ['chargeDeclinedIncorrectCvc'], decline: 'incorrect_cvc' },
  { number: '4000000000000119', names: ['chargeDeclinedProcessingError'], decline: 'processing_error' },
  { number: '4000000000000341', names: ['chargeCustomerFail'], decline: 'generic_decline', savesFine: true },
  { number: '4000002500003155', names: ['authenticationRequiredOnSetup'], authentication: 'unless_set_up' },
  { number: '4000002760003184', names: ['authenticationRequired'], authentication: 'always' },
  {
    number: '4000003800000446',
    names: ['authenticationRequiredSetupForOffSession'],
    authentication: 'set_up_already',
  },
  {
    number: '4000008260003178',
    names: ['authenticationRequiredChargeDeclinedInsufficientFunds'],
    authentication: 'unless_set_up',
    decline: 'insufficient_funds',
    savesFine: true,
  },
  { number: '4000000000003220', names: ['threeDSecure2Required'], authentication: 'always' },
  {
    number: '4000008400001629',
    names: ['threeDSecureRequiredChargeDeclined'],
    authentication: 'always',
    decline: 'generic_decline',
    savesFine: true,
  },
  { number: '4000000000000259', names: ['createDispute'], disputed: true },
  { number: '4000000000007726', names: ['pendingRefund'], refund: 'pending' },
  { number: '4000000000005126', names: ['refundFail'], refund: 'failed' },
];

/** What is remembered of a payment method beside what the API shows. */
export type CardTraits = {
  readonly id: string;
  readonly last4: string;
  readonly authentication: Authentication;
  readonly decline: DeclineName | null;
  readonly savesFine: boolean;
  readonly disputed: boolean;
  readonly refund: 'succeeded' | 'pending' | 'failed';
  /** Authenticated once for later payments without the customer. */
  readonly isSetUp: boolean;
  /** Used once without being attached, or detached: may not be used again. */
  readonly isSpent: boolean;
};

const onlyDigits = (text: string) => text.replace(/[\s-]/g, '');

/** The check digit every card number carries (ISO/IEC 7812). */
export function passesLuhn(number: string): boolean {
  const digits = onlyDigits(number);
  if (!/^\d{12,19}$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

export function brandOf(number: string): string {
  const digits = onlyDigits(number);
  if (/^3[47]/.test(digits)) return 'amex';
  if (/^(5[1-5]|2[2-7])/.test(digits)) return 'mastercard';
  if (/^(6011|64[4-9]|65)/.test(digits)) return 'discover';
  if (/^35/.test(digits)) return 'jcb';
  return digits.startsWith('4') ? 'visa' : 'unknown';
}

export const cardNamed = (name: string): Card | undefined => testCards.find((card) => card.names.includes(name));

/** A number that is not in the table but well formed behaves like the plain one. */
export const cardNumbered = (number: string): Card =>
  testCards.find((card) => card.number === onlyDigits(number)) ?? { number: onlyDigits(number), names: [] };

export const traitsOf = (id: string, card: Card): CardTraits => ({
  id,
  last4: card.number.slice(-4),
  authentication: card.authentication ?? 'never',
  decline: card.decline ?? null,
  savesFine: card.savesFine ?? false,
  disputed: card.disputed ?? false,
  refund: card.refund ?? 'succeeded',
  isSetUp: false,
  isSpent: false,
});

/** Does the bank want to see the customer for this payment? */
export function asksForAuthentication(traits: CardTraits, offSession: boolean): boolean {
  switch (traits.authentication) {
    case 'never':
      return false;
    case 'always':
      return true;
    case 'set_up_already':
      return !offSession;
    case 'unless_set_up':
      return !(offSession && traits.isSetUp);
  }
}
