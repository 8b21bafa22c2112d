import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { currencyDecimals, isCurrencyCode, minorUnitsPerMajor } from '#app/domain/money/currencies.ts';
import { sharedData } from '#tests/support/shared-data.ts';

const list = sharedData('tax/iso4217_codes_all.csv');

describe('currencies', () => {
  test.skipIf(list === null)(
    'every currency has the decimals ISO 4217 gives it, and only funds codes are missing',
    () => {
      const published = new Map<string, number>();
      for (const row of readFileSync(list as string, 'utf8')
        .trim()
        .split('\n')
        .slice(1)) {
        const [withdrawn, decimals, , code] = row.trim().split(',').reverse();
        if (code && withdrawn === '' && /^\d$/.test(decimals ?? '')) published.set(code, Number(decimals));
      }
      for (const [code, decimals] of Object.entries(currencyDecimals))
        expect([code, published.get(code)]).toEqual([code, decimals]);
      const missing = [...published.keys()].filter((code) => !isCurrencyCode(code)).sort();
      expect(missing).toEqual(['BOV', 'CHE', 'CHW', 'CLF', 'COU', 'MXV', 'USN', 'UYI', 'UYW']);
    },
  );

  test.each([
    ['JPY', 1n],
    ['EUR', 100n],
    ['KWD', 1000n],
  ] as const)('one %s has %s minor units', (currency, units) => {
    expect(minorUnitsPerMajor(currency)).toBe(units);
  });

  test('a name every object has is no currency', () => {
    expect(isCurrencyCode('constructor')).toBe(false);
    expect(isCurrencyCode('eur')).toBe(false);
  });
});
