import { isCurrencyCode } from '#app/domain/money/currencies.ts';
import { money } from '#app/domain/money/money.ts';
import { payableAmount } from '#app/domain/checkout/payable-amount.ts';
import { invalid } from '../faults.ts';

/** Stripe's rules for what can be charged. */
export function checkAmount(amount: number, currency: string, param: string): void {
  if (amount < 1) throw invalid('This value must be greater than or equal to 1.', param, 'parameter_invalid_integer');
  if (amount > 99_999_999) throw invalid('Amount must be no more than 999,999.99', param, 'amount_too_large');
  const code = currency.toUpperCase();
  if (!isCurrencyCode(code)) throw invalid(`Invalid currency: ${currency}.`, 'currency');
  const verdict = payableAmount(money(BigInt(amount), code));
  if (verdict.ok) return;
  if (verdict.code === 'below_minimum')
    throw invalid(`Amount must be at least ${verdict.detail} ${code} minor units.`, param, 'amount_too_small');
  throw invalid(`Invalid amount: in ${code} it must be divisible by 10.`, param, 'parameter_invalid_integer');
}
