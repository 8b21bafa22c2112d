import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainChoice } from '#app/domain/catalog/choice-problems.ts';
import { type Exact, compare, exact, toExact } from '#app/domain/money/exact.ts';
import { money } from '#app/domain/money/money.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { isAsShown, isWithoutQuestions, mergedChoices } from '#app/domain/orders/reorder-commit.ts';
import {
  type LineToReorder,
  type ReorderChoice,
  type ReorderVariant,
  needsChoice,
  plannedOffer,
} from '#app/domain/orders/reorder-line.ts';
import { reorder } from '#app/domain/orders/reorder.ts';
import type { PriceRevision } from '#app/domain/pricing/price-revision.ts';

const monday = new Date('2027-03-01T09:00:00Z');

/** One variant of a small shop, as a test wants it. */
type Thing = {
  price: string | null;
  there: string;
  backorder?: boolean;
  offered?: boolean;
  min?: string;
  step?: string;
  successors?: string[];
  equivalents?: string[];
  mix?: string;
};
type Shop = Record<string, Thing>;

function ask(shop: Shop, lines: readonly LineToReorder[], choices: ReadonlyMap<number, ReorderChoice> = new Map()) {
  const revision: PriceRevision = {
    list: 'STANDARD-EUR',
    number: 1,
    kind: 'standard',
    currency: 'EUR',
    effectiveAt: new Date('2027-01-01T00:00:00Z'),
    endsAt: null,
    unit: null,
    segment: null,
    priority: 0,
    options: [],
    termDiscounts: {},
    approvedBy: null,
    entries: Object.entries(shop).flatMap(([sku, { price }]) =>
      price === null
        ? []
        : [
            {
              target: { kind: 'variant' as const, sku },
              minQuantity: toExact('1'),
              price: { kind: 'fixed' as const, unitPrice: toExact(price) },
            },
          ],
    ),
  };
  const variants = new Map<string, ReorderVariant>(
    Object.entries(shop).map(([sku, thing]) => [
      sku,
      {
        sku,
        isOffered: thing.offered ?? true,
        mayBeBackordered: thing.backorder ?? false,
        available: toExact(thing.there),
        leadTimeDays: 5,
        successors: thing.successors ?? [],
        equivalents: thing.equivalents ?? [],
      },
    ]),
  );
  return reorder({
    lines,
    variants,
    choices,
    at: monday,
    timeZone: 'Europe/Berlin',
    terms: {
      currency: 'EUR',
      buyer: { unitPath: [], segments: [] },
      revisions: [revision],
      products: new Map(),
      variants: new Map(
        Object.entries(shop).map(([sku, { min, step }]) => [
          sku,
          {
            sku,
            product: sku.toLowerCase(),
            minimumQuantity: toExact(min ?? '1'),
            quantityStep: toExact(step ?? '1'),
            billed: 'once',
            mixGroup: null,
            categories: [],
          },
        ]),
      ),
    },
  });
}

const past = (sku: string, quantity: string, unitPrice: string, line = 1): LineToReorder => ({
  line,
  sku,
  quantity: toExact(quantity),
  choice: plainChoice,
  term: null,
  unitPrice: toExact(unitPrice),
  lineTotal: money(BigInt(Math.round(Number(quantity) * Number(unitPrice) * 100)), 'EUR'),
});
const text = (quantity: Exact | undefined) => (quantity ? toDecimalString(quantity, 6) : null);

describe('what became of one line of ten at 2.00', () => {
  test.each<[string, Shop, string, string[], string | null, string | null]>([
    ['nothing has changed', { A: { price: '2.00', there: '10' } }, 'same', [], 'as_is', '10'],
    ['it costs more', { A: { price: '2.50', there: '10' } }, 'repriced', [], 'as_is', '10'],
    ['it costs less', { A: { price: '1.50', there: '10' } }, 'repriced', [], 'as_is', '10'],
    ['it is nowhere to be found', {}, 'gone', [], null, null],
    ['it is discontinued', { A: { price: '2.00', there: '10', offered: false } }, 'gone', [], null, null],
    [
      'it is discontinued and something replaced it',
      { A: { price: '2.00', there: '9', offered: false, successors: ['B'] }, B: { price: '3.00', there: '99' } },
      'successor_offered',
      ['repriced'],
      'successor',
      '10',
    ],
    [
      'what replaced it was replaced in turn',
      {
        A: { price: null, there: '0', offered: false, successors: ['B', 'C'] },
        B: { price: '2.00', there: '99', offered: false },
        C: { price: '2.00', there: '99' },
      },
      'successor_offered',
      [],
      'successor',
      '10',
    ],
    [
      'it is discontinued and something is as good',
      { A: { price: '2.00', there: '9', offered: false, equivalents: ['B'] }, B: { price: '2.00', there: '6' } },
      'equivalent_offered',
      ['quantity_adjusted'],
      'equivalent',
      '6',
    ],
    ['it has no price for this buyer', { A: { price: null, there: '10' } }, 'not_in_assortment', [], null, null],
    [
      'it comes in dozens now',
      { A: { price: '2.00', there: '20', step: '12' } },
      'quantity_adjusted',
      [],
      'as_is',
      '12',
    ],
    [
      'at least 24 must be taken now',
      { A: { price: '1.00', there: '30', min: '24' } },
      'quantity_adjusted',
      ['repriced'],
      'as_is',
      '24',
    ],
    ['four are left', { A: { price: '2.00', there: '4' } }, 'quantity_adjusted', [], 'less', '4'],
    ['none is left', { A: { price: '2.00', there: '0' } }, 'quantity_adjusted', [], null, null],
    ['more were promised than are there', { A: { price: '2.00', there: '-3' } }, 'quantity_adjusted', [], null, null],
    [
      'four are left, more will come',
      { A: { price: '2.00', there: '4', backorder: true } },
      'backorder',
      [],
      'wait',
      '10',
    ],
    [
      'more will come, at another price',
      { A: { price: '3.00', there: '0', backorder: true } },
      'backorder',
      ['repriced'],
      'wait',
      '10',
    ],
  ])('%s', (_case, shop, status, also, take, quantity) => {
    const [line] = ask(shop, [past('A', '10', '2.00')]);
    expect(line).toMatchObject({ status, also, take });
    expect(text((line && plannedOffer(line))?.quantity)).toBe(quantity);
  });

  test('waiting names the day it can leave, and fewer can be had at once', () => {
    const [line] = ask({ A: { price: '2.00', there: '4', backorder: true } }, [past('A', '10', '2.00')]);
    expect(line?.offers).toMatchObject([
      { take: 'wait', availableOn: '2027-03-06' },
      { take: 'less', availableOn: null, lineTotal: money(800n, 'EUR') },
    ]);
  });

  test('two lines of one variant share what is there, the first one first', () => {
    const lines = ask({ A: { price: '2.00', there: '15' } }, [past('A', '10', '2.00'), past('A', '10', '2.00', 2)]);
    expect(lines.map((line) => [line.status, text(plannedOffer(line)?.quantity)])).toEqual([
      ['same', '10'],
      ['quantity_adjusted', '5'],
    ]);
  });
});

describe('one click', () => {
  test.each<[string, Thing, boolean]>([
    ['goes through when nothing changed', { price: '2.00', there: '10' }, true],
    ['goes through when it is cheaper', { price: '1.99', there: '10' }, true],
    ['asks when it is dearer', { price: '2.01', there: '10' }, false],
    ['asks when fewer are there', { price: '2.00', there: '9' }, false],
    ['asks when it has to wait', { price: '2.00', there: '9', backorder: true }, false],
    ['asks when it is not sold any more', { price: null, there: '10' }, false],
  ])('%s', (_case, thing, goes) => {
    expect(isWithoutQuestions(ask({ A: thing }, [past('A', '10', '2.00')]))).toBe(goes);
  });
});

describe('choices', () => {
  const shop: Shop = {
    A: { price: '2.00', there: '9', offered: false, successors: ['B'] },
    B: { price: '2.00', there: '99' },
    C: { price: '2.00', there: '4', backorder: true },
    D: { price: null, there: '0' },
  };
  const shown = ask(shop, [past('A', '10', '2.00'), past('C', '10', '2.00', 2), past('D', '1', '2.00', 3)]);
  const take = (name: ReorderChoice['take'], quantity: string | null = null): ReorderChoice => ({
    take: name,
    quantity: quantity === null ? null : toExact(quantity),
  });
  test.each<[string, [number, ReorderChoice][], string | null]>([
    ['something else in its place must be chosen', [], 'choice_needed'],
    ['the successor may be taken', [[1, take('successor')]], null],
    ['the line may be left out', [[1, take('leave_out')]], null],
    ['there is no equivalent', [[1, take('equivalent')]], 'choice_impossible'],
    [
      'fewer of what waits',
      [
        [1, take('successor')],
        [2, take('less')],
      ],
      null,
    ],
    [
      'three of what waits',
      [
        [1, take('successor')],
        [2, take('less', '3')],
      ],
      null,
    ],
    [
      'waiting for what is not sold',
      [
        [1, take('successor')],
        [3, take('wait')],
      ],
      'choice_impossible',
    ],
    ['a line nobody ordered', [[9, take('leave_out')]], 'no_such_line'],
    [
      'nothing at all',
      [
        [1, take('leave_out')],
        [2, take('leave_out')],
      ],
      'lines_needed',
    ],
  ])('%s', (_case, given, code) => {
    const merged = mergedChoices(shown, new Map(given));
    expect(merged.ok ? null : merged.code).toBe(code);
  });
});

const aThing = fc.record({
  price: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 400 }) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  there: fc.integer({ min: -2, max: 30 }),
  backorder: fc.boolean(),
  offered: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  step: fc.constantFrom('1', '1', '1', '3'),
});
const skus = ['A', 'B', 'C', 'D', 'E'];
const aShop = fc.tuple(...skus.map(() => aThing)).map((things): Shop =>
  Object.fromEntries(
    things.map((thing, index) => [
      skus[index] ?? '',
      {
        ...thing,
        price: thing.price === null ? null : (thing.price / 100).toFixed(2),
        there: String(thing.there),
        successors: index === 0 ? ['B', 'C'] : [],
        equivalents: index === 3 ? ['E'] : [],
      },
    ]),
  ),
);
const aLine = fc.record({
  sku: fc.constantFrom(...skus),
  quantity: fc.integer({ min: 1, max: 12 }),
  price: fc.integer({ min: 1, max: 400 }),
});
const aChoice = fc.record({
  take: fc.constantFrom<ReorderChoice['take'][]>('successor', 'equivalent', 'less', 'wait', 'leave_out'),
  quantity: fc.option(fc.integer({ min: 1, max: 12 }).map((n) => exact(BigInt(n)))),
});
const twoPhases = fc.record({
  shop: aShop,
  later: fc.array(fc.tuple(fc.constantFrom(...skus), aThing), { maxLength: 3 }),
  lines: fc.array(aLine, { minLength: 1, maxLength: 6 }),
  choices: fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), aChoice), { maxLength: 4 }),
});
const runs = { numRuns: process.env.LONG ? 20_000 : 1_500 };

describe('whatever changes between preview and commit', () => {
  const acted = (p: typeof twoPhases extends fc.Arbitrary<infer T> ? T : never) => {
    const lines = p.lines.map(({ sku, quantity, price }, index) =>
      past(sku, String(quantity), (price / 100).toFixed(2), index + 1),
    );
    const shown = ask(p.shop, lines);
    const given = new Map(p.choices.filter(([line]) => line <= lines.length));
    const merged = mergedChoices(shown, given);
    const shopLater: Shop = { ...p.shop };
    for (const [sku, thing] of p.later)
      shopLater[sku] = {
        ...shopLater[sku],
        ...thing,
        price: thing.price === null ? null : (thing.price / 100).toFixed(2),
        there: String(thing.there),
      };
    const fresh = merged.ok ? ask(shopLater, lines, merged.value) : [];
    return { lines, shown, merged, fresh };
  };

  test('every line has its row, in both answers', () => {
    fc.assert(
      fc.property(twoPhases, (p) => {
        const { lines, shown, merged, fresh } = acted(p);
        const numbers = lines.map(({ line }) => line);
        expect(shown.map(({ then }) => then.line)).toEqual(numbers);
        if (merged.ok) expect(fresh.map(({ then }) => then.line)).toEqual(numbers);
      }),
      runs,
    );
  });

  test('what is ordered was shown: the same thing, never dearer, never later, and nothing lost', () => {
    fc.assert(
      fc.property(twoPhases, (p) => {
        const { shown, merged, fresh } = acted(p);
        if (!merged.ok || !isAsShown(shown, fresh, merged.value)) return;
        for (const [index, now] of fresh.entries()) {
          const before = shown[index];
          const choice = merged.value.get(now.then.line) ?? null;
          const placed = plannedOffer(now);
          if (!placed) {
            expect(choice?.take === 'leave_out' || before?.offers.length === 0).toBe(true);
            continue;
          }
          const seen = before?.offers.filter(({ sku }) => sku === placed.sku) ?? [];
          expect(seen.length).toBeGreaterThan(0);
          if (placed.sku !== now.then.sku) expect(['successor', 'equivalent']).toContain(choice?.take);
          const dearestUnit =
            seen
              .map(({ unitPrice }) => unitPrice ?? exact(0n))
              .sort(compare)
              .at(-1) ?? exact(0n);
          expect(compare(placed.unitPrice ?? exact(0n), dearestUnit)).toBeLessThanOrEqual(0);
          const wasShown = seen.some(({ quantity }) => compare(quantity, placed.quantity) === 0);
          const wasAsked = choice?.quantity ? compare(choice.quantity, placed.quantity) === 0 : false;
          expect(wasShown || wasAsked).toBe(true);
          if (placed.availableOn) expect(seen.some(({ availableOn }) => availableOn !== null)).toBe(true);
        }
      }),
      runs,
    );
  });

  test('an unchanged shop orders exactly what it showed, and never more than is there', () => {
    fc.assert(
      fc.property(twoPhases, (p) => {
        const { shown, merged, fresh } = acted({ ...p, later: [], choices: [] });
        if (!merged.ok) return;
        expect(isAsShown(shown, fresh, merged.value)).toBe(true);
        expect(fresh.some(needsChoice)).toBe(false);
        const taken = new Map<string, number>();
        for (const line of fresh) {
          const offer = plannedOffer(line);
          if (offer) taken.set(offer.sku, (taken.get(offer.sku) ?? 0) + Number(text(offer.quantity)));
        }
        for (const [sku, quantity] of taken) {
          const thing = p.shop[sku];
          if (!thing?.backorder) expect(quantity).toBeLessThanOrEqual(Number(thing?.there));
        }
      }),
      runs,
    );
  });
});
