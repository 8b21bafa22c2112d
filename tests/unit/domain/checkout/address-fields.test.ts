import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  addressForms,
  addressProblems,
  deliveryCountries,
  isPostalCode,
  regionsOf,
  tidyAddress,
} from '#app/domain/checkout/address-fields.ts';
import { fieldsBeforePayment } from '#app/domain/checkout/checkout-steps.ts';
import { firstMarkets } from '#app/domain/checkout/markets.ts';
import { sharedData } from '#tests/support/shared-data.ts';

const berlin = { name: 'Ada', address: 'Unter den Linden 5', city: 'Berlin', postalCode: '10117', country: 'DE' };

describe('an address is asked as its country writes it', () => {
  test.each([
    ['a German one is complete', berlin, {}],
    [
      'a postal code of four digits is none in Germany',
      { ...berlin, postalCode: '1011' },
      { postalCode: 'postal_code_unknown' },
    ],
    ['a street is missing', { ...berlin, address: '' }, { address: 'address_missing' }],
    [
      'the United States ask for a state',
      { ...berlin, country: 'US', postalCode: '95014' },
      { region: 'region_missing' },
    ],
    [
      'a state that is none',
      { ...berlin, country: 'US', postalCode: '95014', region: 'ZZ' },
      { region: 'region_missing' },
    ],
    ['California is one', { ...berlin, country: 'US', postalCode: '95014-2083', region: 'CA' }, {}],
    ['a British postcode without its blank', { ...berlin, country: 'GB', postalCode: 'EC1A1HQ' }, {}],
    ['a prefecture in Japan', { ...berlin, country: 'JP', postalCode: '1540023', region: '東京都' }, {}],
    ['nothing is sent there', { ...berlin, country: 'AQ' }, { country: 'country_not_served' }],
  ])('%s', (_case, address, problems) => expect(addressProblems(address)).toEqual(problems));

  test('what is typed is tidied, not judged', () => {
    expect(
      tidyAddress({ ...berlin, name: '  Ada   Lovelace ', postalCode: ' ec1a 1hq', country: 'gb', region: 'x' }),
    ).toEqual({
      ...berlin,
      name: 'Ada Lovelace',
      postalCode: 'EC1A 1HQ',
      country: 'GB',
    });
  });

  test('nowhere are more than eight fields asked before the payment page, e-mail included', () => {
    for (const form of Object.values(addressForms))
      expect(form.fields.length + 1).toBeLessThanOrEqual(fieldsBeforePayment);
  });

  test('every country of every market has its form', () => {
    const served = firstMarkets.flatMap(({ countries }) => [...countries]);
    expect([...served].sort()).toEqual([...deliveryCountries].sort());
  });
});

const published = sharedData('addresses/libaddressinput-countryinfo.txt');
describe.skipIf(published === null)('restated as libaddressinput publishes it', () => {
  const rows = new Map(
    (published ? readFileSync(published, 'utf8') : '')
      .split('\n')
      .map((line) => /^data\/([A-Z]{2})=(.*)$/.exec(line))
      .flatMap((found) => {
        try {
          return found ? [[found[1] ?? '', JSON.parse(found[2] ?? '{}') as Record<string, string>] as const] : [];
        } catch {
          return [];
        }
      }),
  );
  const signs: Record<string, string> = { N: 'name', A: 'address', C: 'city', S: 'region', Z: 'postalCode' };

  test.each(deliveryCountries)('%s', (country) => {
    const row = rows.get(country);
    const form = addressForms[country];
    const required = new Set(['N', ...(row?.require ?? '')]);
    const order = [...(row?.lfmt ?? row?.fmt ?? '').matchAll(/%([NACSZ])/g)].map(([, sign]) => sign ?? '');
    const regions = regionsOf(country);
    // Neither the sorting code of France nor the county of Britain and Ireland is asked, and Ireland has had codes since.
    const label = (row?.fmt ?? '')
      .replace(' %X', '')
      .replace(country === 'GB' || country === 'IE' ? /%n%S|%n%Z/g : '', '');
    expect(form.label).toBe(country === 'GB' || country === 'IE' ? `${label}%n%Z` : label);
    if (row?.require) {
      const wanted = order.filter((sign) => required.has(sign)).map((sign) => signs[sign]);
      // Japan writes the largest first; its Latin form is the other way round.
      const ours = form.fields.filter((field) => field !== 'country');
      expect(country === 'JP' ? [...ours].sort() : ours).toEqual(country === 'JP' ? [...wanted].sort() : wanted);
    }
    if (row?.zip) {
      expect(form.postalCode).toBe(row.zip);
      for (const example of (row.zipex ?? '').split(',').filter((code) => !/OHP/.test(code)))
        expect([example, isPostalCode(country, example)]).toEqual([example, true]);
    }
    if (row?.require?.includes('S')) expect(regions.map(([key]) => key)).toEqual((row.sub_keys ?? '').split('~'));
    else expect(regions).toEqual([]);
  });
});
