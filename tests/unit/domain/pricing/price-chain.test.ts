import { describe, expect, test } from 'vitest';
import { priceChain, setAside, thePublic } from '#app/domain/pricing/price-chain.ts';
import { revisionInForce } from '#app/domain/pricing/revision-in-force.ts';
import {
  aContract,
  aLine,
  aRevision,
  aStandard,
  day,
  ladder,
  priced,
  terms,
  today,
} from '#tests/support/a-price-world.ts';

const buyer = { unitPath: ['pier-9', 'north', 'hq'], segments: ['cafes', 'hotels'] };
const entries = ladder({ 1: 10 });
const names = (revisions: Parameters<typeof priceChain>[0], at = today, who = buyer) =>
  priceChain(revisions, who, 'EUR', at).map(({ list }) => list);

describe('the order of the chain', () => {
  test('contracts of the unit, then of each unit above, then segments by priority, then standard', () => {
    const lists = [
      aRevision('STANDARD-EUR', entries),
      aRevision('HOTELS', entries, { kind: 'segment', segment: 'hotels', priority: 20 }),
      aRevision('CAFES', entries, { kind: 'segment', segment: 'cafes', priority: 10 }),
      aRevision('HQ', entries, { unit: 'hq' }),
      aRevision('NORTH', entries, { unit: 'north' }),
      aRevision('PIER', entries, { unit: 'pier-9' }),
    ];
    expect(names(lists)).toEqual(['PIER', 'NORTH', 'HQ', 'CAFES', 'HOTELS', 'STANDARD-EUR']);
    expect(names(lists, today, thePublic as typeof buyer)).toEqual(['STANDARD-EUR']);
  });

  test('ties go to the later start, then to the code', () => {
    const at = (list: string, effectiveAt: string) =>
      aRevision(list, entries, { unit: 'hq', effectiveAt: day(effectiveAt) });
    expect(names([at('A', '2027-01-01'), at('C', '2027-01-05'), at('B', '2027-01-05')])).toEqual(['B', 'C', 'A']);
  });

  test('another currency, unit or segment is no candidate', () => {
    const lists = [
      aRevision('USD', entries, { currency: 'USD' }),
      aRevision('SOUTH', entries, { unit: 'south' }),
      aRevision('BARS', entries, { kind: 'segment', segment: 'bars' }),
    ];
    expect(names(lists)).toEqual([]);
    expect(setAside(lists, buyer, 'EUR', today).map(({ because }) => because)).toEqual([
      'other_currency',
      'other_buyer',
      'other_buyer',
    ]);
  });

  test('a list whose newest revision went to another unit is gone for the old one', () => {
    const lists = [
      aRevision('K', entries, { unit: 'hq' }),
      aRevision('K', entries, { unit: 'elsewhere', number: 2, effectiveAt: day('2027-01-20') }),
    ];
    expect(names(lists)).toEqual([]);
    expect(names(lists, day('2027-01-19'))).toEqual(['K']);
  });
});

describe('the revision in force', () => {
  const r = (number: number, from: string, until: string | null = null) => ({
    number,
    effectiveAt: day(from),
    endsAt: until === null ? null : day(until),
  });
  test.each([
    ['the start is inclusive', [r(1, '2027-02-01')], '2027-02-01', 1],
    ['a moment before it there is none', [r(1, '2027-02-01')], '2027-01-31', null],
    ['the end is exclusive', [r(1, '2027-01-01', '2027-02-01')], '2027-02-01', null],
    ['the latest start wins', [r(2, '2027-01-01'), r(1, '2027-01-15')], '2027-02-01', 1],
    ['then the highest number', [r(1, '2027-01-01'), r(2, '2027-01-01')], '2027-02-01', 2],
    [
      'when a newer one ends the older returns',
      [r(1, '2027-01-01'), r(2, '2027-01-15', '2027-01-20')],
      '2027-02-01',
      1,
    ],
  ] as const)('%s', (_, revisions, at, number) => {
    expect(revisionInForce(revisions, day(at))?.number ?? null).toBe(number);
  });
});

test('the price of any past or coming moment can be asked and answers the same', () => {
  const world = terms([
    aContract({ 1: 18 }),
    { ...aContract({ 1: 15 }), number: 2, effectiveAt: day('2027-03-01') },
    { ...aStandard({ 1: 21 }), effectiveAt: day('2026-01-01') },
  ]);
  const at = (moment: string) => {
    const line = priced(aLine(1), world, day(moment));
    return `${line.list} ${line.revision}`;
  };
  expect([at('2026-06-01'), at('2027-01-01'), at('2027-02-28'), at('2027-03-01')]).toEqual([
    'STANDARD-EUR 1',
    'HARBOUR-2027 1',
    'HARBOUR-2027 1',
    'HARBOUR-2027 2',
  ]);
});

test('every candidate stands in the reasons with its list, dates, break and approver', () => {
  const [contract, standard] = priced(
    aLine(12),
    terms([aContract({ 1: 18, 10: '16.50' }), aStandard({ 1: 21 })]),
  ).reasons;
  expect(contract).toMatchObject({
    step: 'contract',
    part: { kind: 'variant', code: 'ESP-1K' },
    list: 'HARBOUR-2027',
    revision: 1,
    verdict: 'won',
    because: 'first_list_with_an_entry',
    target: { kind: 'variant', sku: 'ESP-1K' },
    effectiveAt: day('2027-01-01'),
    endsAt: null,
    approvedBy: 'manager@tradepost.example',
  });
  expect(standard).toMatchObject({ list: 'STANDARD-EUR', verdict: 'lost', because: 'an_earlier_list_counts' });
  expect(JSON.stringify(Object.keys(contract ?? {}))).not.toMatch(/cost|margin/);
});
