import { describe, expect, test } from 'vitest';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { priceDocument, priceLine } from '#app/domain/pricing/price-document.ts';
import type { PriceListOption } from '#app/domain/pricing/price-revision.ts';
import {
  aContract,
  aLine,
  aRevision,
  aStandard,
  aVariant,
  allPriced,
  category,
  d,
  everything,
  ladder,
  priced,
  problemOf,
  product,
  said,
  shown,
  shownLadder,
  sku,
  terms,
  today,
  totalOf,
} from '#tests/support/a-price-world.ts';

const unit = (quantity: string | number, ...revisions: ReturnType<typeof aRevision>[]) =>
  shown(priced(aLine(quantity), terms(revisions)).unitPrice);
const segment = (entries: ReturnType<typeof ladder>, options: PriceListOption[] = [], list = 'CAFES') =>
  aRevision(list, entries, { kind: 'segment', options });

describe('the most specific target counts, of those whose minimum the line reaches', () => {
  const all = [
    ...ladder({ 1: 10 }, sku),
    ...ladder({ 1: 9 }, product),
    ...ladder({ 1: 8 }, category('coffee/beans')),
    ...ladder({ 1: 7 }, category('coffee')),
    ...ladder({ 1: 6 }, everything),
  ];
  test.each([
    ['its own entry', 0, '10.00'],
    ['its product’s', 1, '9.00'],
    ['the nearest category’s', 2, '8.00'],
    ['a category further up', 3, '7.00'],
    ['everything', 4, '6.00'],
  ] as const)('%s, though broader ones are cheaper', (_, from, price) => {
    expect(unit(1, aRevision('K', all.slice(from)))).toBe(price);
  });

  test('a variant’s entry that is not reached leaves the word to the product’s', () => {
    const both = aRevision('K', [...ladder({ 50: 5 }, sku), ...ladder({ 1: 9 }, product)]);
    expect(unit(49, both)).toBe('9.00');
    expect(unit(50, both)).toBe('5.00');
  });

  test('a list whose breaks all start above the quantity has no entry, and the walk goes on', () => {
    const line = priced(aLine(9), terms([aContract({ 10: 5 }), aStandard({ 1: 9 })]));
    expect([shown(line.unitPrice), line.list]).toEqual(['9.00', 'STANDARD-EUR']);
    expect(said(line)).toEqual([
      'lost HARBOUR-2027 quantity_below_first_break',
      'won STANDARD-EUR first_list_with_an_entry',
    ]);
  });

  test('a category beside the product’s own path does not reach it', () => {
    expect(
      problemOf(aLine(1), terms([aRevision('K', ladder({ 1: 5 }, category('coffee/beans/espress')))])),
    ).toMatchObject({
      code: 'not_sold',
    });
  });
});

describe('percentages', () => {
  test('come off what the rest of the chain gives, and are not rounded before the line is', () => {
    const line = priced(
      aLine(3),
      terms([segment(ladder({ 1: '33.3333%' }, category('coffee'))), aStandard({ 1: '9.99' })]),
    );
    expect(shown(line.unitPrice)).toBe('6.660003');
    expect(totalOf(line)).toBe('19.98');
    expect(line.reasons[0]?.reference).toEqual({ list: 'STANDARD-EUR', unitPrice: d('9.99') });
  });

  test('are taken one after another along the chain, each list once', () => {
    const chain = [aContract({ 1: '10%' }), segment(ladder({ 1: '20%' })), aStandard({ 1: 100 })];
    expect(unit(1, ...chain)).toBe('72.00');
  });

  test('are never compounded inside one list: the narrower percentage stands alone', () => {
    const one = aRevision('K', [...ladder({ 1: '10%' }, sku), ...ladder({ 1: '50%' }, everything)]);
    expect(unit(1, one, aStandard({ 1: 100 }))).toBe('90.00');
    const fixed = aRevision('K', [...ladder({ 1: '10%' }, sku), ...ladder({ 1: 50 }, everything)]);
    expect(unit(1, fixed, aStandard({ 1: 100 }))).toBe('90.00');
  });

  test('without a reference price pass the whole list over, its fixed entries too', () => {
    const list = aRevision('K', [...ladder({ 1: '10%' }, sku), ...ladder({ 1: 50 }, everything)]);
    const price = priceLine(aLine(1), terms([list]), today);
    expect(price.ok ? null : price.problem).toEqual({ code: 'not_sold', part: { kind: 'variant', code: 'ESP-1K' } });
    expect(said(price)).toEqual(['lost K no_reference_price']);
  });

  test('refer to a graduated price by its average', () => {
    const graduated = segment(ladder({ 1: 18, 10: '16.50', 50: 15 }), ['graduated']);
    const line = priced(aLine(60), terms([aContract({ 1: '10%' }), graduated]));
    expect([shown(line.unitPrice), totalOf(line), line.bands]).toEqual(['14.805', '888.30', null]);
  });
});

describe('merge', () => {
  test('joins the breaks of the next list with an entry; a list without one is passed by', () => {
    const chain = [
      aRevision('K', ladder({ 1: 85 }), { options: ['merge'] }),
      segment(ladder({ 500: 1 })),
      aStandard({ 1: 90, 20: 70 }),
    ];
    expect(unit(19, ...chain)).toBe('85.00');
    const line = priced(aLine(20), terms(chain));
    expect([shown(line.unitPrice), line.list]).toEqual(['70.00', 'STANDARD-EUR']);
    expect(shownLadder(line)).toEqual({ 1: '85.00', 20: '70.00', 500: '1.00' });
  });

  test('at the same minimum the earlier list counts, be it dearer', () => {
    expect(unit(10, aContract({ 1: 9, 10: 8 }, ['merge']), aStandard({ 1: 9, 10: 5 }))).toBe('8.00');
  });

  test('goes one list far, unless that list merges too', () => {
    const next = (options: PriceListOption[]) => segment(ladder({ 1: 9, 10: 8 }), options);
    const chain = (options: PriceListOption[]) => [
      aContract({ 1: 10 }, ['merge']),
      next(options),
      aStandard({ 1: 9, 50: 4 }),
    ];
    expect(unit(50, ...chain([]))).toBe('8.00');
    expect(unit(50, ...chain(['merge']))).toBe('4.00');
  });
});

describe('lowest', () => {
  test('looks only where its list itself has an entry', () => {
    const list = aContract({ 10: 9 }, ['lowest']);
    const chain = [list, segment(ladder({ 1: 8 })), aStandard({ 1: 5 })];
    expect(unit(9, ...chain)).toBe('8.00');
    expect(unit(10, ...chain)).toBe('5.00');
  });

  test('among equal prices names the earlier list', () => {
    const line = priced(aLine(1), terms([aContract({ 1: 9 }, ['lowest']), aStandard({ 1: 9 })]));
    expect(line.list).toBe('HARBOUR-2027');
    expect(said(line)).toEqual(['won HARBOUR-2027 cheapest_of_chain', 'lost STANDARD-EUR dearer_than_another_list']);
  });

  test('compares graduated prices by their average and keeps their bands', () => {
    const graduated = segment(ladder({ 1: 18, 10: '16.50', 50: 15 }), ['graduated']);
    const line = priced(aLine(60), terms([aContract({ 1: '16.50' }, ['lowest']), graduated]));
    expect([line.list, totalOf(line), line.bands?.length]).toEqual(['CAFES', '987.00', 3]);
  });
});

describe('cap at public', () => {
  test('names the standard list when it bites, and the capped price stands in the reasons', () => {
    const line = priced(aLine(1), terms([aContract({ 1: 12 }, ['cap_at_public']), aStandard({ 1: 10 })]));
    expect([shown(line.unitPrice), line.list, line.step]).toEqual(['10.00', 'STANDARD-EUR', 'standard']);
    expect(said(line)).toEqual(['lost HARBOUR-2027 above_the_public_price', 'won STANDARD-EUR public_price_caps']);
    expect(shown(line.reasons[0]?.unitPrice ?? null)).toBe('12.00');
  });

  test('does not bite at the same price or without a public one, and does not look at segments', () => {
    const list = aContract({ 1: 12 }, ['cap_at_public']);
    expect(priced(aLine(1), terms([list, aStandard({ 1: 12 })])).list).toBe('HARBOUR-2027');
    expect(unit(1, list, segment(ladder({ 1: 3 })))).toBe('12.00');
  });

  test('of a list whose break was merged in holds for that break too', () => {
    const chain = [
      aContract({ 1: 9 }, ['merge']),
      segment(ladder({ 10: 12 }), ['cap_at_public']),
      aStandard({ 1: 10 }),
    ];
    expect(unit(10, ...chain)).toBe('10.00');
  });
});

describe('mix and match', () => {
  const variants = [
    aVariant(),
    aVariant({ sku: 'ESP-250' }),
    aVariant({ sku: 'MUG', product: 'mug', mixGroup: 'gifts', categories: [] }),
    aVariant({ sku: 'CUP', product: 'cup', mixGroup: 'gifts', categories: [] }),
  ];
  const world = (options: PriceListOption[]) =>
    terms([aRevision('K', ladder({ 1: 10, 10: 9 }, everything), { options })], { variants });
  const lines = (...of: [string, number][]) =>
    of.map(([code, quantity], index) => aLine(quantity, { sku: code, line: index + 1 }));
  const units = (options: PriceListOption[], ...of: [string, number][]) =>
    allPriced(lines(...of), world(options)).map((line) => shown(line.unitPrice));

  test('lines of one product reach a break together', () => {
    expect(units(['mix_and_match'], ['ESP-1K', 4], ['ESP-250', 6])).toEqual(['9.00', '9.00']);
  });
  test('so do variants of one group across products, and nothing else', () => {
    expect(units(['mix_and_match'], ['MUG', 4], ['CUP', 6], ['ESP-1K', 4])).toEqual(['9.00', '9.00', '10.00']);
  });
  test('without it each line stands alone, also two of one SKU', () => {
    expect(units([], ['ESP-1K', 5], ['ESP-1K', 5])).toEqual(['10.00', '10.00']);
    expect(units(['mix_and_match'], ['ESP-1K', 5], ['ESP-1K', 5])).toEqual(['9.00', '9.00']);
  });
  test('a line that cannot be ordered adds nothing', () => {
    const of = terms([aRevision('K', ladder({ 1: 10, 10: 9 }, everything), { options: ['mix_and_match'] })], {
      variants: [aVariant(), aVariant({ sku: 'ESP-250', quantityStep: d(4) })],
    });
    const [first] = priceDocument(lines(['ESP-1K', 4], ['ESP-250', 6]), of, today);
    expect(first?.ok && shown(first.unitPrice)).toBe('10.00');
  });
  test('the hint does not count the line itself twice', () => {
    const of = terms([aRevision('K', ladder({ 1: 10, 8: 0, 10: 5 }), { options: ['mix_and_match'] })], { variants });
    const [first] = allPriced(lines(['ESP-1K', 2], ['ESP-1K', 1]), of);
    expect([first?.hint.payLess?.more, first?.hint.payLess?.quantity]).toEqual([d(5), d(7)]);
    const further = allPriced(lines(['ESP-1K', 6], ['ESP-1K', 1]), of);
    expect(further.map(totalOf)).toEqual(['60.00', '10.00']);
  });
  test('the hint counts what the other lines already bring, the ladder does not', () => {
    const [first] = allPriced(lines(['ESP-1K', 4], ['ESP-250', 3]), world(['mix_and_match']));
    expect(first?.hint.lowerUnitPrice?.more).toEqual(d(3));
    expect(first && shownLadder(first)).toEqual({ 1: '10.00', 10: '9.00' });
  });
});

describe('graduated', () => {
  test('in half metres a break begins half a metre earlier', () => {
    const cable = aVariant({ quantityStep: d('0.5'), minimumQuantity: d('0.5') });
    const world = terms([aContract({ '0.5': 4, 10: 3 }, ['graduated'])], { variants: [cable] });
    const line = priced(aLine('10.5'), world);
    expect(line.bands?.map((band) => toDecimalString(band.quantity, 3))).toEqual(['9.5', '1']);
    expect(totalOf(line)).toBe('41.00');
  });

  test('beyond one piece a step still shifts a break by one', () => {
    const boxes = aVariant({ quantityStep: d(5), minimumQuantity: d(5) });
    const world = terms([aContract({ 5: 4, 10: 3 }, ['graduated'])], { variants: [boxes] });
    expect(priced(aLine(10), world).bands?.map((band) => toDecimalString(band.quantity, 3))).toEqual(['9', '1']);
  });

  test('has no cliff, and its hint names the average', () => {
    const line = priced(aLine(45), terms([aContract({ 1: 9, 50: 8 }, ['graduated'])]));
    expect(line.hint.payLess).toBeNull();
    expect(line.hint.lowerUnitPrice?.quantity).toEqual(d(50));
  });
});

describe('net', () => {
  const takes = (revision: ReturnType<typeof aRevision>) => priced(aLine(1), terms([revision])).takesPromotions;
  test.each([
    ['a standard list takes promotions', aStandard({ 1: 9 }), true],
    ['a segment list does', segment(ladder({ 1: 9 })), true],
    ['unless it is net', segment(ladder({ 1: 9 }), ['net']), false],
    ['a contract is net', aContract({ 1: 9 }), false],
    ['unless promotions is set', aContract({ 1: 9 }, ['promotions']), true],
  ])('%s', (_, revision, expected) => expect(takes(revision)).toBe(expected));
});

test('no price is not sold, and a written zero is a price', () => {
  expect(problemOf(aLine(1), terms([]))).toMatchObject({ code: 'not_sold' });
  const line = priced(aLine(5), terms([aContract({ 1: 0 }), aStandard({ 1: 9 })]));
  expect([shown(line.unitPrice), totalOf(line), line.list]).toEqual(['0.00', '0.00', 'HARBOUR-2027']);
});
