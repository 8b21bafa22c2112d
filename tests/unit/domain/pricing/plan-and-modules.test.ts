import { describe, expect, test } from 'vitest';
import type { ConfigurableProduct } from '#app/domain/catalog/product.ts';
import { priceLine } from '#app/domain/pricing/price-document.ts';
import type { AgreedPrice, LineToPrice } from '#app/domain/pricing/price-terms.ts';
import { money } from '#app/domain/money/money.ts';
import { sellerFacts } from '#app/domain/pricing/margin.ts';
import {
  aContract,
  aLine,
  aModule,
  aPlan,
  aProduct,
  aRevision,
  aStandard,
  aVariant,
  choose,
  d,
  everything,
  ladder,
  module,
  plan,
  priced,
  problemOf,
  product,
  said,
  shown,
  terms,
  today,
  totalOf,
} from '#tests/support/a-price-world.ts';

const standard = aStandard({ 1: 10 });
const one = (of: ConfigurableProduct, revisions = [standard]) => terms(revisions, { products: [of] });
const part = (line: LineToPrice, world: ReturnType<typeof terms>, code: string) => {
  const found = priced(line, world).parts.find((each) => each.code === code);
  return found && [shown(found.unitPrice), shown(found.amount), found.list];
};

describe('a module is priced by the same walk', () => {
  const service = aModule('service', {
    price: { EUR: d('1.50') },
    breaks: [{ minQuantity: d(10), price: { EUR: d('1.20') } }],
  });
  const world = (...entries: ReturnType<typeof ladder>) =>
    one(aProduct({ modules: [service] }), [aRevision('K', entries), standard]);
  const at = (quantity: number) => aLine(quantity, { choice: choose(null, 'service') });

  test('its own price is the standard one, with its own breaks', () => {
    expect(part(at(9), world(), 'service')).toEqual(['1.50', '13.50', null]);
    expect(part(at(10), world(), 'service')).toEqual(['1.20', '12.00', null]);
  });
  test('an entry naming it reaches it', () => {
    expect(part(at(10), world(...ladder({ 1: '1.10' }, module('service'))), 'service')).toEqual(['1.10', '11.00', 'K']);
  });
  test('an entry for the product, or for everything, does not', () => {
    const wide = [...ladder({ 1: 5 }, product), ...ladder({ 1: 5 }, everything)];
    expect(part(at(10), world(...wide), 'service')).toEqual(['1.20', '12.00', null]);
  });
  test('a percentage comes off its own price', () => {
    expect(part(at(10), world(...ladder({ 1: '50%' }, module('service'))), 'service')).toEqual(['0.60', '6.00', 'K']);
  });
  test('the module of another product is another module', () => {
    const other = ladder({ 1: 0 }, { kind: 'module', product: 'other', code: 'service' });
    expect(part(at(1), world(...other), 'service')).toEqual(['1.50', '1.50', null]);
  });
  test('options hold for it too: the public price caps it', () => {
    const capped = one(aProduct({ modules: [service] }), [
      aRevision('K', ladder({ 1: 3 }, module('service')), { options: ['cap_at_public'] }),
      standard,
    ]);
    expect(part(at(1), capped, 'service')).toEqual(['1.50', '1.50', null]);
  });
  test('without a price in the currency the line is not sold, and the part is named', () => {
    const unpriced = one(aProduct({ modules: [aModule('service', { price: { USD: d(1) } })] }));
    expect(problemOf(at(1), unpriced)).toEqual({ code: 'not_sold', part: { kind: 'module', code: 'service' } });
  });
  test('one for every five begun is priced by how many that makes', () => {
    const visit = aModule('visit', { quantity: { kind: 'per', per: d(5) }, price: { EUR: d(30) } });
    expect(part(aLine(12, { choice: choose(null, 'visit') }), one(aProduct({ modules: [visit] })), 'visit')).toEqual([
      '30.00',
      '90.00',
      null,
    ]);
  });
  test('a flat one is one amount, whose breaks the line reaches', () => {
    const flat = aModule('setup', { pricing: { kind: 'flat' }, price: { EUR: d(25) } });
    const list = aRevision('K', ladder({ 10: 15 }, module('setup')), { options: ['graduated'] });
    const of = one(aProduct({ modules: [flat] }), [list, standard]);
    const line = (quantity: number) => aLine(quantity, { choice: choose(null, 'setup') });
    expect(part(line(9), of, 'setup')).toEqual(['25.00', '25.00', null]);
    expect(part(line(10), of, 'setup')).toEqual(['15.00', '15.00', 'K']);
  });
});

describe('a percentage of the base', () => {
  const cover = aModule('cover', { pricing: { kind: 'percent', percent: d(10) }, price: {} });
  const line = aLine(4, { choice: choose('care', 'cover', 'extra') });
  const of = aProduct({ plans: [aPlan('care', { price: { EUR: d(5) } })], modules: [cover, aModule('extra')] });

  test('is of variant and plan, before any module', () => {
    expect(part(line, one(of), 'cover')).toEqual(['1.50', '6.00', null]);
    expect(totalOf(priced(line, one(of)))).toBe('72.00');
  });
  test('can be had at a percentage off, or at a fixed unit price instead', () => {
    const with_ = (value: string) => one(of, [aRevision('K', ladder({ 1: value }, module('cover'))), standard]);
    expect(part(line, with_('20%'), 'cover')).toEqual(['1.20', '4.80', 'K']);
    expect(part(line, with_('0.50'), 'cover')).toEqual(['0.50', '2.00', 'K']);
  });
});

describe('plans', () => {
  const of = aProduct({
    plans: [aPlan('best', { billed: 'monthly', price: { EUR: d(12) }, includes: ['training'] })],
    modules: [aModule('training', { price: { EUR: d(99) } })],
  });
  test('count per unit of the line, and what they include costs nothing more', () => {
    const line = priced(aLine(2, { choice: choose('best', 'training') }), one(of));
    expect(line.parts.map(({ code, amount, isIncluded }) => [code, shown(amount), isIncluded])).toEqual([
      ['ESP-1K', '20.00', false],
      ['best', '24.00', false],
      ['training', '0.00', true],
    ]);
    expect(said(line).at(-1)).toBe('won included included_in_plan');
  });
  test('are reached by entries that name them', () => {
    const list = aRevision('K', ladder({ 1: 7 }, plan('best')));
    expect(part(aLine(2, { choice: choose('best') }), one(of, [list, standard]), 'best')).toEqual([
      '7.00',
      '14.00',
      'K',
    ]);
  });
});

describe('terms', () => {
  const rental = aVariant({ billed: 'monthly' });
  const world = (discounts: Record<number, string>) =>
    terms([{ ...aRevision('K', ladder({ 1: 50 }), { termDiscounts: discounts }) }, aStandard({ 1: 60 })], {
      variants: [rental],
    });
  test.each([
    ['none pays one month', null, '50.00'],
    ['one month', 1, '50.00'],
    ['a year at its discount', 12, '540.00'],
    ['two years have none, which is 0', 24, '1200.00'],
  ])('%s', (_, term, total) => {
    expect(totalOf(priced(aLine(1, { term }), world({ 12: '10' })))).toBe(total);
  });

  test('belong to the revision that won the base price', () => {
    const chain = [aRevision('K', ladder({ 5: 50 }), { termDiscounts: { 12: '10' } }), aStandard({ 1: 60 })];
    const of = terms(chain, { variants: [rental] });
    expect(totalOf(priced(aLine(1, { term: 12 }), of))).toBe('720.00');
    expect(totalOf(priced(aLine(5, { term: 12 }), of))).toBe('2700.00');
    const reason = priced(aLine(5, { term: 12 }), of).reasons.at(-1);
    expect(reason).toMatchObject({ step: 'term', list: 'K', because: 'term_discount' });
  });

  test('nobody offers are refused with the nearest', () => {
    expect(problemOf(aLine(1, { term: 30 }), world({}))).toEqual({
      code: 'configuration_invalid',
      problems: [{ code: 'unknown_term', term: 30 }],
      nearest: { choice: choose(null), term: 24 },
    });
  });
});

describe('what was agreed for a line goes before every list', () => {
  const quote: AgreedPrice = { step: 'quote', document: 'Q-7', unitPrice: d(8), approvedBy: 'rep' };
  const override: AgreedPrice = { step: 'override', document: 'D-1', unitPrice: d(7), reason: 'trial order' };

  test('a quote, then an override, then the lists; all stand in the reasons', () => {
    const line = priced(aLine(3, { agreed: [override, quote] }), terms([aContract({ 1: 9 }), standard]));
    expect([shown(line.unitPrice), totalOf(line), line.step, line.list]).toEqual(['8.00', '24.00', 'quote', null]);
    expect(said(line)).toEqual([
      'won Q-7 agreed',
      'lost D-1 an_agreed_price_counts',
      'lost HARBOUR-2027 an_agreed_price_counts',
      'lost STANDARD-EUR an_agreed_price_counts',
    ]);
    expect([shown(line.publicUnitPrice), line.takesPromotions]).toEqual(['10.00', false]);
    expect(said(priced(aLine(3, { agreed: [override] }), terms([standard])))[0]).toBe('won D-1 agreed');
  });

  test('holds though no list sells it, and in a quantity the shop does not sell in', () => {
    const boxes = terms([], { variants: [aVariant({ quantityStep: d(6), minimumQuantity: d(6) })] });
    expect(totalOf(priced(aLine(5, { agreed: [quote] }), boxes))).toBe('40.00');
    expect(problemOf(aLine(5, { agreed: [override] }), boxes)).toMatchObject({ code: 'below_minimum' });
  });

  test('an override prices the variant, and what was chosen comes on top', () => {
    const of = one(aProduct({ modules: [aModule('a', { price: { EUR: d(2) } })] }));
    expect(totalOf(priced(aLine(3, { agreed: [override], choice: choose(null, 'a') }), of))).toBe('27.00');
  });

  test('an agreed total is the whole line, configuration and term included', () => {
    const fixed: AgreedPrice = {
      step: 'purchase_order',
      document: 'PO-7',
      unitPrice: null,
      lineTotal: money(12345n, 'EUR'),
    };
    const line = priced(aLine(3, { agreed: [fixed], choice: choose('gone', 'nothing'), term: 12 }), terms([standard]));
    expect([totalOf(line), line.unitPrice, line.parts.length]).toEqual(['123.45', null, 1]);
  });
});

test('cost and margin are for sellers, and a missing cost is said', () => {
  const line = priced(aLine(1), terms([aContract({ 1: 10 })]));
  const facts = sellerFacts(line, d('7.50'));
  expect([shown(facts.cost), shown(facts.marginPercent), facts.hasNoCost]).toEqual(['7.50', '25.00', false]);
  expect(sellerFacts(line, null)).toEqual({ cost: null, marginPercent: null, hasNoCost: true });
});

test('an impossible choice is a problem of the line alone, with the nearest possible', () => {
  const of = one(aProduct({ modules: [aModule('a', { requires: { all: ['b'], any: [] } }), aModule('b')] }));
  const price = priceLine(aLine(1, { choice: choose(null, 'a') }), of, today);
  expect(price.ok ? null : price.problem).toEqual({
    code: 'configuration_invalid',
    problems: [{ code: 'requires_all', module: 'a', missing: ['b'] }],
    nearest: { choice: choose(null, 'a', 'b'), term: null },
  });
});
