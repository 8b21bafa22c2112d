import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { TaxClass } from '#app/domain/catalog/variant.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { euRates, otherRates } from '#app/domain/pricing/tax-rate-table.ts';
import { type TaxTreatment, firstTaxRules, isEuTaxArea, taxRate } from '#app/domain/pricing/tax-rates.ts';
import { sharedData } from '#tests/support/shared-data.ts';

const rate = (
  country: string,
  postalCode = '',
  taxClass: TaxClass = 'standard',
  on = '2026-11-22',
  treatment: TaxTreatment = 'taxed',
) => toDecimalString(taxRate(firstTaxRules, { country, postalCode, taxClass, on, treatment }).ratePercent, 4);

describe('the rate where a line is delivered', () => {
  test.each([
    ['DE', '10117', 'standard', '19'],
    ['DE', '10117', 'reduced', '7'],
    ['DE', '10117', 'super_reduced', '7'],
    ['DE', '10117', 'zero', '0'],
    ['DE', '78266', 'standard', '0'],
    ['DE', '27498', 'reduced', '0'],
    ['GB', 'SW1A 1AA', 'standard', '20'],
    ['GB', 'BT1 5GS', 'standard', '20'],
    ['ES', '35001', 'standard', '0'],
    ['ES', '28001', 'reduced', '10'],
    ['IT', '23041', 'standard', '0'],
    ['PT', '9000-039', 'standard', '22'],
    ['PT', '9500-150', 'standard', '18'],
    ['PT', '1000-001', 'standard', '23'],
    ['FR', '97110', 'standard', '8.5'],
    ['FR', '75001', 'reduced', '5.5'],
    ['FI', '22100', 'standard', '0'],
    ['FI', '00100', 'standard', '25.5'],
    ['AT', '6991', 'standard', '19'],
    ['AT', '6991', 'reduced', '10'],
    ['DK', '1050', 'reduced', '25'],
    ['JP', '100-0001', 'standard', '10'],
    ['JP', '100-0001', 'reduced', '8'],
    ['US', '10001', 'standard', '0'],
    ['BR', '01310-100', 'standard', '0'],
    ['constructor', '', 'standard', '0'],
  ] as const)('%s %s, %s: %s %%', (country, postalCode, taxClass, expected) => {
    expect(rate(country, postalCode, taxClass)).toBe(expected);
  });

  test.each([
    ['2020-06-30', '19'],
    ['2020-07-01', '16'],
    ['2020-12-31', '16'],
    ['2021-01-01', '19'],
    ['1999-01-01', '19'],
  ])('in Germany on %s it was %s %%', (on, expected) => expect(rate('DE', '10117', 'standard', on)).toBe(expected));

  test('a buyer who owes the tax, or is exempt, is charged none, and the reason is named', () => {
    const ask = (treatment: TaxTreatment, country = 'DE') =>
      taxRate(firstTaxRules, { country, postalCode: '10117', taxClass: 'standard', on: '2026-11-22', treatment });
    expect(ask('reverse_charge')).toMatchObject({ ratePercent: { num: 0n }, because: 'reverse_charge' });
    expect(ask('exempt')).toMatchObject({ ratePercent: { num: 0n }, because: 'exempt' });
    expect(ask('taxed', 'US').because).toBe('no_sales_tax_duty');
    expect(ask('taxed', 'BR').because).toBe('export');
    expect(ask('taxed').because).toBe('rate');
    expect(
      taxRate(firstTaxRules, {
        country: 'DE',
        postalCode: '27498',
        taxClass: 'standard',
        on: '2026-11-22',
        treatment: 'taxed',
      }),
    ).toMatchObject({
      because: 'territory',
      territory: 'Heligoland',
    });
  });

  test.each([
    ['DE', '10117', true],
    ['DE', '27498', false],
    ['GB', 'BT1 5GS', true],
    ['GB', 'SW1A 1AA', false],
    ['PT', '9000-039', true],
    ['ES', '38001', false],
    ['CH', '8001', false],
    ['FR', '97110', false],
    ['AT', '6991', true],
    ['MC', '98000', true],
  ])('%s %s inside the EU tax area: %s', (country, postalCode, expected) =>
    expect(isEuTaxArea(firstTaxRules, country, postalCode)).toBe(expected),
  );
});

type Period = {
  effective_from: string;
  rates: Record<string, number>;
  exceptions?: { name: string; postcode: string; standard: number }[];
};
const eu = sharedData('tax/eu_vat_rates.json');
const world = sharedData('tax/sales_tax_rates_world.json');

/** A postal code that a pattern of the published list accepts. */
const example = (pattern: string): string =>
  pattern
    .replace(/^\(([^|)]*)\|?.*\)$/, '$1')
    .replace(/\[(\d)[^\]]*\]/g, '$1')
    .replace(/\\d\{(\d),?\}/g, (_, count: string) => '10'.padEnd(Number(count), '0').slice(0, Number(count)));

describe('against the published rates', () => {
  test.skipIf(eu === null)('every period of every EU country and the United Kingdom agrees', () => {
    const { items } = JSON.parse(readFileSync(eu as string, 'utf8')) as { items: Record<string, Period[]> };
    expect(Object.keys(euRates).filter((country) => !(country in items))).toEqual([]);
    for (const [country, periods] of Object.entries(items)) {
      for (const { effective_from: on, rates, exceptions } of periods) {
        const say = (taxClass: TaxClass) => `${country} ${on} ${taxClass} ${rate(country, '', taxClass, on)}`;
        expect(say('standard')).toBe(`${country} ${on} standard ${rates.standard}`);
        const published = Object.values(rates).map((percent) => `${percent}`);
        expect(published).toContain(rate(country, '', 'reduced', on));
        expect(published).toContain(rate(country, '', 'super_reduced', on));
        for (const { name, postcode, standard } of exceptions ?? []) {
          const code = example(postcode);
          expect(new RegExp(`^${postcode}$`).test(code), `${name}: ${code}`).toBe(true);
          expect([name, code, rate(country, code, 'standard', on)]).toEqual([name, code, `${standard}`]);
        }
      }
    }
  });

  test.skipIf(world === null)('the other countries agree where the world list is current', () => {
    const rates = JSON.parse(readFileSync(world as string, 'utf8')) as Record<string, { rate: number }>;
    const stale = ['LI'];
    for (const country of Object.keys(otherRates)) {
      const published = rates[country];
      if (!published || stale.includes(country)) continue;
      expect([country, rate(country)]).toEqual([country, `${Math.round(published.rate * 10_000) / 100}`]);
    }
  });
});
