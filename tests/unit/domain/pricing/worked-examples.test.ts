import { describe, expect, test } from 'vitest';
import type { PriceListOption } from '#app/domain/pricing/price-revision.ts';
import {
  aContract,
  aLine,
  aModule,
  aPlan,
  aProduct,
  aRevision,
  aStandard,
  choose,
  d,
  ladder,
  priced,
  problemOf,
  shown,
  shownLadder,
  terms,
  totalOf,
} from '#tests/support/a-price-world.ts';

describe('one ladder, volume and graduated', () => {
  test.each([
    ['9', '162.00', '162.00'],
    ['10', '165.00', '178.50'],
    ['60', '900.00', '987.00'],
  ])('%s cost %s by volume and %s graduated', (quantity, volume, graduated) => {
    const breaks = { 1: '18.00', 10: '16.50', 50: '15.00' };
    expect(totalOf(priced(aLine(quantity), terms([aContract(breaks)])))).toBe(volume);
    expect(totalOf(priced(aLine(quantity), terms([aContract(breaks, ['graduated'])])))).toBe(graduated);
  });

  test('sixty graduated show their bands and average, and never one unit price', () => {
    const line = priced(aLine(60), terms([aContract({ 1: '18.00', 10: '16.50', 50: '15.00' }, ['graduated'])]));
    expect(line.bands?.map((band) => [shown(band.quantity), shown(band.unitPrice)])).toEqual([
      ['9.00', '18.00'],
      ['40.00', '16.50'],
      ['11.00', '15.00'],
    ]);
    expect(line.unitPrice).toBeNull();
    expect(shown(line.averagePrice)).toBe('16.45');
    expect(shownLadder(line)).toEqual({ 1: '18.00', 10: '16.50', 50: '15.00' });
  });
});

describe('three lists', () => {
  const lists = {
    Clearance: { 1: 80, 10: '77.60' },
    Contract: { 1: 85, 10: '82.45', 20: '77.05', 50: '74.80' },
    Sale: { 1: 90, 10: '87.30', 20: '83.70', 50: '76.56', 100: '73.95' },
  };
  type List = keyof typeof lists;
  const inOrder = (order: List[], options: PriceListOption[]) =>
    terms(order.map((name, priority) => aRevision(name, ladder(lists[name]), { kind: 'segment', priority, options })));
  const world = {
    lowest: inOrder(['Sale', 'Contract', 'Clearance'], ['lowest']),
    'Clearance first': inOrder(['Clearance', 'Contract', 'Sale'], []),
    'Contract first': inOrder(['Contract', 'Clearance', 'Sale'], []),
    'Contract, Clearance, Sale, merged': inOrder(['Contract', 'Clearance', 'Sale'], ['merge']),
  };

  test.each([
    ['lowest', 1, '80.00'],
    ['lowest', 20, '77.05'],
    ['lowest', 100, '73.95'],
    ['Clearance first', 1, '80.00'],
    ['Clearance first', 20, '77.60'],
    ['Clearance first', 100, '77.60'],
    ['Contract first', 1, '85.00'],
    ['Contract first', 20, '77.05'],
    ['Contract first', 100, '74.80'],
    ['Contract, Clearance, Sale, merged', 1, '85.00'],
    ['Contract, Clearance, Sale, merged', 20, '77.05'],
    ['Contract, Clearance, Sale, merged', 100, '73.95'],
  ] as const)('%s: %s of them cost %s each', (order, quantity, unitPrice) => {
    expect(shown(priced(aLine(quantity), world[order]).unitPrice)).toBe(unitPrice);
  });
});

test('twelve at 9.00 with a module per unit, one flat and one of ten percent cost 161.80', () => {
  const product = aProduct({
    modules: [
      aModule('a', { price: { EUR: d('1.50') } }),
      aModule('b', { pricing: { kind: 'flat' }, price: { EUR: d('25.00') } }),
      aModule('c', { pricing: { kind: 'percent', percent: d(10) }, price: {} }),
    ],
  });
  const line = priced(
    aLine(12, { choice: choose(null, 'a', 'b', 'c') }),
    terms([aStandard({ 1: '9.00' })], { products: [product] }),
  );
  expect(line.parts.map((part) => [part.code, shown(part.amount)])).toEqual([
    ['ESP-1K', '108.00'],
    ['a', '18.00'],
    ['b', '25.00'],
    ['c', '10.80'],
  ]);
  expect(totalOf(line)).toBe('161.80');
});

test('a machine at 2,000 with care at 12 a month for 36 months at 20 % off costs 2,345.60', () => {
  const product = aProduct({ plans: [aPlan('care', { billed: 'monthly', price: { EUR: d(12) } })] });
  const world = terms([aRevision('HARBOUR-2027', ladder({ 1: 2000 }), { termDiscounts: { 36: '20' } })], {
    products: [product],
  });
  expect(totalOf(priced(aLine(1, { choice: choose('care'), term: 36 }), world))).toBe('2345.60');
  expect(totalOf(priced(aLine(1, { choice: choose('care'), term: 12 }), world))).toBe('2144.00');
});

test('forty-five at 9.00 are 405.00, and five more make it 400.00', () => {
  const line = priced(aLine(45), terms([aContract({ 1: '9.00', 50: '8.00' })]));
  expect(totalOf(line)).toBe('405.00');
  expect(line.hint.payLess).toEqual({
    more: d(5),
    quantity: d(50),
    lineTotal: { minor: 40000n, currency: 'EUR' },
    saved: { minor: 500n, currency: 'EUR' },
  });
  expect(line.hint.lowerUnitPrice).toEqual({ more: d(5), quantity: d(50), unitPrice: d(8) });
});

test('the contract says 15.00 for sixty, its ladder beside it, and an unknown SKU is a problem of its own', () => {
  const world = terms([aContract({ 1: '18.00', 10: '16.50', 50: '15.00' }), aStandard({ 1: '21.00' })]);
  const line = priced(aLine(60), world);
  expect(line).toMatchObject({ list: 'HARBOUR-2027', revision: 1, step: 'contract', bands: null });
  expect([shown(line.unitPrice), totalOf(line), shown(line.publicUnitPrice)]).toEqual(['15.00', '900.00', '21.00']);
  expect(shownLadder(line)).toEqual({ 1: '18.00', 10: '16.50', 50: '15.00' });
  expect(problemOf(aLine(1, { sku: 'NOPE' }), world)).toEqual({ code: 'unknown_sku', sku: 'NOPE' });
});

test('a washer at 0.012345 is multiplied first and rounded once; a line may round to zero and is still priced', () => {
  const world = terms([aStandard({ 1: '0.012345' })]);
  expect(totalOf(priced(aLine(1000), world))).toBe('12.35');
  expect(totalOf(priced(aLine(300), world))).toBe('3.70');
  expect(totalOf(priced(aLine(1), terms([aStandard({ 1: '0.004' })])))).toBe('0.00');
});
