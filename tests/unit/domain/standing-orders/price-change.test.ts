import { describe, expect, test } from 'vitest';
import { toExact } from '#app/domain/money/exact.ts';
import { money } from '#app/domain/money/money.ts';
import type { ReorderOffer, ReorderStatus, ReorderTake, ReorderedLine } from '#app/domain/orders/reorder-line.ts';
import { runGoesUnasked } from '#app/domain/standing-orders/price-change.ts';

const line = (
  now: bigint | null,
  status: ReorderStatus,
  p: { also?: ReorderStatus[]; take?: ReorderTake; currency?: 'EUR' | 'USD' } = {},
): ReorderedLine<ReorderOffer> => {
  const take = p.take ?? 'as_is';
  const offers: ReorderOffer[] =
    now === null
      ? []
      : [
          {
            ...{ take, sku: 'ESP-1K', quantity: toExact('2'), unitPrice: null, availableOn: null },
            lineTotal: money(now, p.currency ?? 'EUR'),
          },
        ];
  return {
    then: {
      ...{ line: 1, sku: 'ESP-1K', quantity: toExact('2'), unitPrice: null, term: null },
      choice: { plan: null, modules: [] },
      lineTotal: money(3_600n, 'EUR'),
    },
    ...{ status, also: p.also ?? [], offers, choice: null },
    take: offers.length > 0 ? take : null,
  };
};

describe('what comes unasked, where prices may rise by 5 %', () => {
  test.each<[string, ReorderedLine<ReorderOffer>[], boolean]>([
    ['as it was', [line(3_600n, 'same')], true],
    ['cheaper', [line(3_000n, 'repriced')], true],
    ['dearer by exactly five per cent', [line(3_780n, 'repriced')], true],
    ['dearer by a cent more', [line(3_781n, 'repriced')], false],
    ['another currency', [line(3_600n, 'repriced', { currency: 'USD' })], false],
    ['gone', [line(null, 'gone')], false],
    ['a successor, at the same price', [line(3_600n, 'successor_offered', { take: 'successor' })], false],
    ['fewer than wanted', [line(1_800n, 'quantity_adjusted', { take: 'less' })], false],
    ['late', [line(3_600n, 'backorder', { take: 'wait' })], false],
    ['another quantity, and cheaper', [line(3_500n, 'quantity_adjusted', { also: ['repriced'] })], false],
    ['one of two is too dear', [line(3_600n, 'same'), line(9_000n, 'repriced')], false],
    ['nothing at all', [], false],
  ])('%s', (_, lines, goes) => {
    expect(runGoesUnasked(lines, '5')).toBe(goes);
  });

  test.each([
    ['0', 3_600n, true],
    ['0', 3_601n, false],
    ['2.5', 3_690n, true],
    ['2.5', 3_691n, false],
    ['33.3333', 4_799n, true],
    ['33.3333', 4_800n, false],
  ])('a rise of at most %s %% of 36.00: %s goes: %s', (percent, now, goes) => {
    expect(runGoesUnasked([line(now, 'repriced')], percent)).toBe(goes);
  });
});
