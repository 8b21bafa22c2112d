import { describe, expect, test } from 'vitest';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import {
  effectiveFrom,
  isBackdated,
  mayEditRevision,
  nextRevisionStatus,
  revisionPhase,
  revisionStatuses,
} from '#app/domain/pricing/price-list-lifecycle.ts';
import { diffUnderReview, effectOnHistory, priceListDiff } from '#app/domain/pricing/price-list-diff.ts';
import { termDiscountsUnderReview, withinLimits } from '#app/domain/pricing/price-list-limits.ts';
import { type FactsOf, type RevisionToSave, revisionProblems } from '#app/domain/pricing/revision-rules.ts';
import { type RevisionToLookAt, revisionWarnings } from '#app/domain/pricing/revision-warnings.ts';
import {
  aContract,
  aLine,
  aModule,
  aProduct,
  aStandard,
  choose,
  category,
  d,
  day,
  everything,
  ladder,
  module,
  product,
  shown,
  sku,
  terms,
  today,
} from '#tests/support/a-price-world.ts';

const factsOf: FactsOf = (target) =>
  target.kind === 'variant' && target.sku !== 'ESP-1K'
    ? null
    : {
        smallestMinimumQuantity: d(target.kind === 'variant' ? 5 : 1),
        smallestQuantityStep: d(1),
        highestCost: target.kind === 'category' ? null : d(6),
        broader: target.kind === 'variant' ? [product, category('coffee'), everything] : [],
      };
const toSave = (of: Partial<RevisionToSave> = {}): RevisionToSave => ({
  kind: 'contract',
  unit: 'hq',
  segment: null,
  options: [],
  termDiscounts: {},
  startsAt: day('2027-01-01'),
  endsAt: null,
  entries: ladder({ 5: 10 }),
  ...of,
});
const problems = (of: Partial<RevisionToSave>) =>
  revisionProblems(toSave(of), factsOf).map(({ code, entry }) => (entry === null ? code : `${code} ${entry}`));

describe('saving a revision is refused', () => {
  test.each([
    [
      'graduated with percentages',
      { options: ['graduated'], entries: ladder({ 5: '10%' }) },
      'graduated_with_percentage 0',
    ],
    ['graduated with merge', { options: ['graduated', 'merge'] }, 'graduated_with_merge'],
    ['graduated with mix and match', { options: ['graduated', 'mix_and_match'] }, 'graduated_with_mix_and_match'],
    [
      'graduated above the minimum quantity',
      { options: ['graduated'], entries: ladder({ 10: 9, 50: 8 }) },
      'graduated_starts_above_minimum 0',
    ],
    ['net with promotions', { options: ['net', 'promotions'] }, 'net_with_promotions'],
    ['an end at its start', { endsAt: day('2027-01-01') }, 'ends_before_start'],
    ['a contract with nobody', { unit: null }, 'contract_without_unit'],
    ['a segment list of none', { kind: 'segment' }, 'segment_without_segment'],
    ['a price below zero', { entries: ladder({ 5: '-1' }) }, 'negative_price 0'],
    ['a seventh decimal', { entries: ladder({ 5: '0.0123456' }) }, 'price_too_fine 0'],
    ['a hundred percent, for zero must be written', { entries: ladder({ 5: '100%' }) }, 'percent_out_of_range 0'],
    ['a surcharge', { entries: ladder({ 5: '-5%' }) }, 'percent_out_of_range 0'],
    ['a fifth decimal of a percentage', { entries: ladder({ 5: '1.00001%' }) }, 'percent_too_fine 0'],
    ['a minimum of zero', { entries: ladder({ 0: 1 }) }, 'minimum_not_positive 0'],
    ['two prices for one quantity', { entries: [...ladder({ 5: 1 }), ...ladder({ '5.0': 2 })] }, 'duplicate_entry 1'],
    ['an unknown SKU', { entries: ladder({ 5: 1 }, { kind: 'variant', sku: 'NOPE' }) }, 'unknown_target 0'],
    ['a term of five months', { termDiscounts: { 5: d(1) } }, 'unknown_term'],
  ] as [string, Partial<RevisionToSave>, string][])('%s', (_, of, code) => expect(problems(of)).toEqual([code]));

  test('not otherwise: a written zero, graduated from the minimum, a percentage for everything', () => {
    expect(problems({ entries: ladder({ 5: 0 }) })).toEqual([]);
    expect(problems({ options: ['graduated'], entries: ladder({ 5: 10, 50: 8 }) })).toEqual([]);
    expect(problems({ entries: ladder({ 1: '12.5%' }, everything), termDiscounts: { 36: d(20) } })).toEqual([]);
  });
});

describe('a seller is warned of', () => {
  const warnings = (of: Partial<RevisionToLookAt>, floor: string | null = null) =>
    revisionWarnings(
      { kind: 'contract', entries: [], isGraduated: false, startsAt: day('2027-01-01'), endsAt: null, ...of },
      factsOf,
      floor === null ? null : d(floor),
      [
        { number: 1, startsAt: day('2026-01-01'), endsAt: day('2026-12-31') },
        { number: 2, startsAt: day('2026-06-01'), endsAt: null },
      ],
    ).filter(({ code }) => code !== 'overlaps_revision');
  test('a cliff, from the first quantity that costs more than the next break', () => {
    const entries = ladder({ 1: 9, 50: 8 });
    expect(warnings({ entries })).toEqual([{ code: 'cliff', entry: 1, from: d(45), until: d(50) }]);
    expect(warnings({ entries, isGraduated: true })).toEqual([]);
    expect(warnings({ entries: ladder({ 1: 9, 2: 8 }) })).toEqual([]);
    expect(warnings({ entries: ladder({ 1: 10, 10: 9 }) })).toEqual([]);
    expect(warnings({ entries: ladder({ 1: 0, 10: 0 }) })).toEqual([]);
  });
  test('a price that rises with the quantity, whatever the order of the entries', () => {
    expect(warnings({ entries: ladder({ 10: 11, 1: 10 }).reverse() })).toEqual([
      { code: 'price_rises', entry: 0, before: d(10) },
    ]);
  });
  test('a margin below the floor, and no cost to hold to it', () => {
    expect(warnings({ entries: ladder({ 1: '7.50' }) }, '20')).toEqual([]);
    expect(warnings({ entries: ladder({ 1: '7.49' }) }, '20')[0]?.code).toBe('below_margin_floor');
    expect(warnings({ entries: ladder({ 1: 0 }) }, '20')[0]).toEqual({
      code: 'below_margin_floor',
      entry: 0,
      marginPercent: null,
    });
    expect(warnings({ entries: ladder({ 1: 1 }, category('coffee')) }, '20')).toEqual([{ code: 'no_cost', entry: 0 }]);
    expect(warnings({ entries: ladder({ 1: 1 }, module('m')) }, '20')).toEqual([]);
  });
  test('a broader entry for the same thing at the same quantity', () => {
    const entries = [...ladder({ 1: 9 }, everything), ...ladder({ 1: 8, 10: 7 }, sku)];
    expect(warnings({ entries })).toContainEqual({ code: 'overlaps_entry', entry: 1, broader: 0 });
  });
  test('a standard list with a percentage, which has nothing to come off', () => {
    expect(warnings({ kind: 'standard', entries: ladder({ 1: '5%' }, everything) })).toEqual([
      { code: 'percent_without_reference', entry: 0 },
    ]);
  });
  test('an approved revision in the same period', () => {
    const all = revisionWarnings(
      { kind: 'contract', entries: [], isGraduated: false, startsAt: day('2027-01-01'), endsAt: null },
      factsOf,
      null,
      [
        { number: 1, startsAt: day('2026-01-01'), endsAt: day('2027-01-01') },
        { number: 2, startsAt: day('2026-06-01'), endsAt: null },
      ],
    );
    expect(all).toEqual([{ code: 'overlaps_revision', revision: 2 }]);
  });
});

describe('the life of a revision', () => {
  test('draft, submitted, in review, approved; returned and withdrawn', () => {
    expect(nextRevisionStatus('draft', 'submit')).toBe('submitted');
    expect(nextRevisionStatus('submitted', 'start_review')).toBe('in_review');
    expect(nextRevisionStatus('in_review', 'approve')).toBe('approved');
    expect(nextRevisionStatus('submitted', 'approve')).toBe('approved');
    expect(nextRevisionStatus('in_review', 'return')).toBe('returned');
    expect(nextRevisionStatus('returned', 'submit')).toBe('submitted');
  });
  test('an approved or withdrawn one never changes, and a draft is not approved unread', () => {
    for (const event of ['submit', 'start_review', 'approve', 'return', 'withdraw'] as const)
      for (const from of ['approved', 'withdrawn'] as const) expect(nextRevisionStatus(from, event)).toBeNull();
    expect(nextRevisionStatus('draft', 'approve')).toBeNull();
    expect(revisionStatuses.filter(mayEditRevision)).toEqual(['draft', 'returned']);
  });
  test('a start more than five minutes before submission is backdated', () => {
    const submitted = new Date('2027-01-01T12:00:00Z');
    expect(isBackdated(new Date('2027-01-01T11:55:00.000Z'), submitted)).toBe(false);
    expect(isBackdated(new Date('2027-01-01T11:54:59.999Z'), submitted)).toBe(true);
    expect(isBackdated(new Date('2028-01-01T00:00:00Z'), submitted)).toBe(false);
  });
  test('it takes effect at the later of start and approval', () => {
    expect(effectiveFrom(day('2027-01-01'), day('2027-01-05'))).toEqual(day('2027-01-05'));
    expect(effectiveFrom(day('2027-01-10'), day('2027-01-05'))).toEqual(day('2027-01-10'));
  });
  test('scheduled, active, superseded and ended follow from the moment', () => {
    const first = { number: 1, effectiveAt: day('2027-01-01'), endsAt: day('2027-03-01') };
    const second = { number: 2, effectiveAt: day('2027-02-01'), endsAt: null };
    const phases = (at: string) => [first, second].map((each) => revisionPhase(each, [first, second], day(at)));
    expect(phases('2026-12-31')).toEqual(['scheduled', 'scheduled']);
    expect(phases('2027-01-01')).toEqual(['active', 'scheduled']);
    expect(phases('2027-02-01')).toEqual(['superseded', 'active']);
    expect(phases('2027-03-01')).toEqual(['ended', 'active']);
  });
});

describe('the limits of a rep: 15 % off, 20 % margin', () => {
  const rep = { discountPercent: d(15), marginFloorPercent: d(20) };
  test.each([
    ['at both limits', '100', '85', '68', []],
    ['a cent too much off', '100', '84.99', '10', ['discount']],
    ['a cent below the floor', '100', '90', '72.01', ['margin']],
    ['beyond both', '100', '50', '50', ['discount', 'margin']],
    ['a rise is no discount', '100', '120', '10', []],
    ['no cost, no floor', '100', '85', null, []],
    ['not sold to them today, so no discount', null, '10', '8', []],
    ['given away', '0', '0', '1', ['margin']],
  ])('%s', (_, before, proposed, cost, beyond) => {
    const line = {
      key: 'x',
      today: before === null ? null : d(before),
      proposed: d(proposed),
      cost: cost === null ? null : d(cost),
    };
    const verdict = withinLimits([line], rep);
    expect(verdict.lines[0]?.beyond).toEqual(beyond);
    expect(verdict.isWithin).toBe(beyond.length === 0);
    expect(withinLimits([line], { discountPercent: null, marginFloorPercent: null }).isWithin).toBe(true);
  });
  test('what is missing is flagged, and the worst of all lines stands out', () => {
    const verdict = withinLimits(
      [
        { key: 'a', today: null, proposed: d(10), cost: null },
        { key: 'b', today: d(10), proposed: d(9), cost: d(6) },
        { key: 'c', today: d(10), proposed: d(8), cost: d(2) },
      ],
      rep,
    );
    expect(verdict.lines[0]?.flags).toEqual(['no_cost', 'no_price_today']);
    expect([shown(verdict.highestDiscountPercent), shown(verdict.lowestMarginPercent)]).toEqual(['20.00', '33.333333']);
  });
  test('a term discount is a discount like any other', () => {
    const lines = termDiscountsUnderReview({ 12: d(5) }, { 12: d(10), 36: d(20) });
    expect(withinLimits(lines, rep).lines.map(({ key, beyond }) => [key, beyond])).toEqual([
      ['term 12', []],
      ['term 36', ['discount']],
    ]);
  });
});

describe('what the reviewer sees', () => {
  const change = {
    today: terms([aContract({ 1: 18 }), aStandard({ 1: 20 })]),
    proposed: { ...aContract({ 1: 17, 50: 15 }), number: 2, effectiveAt: day('2027-06-01') },
    at: today,
  };
  const costs = new Map([['ESP-1K', d(12)]]);

  test('old, new, public, change, cost, margin and cliffs, line by line', () => {
    const rows = priceListDiff(change, [aLine(1), aLine(46), aLine(50), aLine(1, { sku: 'NOPE' })], costs);
    expect(
      rows.map((row) => [
        shown(row.old),
        shown(row.new),
        shown(row.public),
        shown(row.changePercent),
        shown(row.marginPercent),
      ]),
    ).toEqual([
      ['18.00', '17.00', '20.00', '-5.555556', '29.411765'],
      ['18.00', '17.00', '20.00', '-5.555556', '29.411765'],
      ['18.00', '15.00', '20.00', '-16.666667', '20.00'],
      [null, null, null, null, null],
    ]);
    expect(rows.map(({ cliff }) => cliff && toDecimalString(cliff.more, 0))).toEqual([null, '4', null, null]);
    expect(withinLimits(diffUnderReview(rows), { discountPercent: d(15), marginFloorPercent: d(20) }).isWithin).toBe(
      false,
    );
  });

  test('the effect on what the company ordered, in money', () => {
    const effect = effectOnHistory(change, [aLine(10), aLine(60), aLine(1, { sku: 'NOPE' })]);
    expect([effect.atTodaysPrices.minor, effect.atProposedPrices.minor, effect.effect.minor, effect.notPriced]).toEqual(
      [126000n, 107000n, -19000n, 1],
    );
  });

  test('a module made cheaper is a row of its own, and held to the limit', () => {
    const products = [aProduct({ modules: [aModule('service', { price: { EUR: d(10) } })] })];
    const today_ = terms([aContract({ 1: 18 })], { products });
    const proposed = {
      ...aContract({ 1: 18 }),
      entries: [...ladder({ 1: 18 }), ...ladder({ 1: 5 }, module('service'))],
    };
    const line = aLine(2, { choice: choose(null, 'service') });
    const rows = priceListDiff({ today: today_, proposed, at: today }, [line], costs);
    expect(rows.map(({ part, old, new: now }) => [part.code, shown(old), shown(now)])).toEqual([
      ['ESP-1K', '18.00', '18.00'],
      ['service', '10.00', '5.00'],
    ]);
    const verdict = withinLimits(diffUnderReview(rows), { discountPercent: d(15), marginFloorPercent: null });
    expect(verdict.lines.map(({ key, beyond }) => [key, beyond])).toEqual([
      ['ESP-1K ESP-1K 2', []],
      ['ESP-1K service 2', ['discount']],
    ]);
  });

  test('a new list beside the old ones is compared with the chain as it is', () => {
    const proposed = { ...aContract({ 1: 17 }), list: 'NEW', unit: 'pier-9' };
    const [row] = priceListDiff({ ...change, proposed }, [aLine(1)], costs);
    expect([shown(row?.old ?? null), shown(row?.new ?? null)]).toEqual(['18.00', '17.00']);
  });
});
