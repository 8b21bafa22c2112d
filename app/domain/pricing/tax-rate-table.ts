/** VAT and sales tax rates in percent by country, the latest period first. A period begins on its day in that country;
 *  the last also answers for earlier days. `reduced` is the rate the country itself calls reduced, `superReduced` the
 *  lowest one for goods; null where it has none, and the next higher class counts.
 *  Restated from ibericode/vat-rates and kdeldycke/vat-rates (EU, United Kingdom, others) and valeriansaliou/node-sales-tax
 *  (world); tests/unit/domain/pricing/tax-rates.test.ts compares this table with them. */
export type RatePeriod = readonly [
  since: string,
  standard: string,
  reduced: string | null,
  superReduced: string | null,
];

const always = '0000-01-01';

export const euRates: Readonly<Record<string, readonly RatePeriod[]>> = {
  AT: [[always, '20', '10', null]],
  BE: [[always, '21', '6', null]],
  BG: [[always, '20', '9', null]],
  CY: [[always, '19', '9', '5']],
  CZ: [
    ['2024-01-01', '21', '12', null],
    [always, '21', '15', '10'],
  ],
  DE: [
    ['2021-01-01', '19', '7', null],
    ['2020-07-01', '16', '5', null],
    [always, '19', '7', null],
  ],
  DK: [[always, '25', null, null]],
  EE: [
    ['2025-07-01', '24', '13', '9'],
    ['2025-01-01', '22', '13', '9'],
    ['2024-01-01', '22', '9', '5'],
    [always, '20', '9', null],
  ],
  ES: [[always, '21', '10', '4']],
  FI: [
    ['2024-09-01', '25.5', '14', '10'],
    [always, '24', '14', '10'],
  ],
  FR: [
    ['2014-01-01', '20', '5.5', '2.1'],
    [always, '19.6', '5.5', '2.1'],
  ],
  GR: [
    ['2016-06-01', '24', '13', '6'],
    ['2016-01-01', '23', '13.5', '6'],
    [always, '23', '13', '6.5'],
  ],
  HR: [[always, '25', '13', '5']],
  HU: [[always, '27', '18', '5']],
  IE: [
    ['2021-03-01', '23', '13.5', '4.8'],
    ['2020-09-01', '21', '13.5', '4.8'],
    [always, '23', '13.5', '4.8'],
  ],
  IT: [[always, '22', '10', '4']],
  LT: [[always, '21', '9', '5']],
  LU: [
    ['2024-01-01', '17', '8', '3'],
    ['2023-01-01', '16', '7', '3'],
    ['2015-01-01', '17', '8', '3'],
    [always, '15', '6', '3'],
  ],
  LV: [[always, '21', '12', '5']],
  MT: [[always, '18', '7', '5']],
  NL: [
    ['2019-01-01', '21', '9', null],
    ['2012-10-01', '21', '6', null],
    [always, '19', '6', null],
  ],
  PL: [[always, '23', '8', '5']],
  PT: [[always, '23', '6', null]],
  RO: [
    ['2025-08-01', '21', '11', null],
    ['2017-01-01', '19', '9', '5'],
    ['2016-01-01', '20', '9', '5'],
    [always, '24', '9', '5'],
  ],
  SE: [[always, '25', '12', '6']],
  SI: [[always, '22', '9.5', '5']],
  SK: [
    ['2025-01-01', '23', '19', '5'],
    ['2011-01-01', '20', '10', null],
    [always, '19', '10', null],
  ],
};

/** Countries outside the EU, and French regions with codes of their own, whose tax the shop charges. Monaco follows
 *  France, the Isle of Man the United Kingdom and Liechtenstein Switzerland, by treaty. */
export const otherRates: Readonly<Record<string, readonly RatePeriod[]>> = {
  GB: [[always, '20', '5', null]],
  IM: [[always, '20', '5', null]],
  MC: [
    ['2014-01-01', '20', '5.5', '2.1'],
    [always, '19.6', '5.5', '2.1'],
  ],
  GP: [[always, '8.5', '2.1', null]],
  MQ: [[always, '8.5', '2.1', null]],
  RE: [[always, '8.5', '2.1', null]],
  CH: [
    ['2024-01-01', '8.1', '2.6', null],
    [always, '7.7', '2.5', null],
  ],
  LI: [
    ['2024-01-01', '8.1', '2.6', null],
    [always, '7.7', '2.5', null],
  ],
  NO: [[always, '25', '15', null]],
  JP: [
    ['2019-10-01', '10', '8', null],
    [always, '8', null, null],
  ],
  AU: [[always, '10', null, null]],
  NZ: [[always, '15', null, null]],
  KR: [[always, '10', null, null]],
};
