import { describe, expect, test } from 'vitest';
import { evaluateSuggestions } from '#app/domain/suggestions/evaluate.ts';
import { isGoods, isTimeAgain, suggest } from '#app/domain/suggestions/suggest.ts';

const today = 1_000;
const nobody = new Map<string, number>();
const skus = (bought: Record<string, number[]>, demand: ReadonlyMap<string, number> = nobody) =>
  suggest({
    bought: Object.entries(bought).map(([sku, daysAgo]) => ({ sku, days: daysAgo.map((days) => today - days) })),
    today,
    demand,
  });

describe('what a buyer usually has ordered again by now', () => {
  test('the reason is their own rhythm: every 3 weeks, last 25 days ago', () => {
    expect(skus({ BEANS: [25, 46, 67] })).toEqual([
      { sku: 'BEANS', timesBought: 3, everyDays: 21, daysSince: 25, due: 1 },
    ]);
  });

  test.each<[string, Record<string, number[]>, string[]]>([
    ['more often before less often', { RARE: [20, 50], OFTEN: [20, 30, 40, 50] }, ['OFTEN', 'RARE']],
    ['due before just bought', { JUST: [1, 31, 61], DUE: [29, 59, 61] }, ['DUE', 'JUST']],
    ['of equals the first by name', { 'TEA-B': [10, 20], 'TEA-A': [10, 20] }, ['TEA-A', 'TEA-B']],
    ['twice on a day is one time', { TWICE: [30, 30], TWO_DAYS: [30, 40] }, ['TWO_DAYS', 'TWICE']],
    ['today is not known yet', { TODAY: [0], BEFORE: [9] }, ['BEFORE']],
    ['never postage', { POST: [7, 14, 21], BEANS: [7, 14] }, ['BEANS']],
    ['nothing of nobody', {}, []],
  ])('%s', (_, bought, expected) => {
    expect(skus(bought).map(({ sku }) => sku)).toEqual(expected);
  });

  test('when a season is over, what nobody buys any more comes last', () => {
    const bought = { 'XMAS-STAR': [20, 40], TEA: [20, 40] };
    expect(skus(bought, new Map([['TEA', 9]])).map(({ sku }) => sku)).toEqual(['TEA', 'XMAS-STAR']);
  });

  test.each([
    ['its time has come', [30, 60], true],
    ['nearly', [25, 55], true],
    ['not yet', [10, 40], false],
    ['bought once has no rhythm', [90], false],
  ])('shown: %s', (_, daysAgo, expected) => {
    expect(skus({ A: daysAgo }).map(isTimeAgain)).toEqual([expected]);
  });

  test.each([
    'POST',
    'DOT',
    'M',
    'm',
    'D',
    'S',
    'AMAZONFEE',
    'BANK CHARGES',
    'gift_0001_20',
    'VOUCHER-25',
    'FEE',
    'C2',
  ])('%s is nothing one runs out of', (sku) => expect(isGoods(sku)).toBe(false));
  test.each(['85123A', 'ESP-1K', 'POSTER-A3', 'MUG', 'DGB-1', 'FEEDER', 'GIFTWRAP'])('%s is', (sku) =>
    expect(isGoods(sku)).toBe(true),
  );
});

test('an evaluation knows nothing of the day it foretells', () => {
  const order = (buyer: string, day: number, ...ordered: string[]) => ({ buyer, day, at: day, skus: new Set(ordered) });
  expect(
    evaluateSuggestions([
      order('ada', 1, 'A', 'TEA'),
      order('ada', 20, 'A', 'POST'),
      order('ada', 40, 'A', 'NEW'),
      order('once', 3, 'A'),
    ]),
  ).toEqual({
    buyers: 1,
    suggestions: { recall: 0.5, precision: 0.5 },
    baseline: { recall: 0.5, precision: 0.5 },
  });
});
