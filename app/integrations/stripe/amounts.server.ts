import { isCurrencyCode } from '#app/domain/money/currencies.ts';
import { type Money, money } from '#app/domain/money/money.ts';
import { PaymentFault } from './payments.ts';

/** The provider's whole number of minor units. @throws RangeError beyond what a number holds exactly */
export function toProviderAmount(amount: Money): number {
  const minor = Number(amount.minor);
  if (!Number.isSafeInteger(minor))
    throw new RangeError(`${amount.minor} ${amount.currency} is too much for one payment`);
  return minor;
}

export function fromProviderAmount(minor: number | null, currency: string | null): Money {
  const code = (currency ?? '').toUpperCase();
  if (minor === null || !isCurrencyCode(code))
    throw new PaymentFault('invalid', `the payment provider answered an amount in ${currency ?? 'no currency'}`);
  return money(BigInt(minor), code);
}

export const idOf = (reference: string | { id: string } | null | undefined): string | null =>
  typeof reference === 'string' ? reference : (reference?.id ?? null);
