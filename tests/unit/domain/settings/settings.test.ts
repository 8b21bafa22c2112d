import { describe, expect, test } from 'vitest';
import { firstMarkets } from '#app/domain/checkout/markets.ts';
import { firstShippingMethods, shippingMethodsOf, shippingTitle } from '#app/domain/checkout/shipping-methods.ts';
import { firstTaxRules, ratesOn } from '#app/domain/pricing/tax-rates.ts';
import { matchesPostcode } from '#app/domain/pricing/tax-territories.ts';
import { parseSpans, writeSpans } from '#app/domain/quotes/opening-spans.ts';
import { firstHours, hoursOf } from '#app/domain/quotes/shop-hours.ts';
import { wordsProblem } from '#app/domain/settings/changed-words.ts';
import { documentChanges } from '#app/domain/settings/document-changes.ts';
import { settingsProblem } from '#app/domain/settings/settings-problems.ts';
import { firstSettings, settingsKinds } from '#app/domain/settings/shop-rules.ts';

const [germany, britain, ...others] = firstMarkets;
const [letter, ...methods] = firstShippingMethods;
if (!britain || !letter) throw new Error('the shop begins with markets and methods');

describe('what keeps a document from being used', () => {
  test.each(settingsKinds)('nothing is wrong with %s as the shop came', (kind) =>
    expect(settingsProblem(kind, firstSettings[kind])).toBeNull(),
  );

  test.each([
    ['the store’s own market is closed', [{ ...germany, isOpen: false }, britain], 'own_market_closed'],
    ['a code stands twice', [germany, { ...britain, code: 'DE' }], 'market_twice'],
    ['a country is in two open markets', [germany, { ...britain, countries: ['FR'] }], 'country_twice'],
    ['the other one is closed', [germany, { ...britain, countries: ['FR'], isOpen: false }], null],
    [
      'a time zone nobody knows',
      [germany, { ...britain, timeZone: 'Europe/Atlantis' }, ...others],
      'unknown_time_zone',
    ],
  ] as const)('markets: %s', (_case, markets, problem) => expect(settingsProblem('markets', markets)).toBe(problem));

  const banded = (...limits: (number | null)[]) => [
    { ...letter, bands: limits.map((upToGrams) => ({ upToGrams, netPrice: { EUR: '1' } })) },
  ];
  test.each([
    ['a method of the zone twice', [letter, letter], 'shipping_method_twice'],
    ['rising weights, the last without end', banded(500, 2000, null), null],
    ['the same weight twice', banded(500, 500), 'weights_not_rising'],
    ['something after any weight', banded(null, 500), 'weights_not_rising'],
    ['days that end before they begin', [{ ...letter, workingDays: [3, 1] as const }, ...methods], 'days_not_rising'],
  ] as const)('shipping: %s', (_case, document, problem) =>
    expect(settingsProblem('shipping', document)).toBe(problem),
  );

  const taxed = (...periods: [string, string, string | null, string | null][]) => ({
    rates: { DE: periods },
    territories: {},
  });
  test.each([
    ['two rows of one day', taxed(['2027-01-01', '19', null, null], ['2027-01-01', '20', null, null]), 'tax_day_twice'],
    ['more than all', taxed(['2027-01-01', '100.5', null, null]), 'not_a_rate'],
    ['all of it', taxed(['2027-01-01', '100', '0', null]), null],
  ] as const)('taxes: %s', (_case, document, problem) => expect(settingsProblem('tax', document)).toBe(problem));

  const open = (from: string, to: string, ...more: { from: string; to: string }[]) => ({
    ...firstHours,
    week: { 1: [{ from, to }, ...more] },
  });
  test.each([
    ['never open', { ...firstHours, week: {} }, 'desk_never_open'],
    ['closing before opening', open('18:00', '08:00'), 'spans_overlap'],
    ['two spans that overlap', open('08:00', '12:00', { from: '11:00', to: '13:00' }), 'spans_overlap'],
    ['two that touch', open('08:00', '12:00', { from: '12:00', to: '13:00' }), null],
  ] as const)('opening hours: %s', (_case, document, problem) =>
    expect(settingsProblem('opening_hours', document)).toBe(problem),
  );
});

test.each([
  ['08:00-18:00', [{ from: '08:00', to: '18:00' }]],
  [
    ' 08:00 – 12:00 , 13:00-24:00 ',
    [
      { from: '08:00', to: '12:00' },
      { from: '13:00', to: '24:00' },
    ],
  ],
  ['', []],
  ['8-18', null],
  ['25:00-26:00', null],
  ['08:00-12:00;13:00-18:00', null],
])('opening times %j', (text, spans) => {
  expect(parseSpans(text)).toEqual(spans);
  if (spans) expect(parseSpans(writeSpans(spans))).toEqual(spans);
});

test('days the owner closes are closed once, or every year', () => {
  const { isHoliday } = hoursOf({ ...firstHours, calendar: 'none', closedOn: ['2026-12-24', '12-31'] });
  expect(['2026-12-24', '2027-12-24', '2026-12-31', '2030-12-31', '2026-12-25'].map(isHoliday)).toEqual([
    true,
    false,
    true,
    true,
    false,
  ]);
});

test.each([
  ['35???', '35001', true],
  ['35???', '3500', false],
  ['35???', '36001', false],
  ['90??*', '9000-039', true],
  ['90??*', '90', false],
  ['78266', '782 66', true],
  ['BT*', 'bt1 5gs', true],
])('postal codes like %s hold %s: %s', (pattern, code, holds) => expect(matchesPostcode(pattern, code)).toBe(holds));

test('a country’s rates of a day', () => {
  expect(ratesOn(firstTaxRules, 'DE', '2020-08-01')?.[1]).toBe('16');
  expect(ratesOn(firstTaxRules, 'DE', '0001-01-01')?.[1]).toBe('19');
  expect(ratesOn(firstTaxRules, 'toString', '2020-08-01')).toBeUndefined();
});

test('amounts of a method are exact, in the decimals of each currency', () => {
  const [method] = shippingMethodsOf([
    { ...letter, bands: [{ upToGrams: null, netPrice: { EUR: '4.117647' } }], freeFrom: { EUR: '49.5', JPY: '8000' } },
  ]);
  expect(method?.bands[0]?.netPrice.EUR).toEqual({ num: 4_117_647n, den: 1_000_000n });
  expect(method?.freeFrom).toEqual({ EUR: 4_950n, JPY: 8_000n });
});

test.each([
  ['express', 'FR', 'Express'],
  ['letter', 'FR', 'Brief'],
  ['pigeon', 'FR', undefined],
])('how buyers read the method %s to %s', (code, country, title) =>
  expect(shippingTitle(shippingMethodsOf(firstShippingMethods), { code, country }).de).toBe(title),
);

test.each([
  ['Order {number} is on its way', 'On its way: {number}!', null],
  ['Order {number} is on its way', 'On its way!', null],
  ['Order {number} is on its way', 'For {name}', { allowed: ['number'] }],
  ['Order {number} is on its way', 'Broken {number', { allowed: ['number'] }],
  ['Hello', 'Hi', null],
])('in place of %j, %j', (own, changed, problem) => expect(wordsProblem(own, changed)).toEqual(problem));

test('what became of a document, place by place', () => {
  expect(
    documentChanges(
      [germany, britain],
      [britain, { ...germany, returnDays: 14, countries: ['DE', 'AT'], quietHours: { from: 22, until: 7 } }],
    ),
  ).toEqual([
    { path: 'DE · countries', before: germany.countries.join(', '), after: 'DE, AT' },
    { path: 'DE · quietHours · from', before: null, after: '22' },
    { path: 'DE · quietHours · until', before: null, after: '7' },
    { path: 'DE · returnDays', before: '30', after: '14' },
    { path: 'DE · quietHours', before: '–', after: null },
  ]);
  expect(documentChanges(firstTaxRules, firstTaxRules)).toEqual([]);
});
