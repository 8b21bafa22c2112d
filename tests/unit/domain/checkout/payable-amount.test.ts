import { describe, expect, test } from 'vitest';
import { payableAmount, smallestPayment } from '#app/domain/checkout/payable-amount.ts';
import { type CurrencyCode, currencyCodes } from '#app/domain/money/currencies.ts';
import { money } from '#app/domain/money/money.ts';

describe('what a card can pay', () => {
  test.each<[string, bigint, CurrencyCode, string]>([
    ['nothing to pay needs no payment', 0n, 'EUR', 'nothing_to_pay'],
    ['49 cents are too little', 49n, 'EUR', 'below_minimum'],
    ['50 cents are enough', 50n, 'EUR', 'by_card'],
    ['29 pence are too little', 29n, 'GBP', 'below_minimum'],
    ['30 pence are enough', 30n, 'GBP', 'by_card'],
    ['49 yen are too little', 49n, 'JPY', 'below_minimum'],
    ['50 yen are enough', 50n, 'JPY', 'by_card'],
    ['174.99 forint are too little', 17_499n, 'HUF', 'below_minimum'],
    ['175 forint are enough', 17_500n, 'HUF', 'by_card'],
    ['0.159 dinar are too little before they are uneven', 159n, 'KWD', 'below_minimum'],
    ['0.160 dinar are enough', 160n, 'KWD', 'by_card'],
    ['1.234 dinar have a third decimal no card network settles', 1234n, 'KWD', 'not_divisible_by_ten'],
    ['1.230 dinar are fine', 1230n, 'KWD', 'by_card'],
    ['so in Bahrain', 1001n, 'BHD', 'not_divisible_by_ten'],
    ['two-decimal amounts may end in anything', 1234n, 'EUR', 'by_card'],
  ])('%s', (_case, minor, currency, verdict) => {
    const answer = payableAmount(money(minor, currency));
    expect(answer.ok ? answer.value : answer.code).toBe(verdict);
  });

  test('a refusal for being too little names the minimum', () => {
    expect(payableAmount(money(1n, 'CZK'))).toEqual({ ok: false, code: 'below_minimum', detail: 1500n });
  });

  test('a negative total is a fault of the caller', () => {
    expect(() => payableAmount(money(-1n, 'EUR'))).toThrow(RangeError);
  });

  test.each(currencyCodes)('the minimum of %s can itself be paid', (currency) => {
    expect(payableAmount(money(smallestPayment(currency), currency))).toEqual({ ok: true, value: 'by_card' });
  });
});
