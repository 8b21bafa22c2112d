import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exact, multiply, toExact } from '#app/domain/money/exact.ts';
import { amountString, lineAmount, money } from '#app/domain/money/money.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { netOfShownPrice, shownGrossPrice, taxOfLine } from '#app/domain/pricing/tax.ts';
import { decimal } from '#tests/support/arbitraries.ts';

const d = toExact;
const taxed = (unitPrice: string, quantity: string, rate: string, display: 'exclusive' | 'inclusive') => {
  const line = taxOfLine({
    amount: multiply(d(unitPrice), d(quantity)),
    lineTotal: lineAmount(d(unitPrice), d(quantity), 'EUR'),
    ratePercent: d(rate),
    display,
  });
  return [line.net, line.tax, line.gross].map(amountString);
};

describe('tax of one line', () => {
  test('9.99 shown at 19 % is stored as 8.394958, and three of them are 29.97 again', () => {
    const net = netOfShownPrice(d('9.99'), d('19'));
    expect(toDecimalString(net, 6)).toBe('8.394958');
    expect(amountString(shownGrossPrice(net, d('19'), 'EUR'))).toBe('9.99');
    expect(taxed('8.394958', '3', '19', 'inclusive')).toEqual(['25.18', '4.79', '29.97']);
  });

  test.each([
    ['10.00', '3', '19', 'exclusive', ['30.00', '5.70', '35.70']],
    ['0.333333', '10', '7', 'exclusive', ['3.33', '0.23', '3.56']],
    ['0.333333', '10', '7', 'inclusive', ['3.33', '0.24', '3.57']],
    ['8.394958', '3', '19', 'exclusive', ['25.18', '4.78', '29.96']],
    ['10.00', '1', '25.5', 'exclusive', ['10.00', '2.55', '12.55']],
    ['10.00', '1', '0', 'inclusive', ['10.00', '0.00', '10.00']],
  ] as const)('%s x %s at %s %%, %s of tax', (unitPrice, quantity, rate, display, expected) => {
    expect(taxed(unitPrice, quantity, rate, display)).toEqual(expected);
  });

  test('a shown price comes back for any quantity up to a thousand', () => {
    const shownCents = fc.bigInt({ min: 1n, max: 1_000_000n });
    const rate = fc.constantFrom('5', '5.5', '7', '8.1', '19', '20', '25.5', '27').map(d);
    fc.assert(
      fc.property(shownCents, rate, fc.bigInt({ min: 1n, max: 1000n }), (cents, ratePercent, quantity) => {
        const net = netOfShownPrice(exact(cents, 100n), ratePercent);
        const amount = multiply(net, exact(quantity));
        const line = taxOfLine({
          amount,
          lineTotal: lineAmount(net, exact(quantity), 'EUR'),
          ratePercent,
          display: 'inclusive',
        });
        expect(line.gross).toEqual(money(cents * quantity, 'EUR'));
      }),
    );
  });

  test('net and tax are the gross, the tax is never negative, and at no rate there is none', () => {
    const display = fc.constantFrom('exclusive', 'inclusive');
    fc.assert(
      fc.property(decimal(0, 999, 6), decimal(1, 99, 3), decimal(0, 30, 2), display, (price, quantity, rate, shown) => {
        const lineTotal = lineAmount(price, quantity, 'EUR');
        const line = taxOfLine({ amount: multiply(price, quantity), lineTotal, ratePercent: rate, display: shown });
        expect(line.net).toEqual(lineTotal);
        expect(line.gross.minor).toBe(line.net.minor + line.tax.minor);
        expect(line.tax.minor >= 0n).toBe(true);
        const untaxed = taxOfLine({
          amount: multiply(price, quantity),
          lineTotal,
          ratePercent: d('0'),
          display: shown,
        });
        expect(untaxed.tax.minor).toBe(0n);
      }),
    );
  });

  test('a line given away by a promotion has no tax, even where its own rounding left a fraction', () => {
    for (const amount of ['0.005', '0.014']) {
      const lineTotal = money(1n, 'EUR');
      const line = taxOfLine({
        amount: d(amount),
        lineTotal,
        discount: lineTotal,
        ratePercent: d('27'),
        display: 'inclusive',
      });
      expect([line.net.minor, line.tax.minor, line.gross.minor]).toEqual([0n, 0n, 0n]);
    }
  });
});
