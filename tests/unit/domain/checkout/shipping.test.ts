import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deliveryCountries } from '#app/domain/checkout/address-fields.ts';
import { deliveryPromise } from '#app/domain/checkout/delivery-promise.ts';
import { firstMarkets, marketOfCountry } from '#app/domain/checkout/markets.ts';
import { chosenOffer, missingForAnyFree, parcelWeight, shippingOffers } from '#app/domain/checkout/shipping.ts';
import { firstShippingMethods, shippingMethodsOf } from '#app/domain/checkout/shipping-methods.ts';
import { toExact } from '#app/domain/money/exact.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { money } from '#app/domain/money/money.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';

const methods = shippingMethodsOf(firstShippingMethods);

const parcel = (country: string, currency: CurrencyCode, weightGrams: number, minor: bigint) => ({
  country,
  currency,
  weightGrams,
  goods: money(minor, currency),
});

describe('what shipping costs', () => {
  test.each([
    [
      'a light parcel in Germany',
      parcel('DE', 'EUR', 1500, 2000n),
      [
        ['standard', '4.117647'],
        ['express', '10.840336'],
      ],
    ],
    [
      'a letter fits 500 g and 40 euros',
      parcel('DE', 'EUR', 500, 4000n),
      [
        ['letter', '2.436975'],
        ['standard', '4.117647'],
        ['express', '10.840336'],
      ],
    ],
    [
      'a letter is not for what is worth more',
      parcel('DE', 'EUR', 500, 4001n),
      [
        ['standard', '4.117647'],
        ['express', '10.840336'],
      ],
    ],
    [
      'standard is free from 49 euros on',
      parcel('DE', 'EUR', 1500, 4900n),
      [
        ['standard', '0'],
        ['express', '10.840336'],
      ],
    ],
    [
      'a band ends with its weight',
      parcel('DE', 'EUR', 2000, 100n),
      [
        ['standard', '4.117647'],
        ['express', '10.840336'],
      ],
    ],
    [
      'a gram more is the next band',
      parcel('DE', 'EUR', 2001, 100n),
      [
        ['standard', '6.638655'],
        ['express', '15.882353'],
      ],
    ],
    ['express ends at 10 kg', parcel('DE', 'EUR', 10_001, 100n), [['standard', '12.521008']]],
    ['above 31.5 kg it is freight', parcel('DE', 'EUR', 31_501, 100n), [['freight', '57.983193']]],
    [
      'Austria is another zone',
      parcel('AT', 'EUR', 1500, 9899n),
      [
        ['standard', '8.319328'],
        ['express', '18.403361'],
      ],
    ],
    [
      'pounds in Britain',
      parcel('GB', 'GBP', 900, 4500n),
      [
        ['standard', '0'],
        ['express', '7.458333'],
      ],
    ],
    ['a currency the zone has no price in', parcel('GB', 'EUR', 900, 4500n), []],
    ['nowhere', parcel('AQ', 'EUR', 900, 4500n), []],
  ])('%s', (_case, given, offers) => {
    expect(
      shippingOffers(methods, given).map(({ method, netPrice }) => [method.code, toDecimalString(netPrice, 6)]),
    ).toEqual(offers);
  });

  test('how much more makes it free', () => {
    const [, standard] = shippingOffers(methods, parcel('DE', 'EUR', 500, 4000n));
    expect(standard?.missingForFree).toEqual(money(900n, 'EUR'));
  });

  test.each([
    [
      'a letter is never free, a parcel would be for a little more',
      parcel('DE', 'EUR', 500, 4000n),
      money(900n, 'EUR'),
    ],
    ['it is free already', parcel('DE', 'EUR', 900, 4900n), null],
    ['nothing goes there', parcel('AQ', 'EUR', 900, 100n), null],
  ])('%s', (_case, given, missing) => expect(missingForAnyFree(shippingOffers(methods, given))).toEqual(missing));

  test('something is always preselected, and a wish that does not exist is the cheapest', () => {
    const offers = shippingOffers(methods, parcel('DE', 'EUR', 1500, 2000n));
    expect(chosenOffer(offers, 'express')?.method.code).toBe('express');
    expect(chosenOffer(offers, null)?.method.code).toBe('standard');
    expect(chosenOffer(offers, 'pigeon')?.method.code).toBe('standard');
    expect(chosenOffer([], null)).toBeNull();
  });

  test('every country of every market is in exactly one zone, and anything can be sent there', () => {
    for (const country of deliveryCountries) {
      const zones = new Set(methods.filter(({ countries }) => countries.includes(country)).map(({ zone }) => zone));
      expect([country, zones.size]).toEqual([country, 1]);
    }
    fc.assert(
      fc.property(
        fc.constantFrom(...deliveryCountries),
        fc.integer({ min: 0, max: 2_000_000 }),
        fc.bigInt(0n, 10n ** 9n),
        (country, weight, minor) => {
          const { currency } = marketOfCountry(firstMarkets, country);
          const offers = shippingOffers(methods, parcel(country, currency, weight, minor));
          expect(offers.length).toBeGreaterThan(0);
          expect(offers.every(({ netPrice }) => netPrice.num >= 0n)).toBe(true);
        },
      ),
    );
  });

  test('a parcel weighs its lines, rounded up once', () => {
    expect(
      parcelWeight([
        { quantity: toExact('0.5'), weightGrams: 333 },
        { quantity: toExact('3'), weightGrams: 270 },
      ]),
    ).toBe(977);
    expect(parcelWeight([])).toBe(0);
  });
});

describe('when it arrives', () => {
  const promise = (iso: string, workingDays: [number, number], leadTimeDays = 0, timeZone = 'Europe/Berlin') =>
    Object.values(deliveryPromise({ now: new Date(iso), timeZone, leadTimeDays, workingDays }));
  test.each([
    ['ordered on Monday morning', '2027-03-01T09:00:00Z', [1, 3], 0, ['2027-03-02', '2027-03-04']],
    [
      'after two in the afternoon there it leaves on Tuesday',
      '2027-03-01T13:00:00Z',
      [1, 3],
      0,
      ['2027-03-03', '2027-03-05'],
    ],
    ['a minute before two it leaves today', '2027-03-01T12:59:00Z', [1, 1], 0, ['2027-03-02', '2027-03-02']],
    ['weekends do not count', '2027-03-05T09:00:00Z', [1, 2], 0, ['2027-03-08', '2027-03-09']],
    ['ordered on Saturday it leaves on Monday', '2027-03-06T09:00:00Z', [1, 1], 0, ['2027-03-09', '2027-03-09']],
    ['made to order, ten days', '2027-03-01T09:00:00Z', [1, 3], 10, ['2027-03-12', '2027-03-16']],
  ] as const)('%s', (_case, now, days, lead, arrives) => expect(promise(now, [...days], lead)).toEqual(arrives));

  test('the hour is that of the store: the clocks have gone forward', () => {
    expect(promise('2027-03-29T11:59:00Z', [1, 1])).toEqual(['2027-03-30', '2027-03-30']);
    expect(promise('2027-03-29T12:00:00Z', [1, 1])).toEqual(['2027-03-31', '2027-03-31']);
  });
});
