import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Choice, choiceProblems } from '#app/domain/catalog/choice-problems.ts';
import { configure, dependentsOf } from '#app/domain/catalog/configuration.ts';
import { nearestChoice } from '#app/domain/catalog/nearest-choice.ts';
import { orderQuantityProblem, quantityFrom } from '#app/domain/catalog/order-quantity.ts';
import { productProblems } from '#app/domain/catalog/product-rules.ts';
import { categoriesFromNearest } from '#app/domain/catalog/product.ts';
import { requirementCycle } from '#app/domain/catalog/requirement-cycle.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { aModule, aPlan, aProduct, choose, d } from '#tests/support/a-price-world.ts';

const requires = (all: string[] = [], any: string[] = []) => ({ requires: { all, any } });
const machine = aProduct({
  plans: [aPlan('good'), aPlan('best', { includes: ['training'] })],
  modules: [
    aModule('install'),
    aModule('training', requires(['install'])),
    aModule('filter', requires([], ['install', 'best'])),
    aModule('self-service', { excludes: ['install'] }),
    aModule('spares', { quantity: { kind: 'free' } }),
    aModule('visit', { quantity: { kind: 'per', per: d(5) } }),
  ],
});
const codes = (choice: Choice) => [choice.plan, ...choice.modules.map(({ code }) => code)];
const refusal = (choice: Choice, quantity = '12') => {
  const result = configure(machine, choice, d(quantity));
  return result.ok ? null : result.detail;
};

describe('an impossible choice is refused with every reason and the nearest valid one', () => {
  test.each([
    ['a module lacks what it requires', choose(null, 'training'), 'requires_all', [null, 'training', 'install']],
    ['none of the alternatives is there', choose(null, 'filter'), 'requires_any', ['best', 'filter']],
    [
      'two exclude each other, whichever says so',
      choose(null, 'install', 'self-service'),
      'excludes',
      [null, 'install'],
    ],
    ['a plan is unknown', choose('gold'), 'unknown_plan', [null]],
    ['a module is unknown', choose('good', 'polish'), 'unknown_module', ['good']],
    ['a module is chosen twice', choose(null, 'install', 'install'), 'module_twice', [null, 'install']],
    ['a quantity contradicts the line', choose(null, ['install', '3']), 'module_quantity', [null, 'install']],
    ['a quantity is nothing', choose(null, ['spares', '0']), 'module_quantity', [null, 'spares']],
  ] as const)('%s', (_, choice, code, nearest) => {
    const refused = refusal(choice);
    expect(refused?.problems.map((problem) => problem.code)).toContain(code);
    if (code === 'requires_any') expect(refused && choiceProblems(machine, refused.nearest)).toEqual([]);
    else expect(refused && codes(refused.nearest).sort()).toEqual([...nearest].sort());
  });

  test('on any product the nearest choice is valid, and a valid one is its own nearest', () => {
    const names = ['a', 'b', 'c', 'd'];
    const some = fc.subarray(names);
    const module = fc.record({ all: some, any: some, excludes: some });
    const product = fc.tuple(fc.array(module, { minLength: 4, maxLength: 4 }), some).map(([modules, includes]) =>
      aProduct({
        plans: [aPlan('p', { includes }), aPlan('q')],
        modules: modules.map(({ all, any, excludes }, index) =>
          aModule(names[index] as string, {
            ...requires(all, any),
            excludes: excludes.filter((code) => code !== names[index]),
          }),
        ),
      }),
    );
    const choice = fc
      .tuple(fc.constantFrom(null, 'p', 'q', 'gone'), some)
      .map(([plan, modules]) => choose(plan, ...modules));
    fc.assert(
      fc.property(product, choice, (of, wanted) => {
        const nearest = nearestChoice(of, wanted);
        expect(choiceProblems(of, nearest)).toEqual([]);
        if (choiceProblems(of, wanted).length === 0) expect(codes(nearest).sort()).toEqual(codes(wanted).sort());
      }),
    );
  });
});

describe('what a valid choice holds', () => {
  const held = (choice: Choice, quantity: string) => {
    const result = configure(machine, choice, d(quantity));
    return result.ok
      ? result.value.modules.map(({ module, quantity: q, isIncluded }) => [
          module.code,
          toDecimalString(q, 3),
          isIncluded,
        ])
      : result.detail;
  };
  test('quantities that follow the line, come one for every five begun, or are free', () => {
    expect(held(choose(null, 'install', ['spares', '7'], 'visit'), '12')).toEqual([
      ['install', '12', false],
      ['spares', '7', false],
      ['visit', '3', false],
    ]);
    expect(held(choose(null, 'spares', 'visit'), '5')).toEqual([
      ['spares', '1', false],
      ['visit', '1', false],
    ]);
  });
  test('what the plan includes comes without being ticked, at no extra price', () => {
    expect(held(choose('best', 'install'), '2')).toEqual([
      ['install', '2', false],
      ['training', '2', true],
    ]);
  });
});

test('taking out a required module flags what depended on it, and what leant on that', () => {
  const chain = aProduct({
    modules: [aModule('a'), aModule('b', requires(['a'])), aModule('c', requires(['b'])), aModule('d')],
  });
  expect(dependentsOf(chain, choose(null, 'a', 'b', 'c', 'd'), 'a')).toEqual(['b', 'c']);
  expect(dependentsOf(chain, choose(null, 'a', 'b', 'c', 'd'), 'd')).toEqual([]);
});

describe('on save', () => {
  test.each([
    ['a circle of two', [aModule('a', requires(['b'])), aModule('b', requires(['a']))], ['a', 'b', 'a']],
    [
      'a circle through alternatives',
      [aModule('a', requires([], ['b'])), aModule('b', requires(['c'])), aModule('c', requires(['a']))],
      ['a', 'b', 'c', 'a'],
    ],
    ['itself', [aModule('a', requires(['a']))], ['a', 'a']],
    [
      'no circle in a diamond',
      [aModule('a', requires(['b', 'c'])), aModule('b', requires(['d'])), aModule('c', requires(['d'])), aModule('d')],
      null,
    ],
  ])('%s', (_, modules, cycle) => {
    expect(requirementCycle(modules)).toEqual(cycle);
    expect(productProblems(aProduct({ modules })).some(({ code }) => code === 'requirement_cycle')).toBe(
      cycle !== null,
    );
  });

  test.each([
    ['a code used twice', aProduct({ plans: [aPlan('x')], modules: [aModule('x')] }), 'code_twice'],
    ['a requirement nobody knows', aProduct({ modules: [aModule('a', requires(['gone']))] }), 'unknown_part'],
    ['a plan that includes nobody', aProduct({ plans: [aPlan('p', { includes: ['gone'] })] }), 'unknown_part'],
    [
      'requiring what it excludes',
      aProduct({ modules: [aModule('a', { ...requires(['b']), excludes: ['b'] }), aModule('b')] }),
      'requires_what_it_excludes',
    ],
    [
      'a plan whose inclusions exclude each other',
      aProduct({
        plans: [aPlan('p', { includes: ['a', 'b'] })],
        modules: [aModule('a', { excludes: ['b'] }), aModule('b')],
      }),
      'plan_impossible',
    ],
    ['a price below zero', aProduct({ modules: [aModule('a', { price: { EUR: d('-1') } })] }), 'negative_price'],
    [
      'one for every zero',
      aProduct({ modules: [aModule('a', { quantity: { kind: 'per', per: d(0) } })] }),
      'quantity_per_not_positive',
    ],
  ])('%s is refused', (_, product, code) => {
    expect(productProblems(product).map((problem) => problem.code)).toEqual([code]);
  });

  test('a sound product has nothing to complain of', () => expect(productProblems(machine)).toEqual([]));
});

describe('how many may be ordered', () => {
  const boxes = { minimumQuantity: d(10), quantityStep: d(5) };
  const show = (quantity: string, rule = boxes) => {
    const problem = orderQuantityProblem(rule, d(quantity));
    return (
      problem && [
        problem.code,
        problem.nearest.less && toDecimalString(problem.nearest.less, 3),
        toDecimalString(problem.nearest.more, 3),
      ]
    );
  };
  test.each([
    ['10', null],
    ['15', null],
    ['5', ['below_minimum', null, '10']],
    ['0', ['below_minimum', null, '10']],
    ['-5', ['below_minimum', null, '10']],
    ['12', ['off_step', '10', '15']],
    ['10.5', ['off_step', '10', '15']],
  ])('%s from ten in fives', (quantity, expected) => expect(show(quantity)).toEqual(expected));

  test('metres are sold by the quarter', () => {
    const cable = { minimumQuantity: d('0.5'), quantityStep: d('0.25') };
    expect([show('0.75', cable), show('0.8', cable), show('0.25', cable)]).toEqual([
      null,
      ['off_step', '0.75', '1'],
      ['below_minimum', null, '0.5'],
    ]);
  });

  test('the next orderable quantity is never below what was asked', () => {
    expect(toDecimalString(quantityFrom({ minimumQuantity: d(1), quantityStep: d(6) }, d(7)), 0)).toBe('12');
  });
});

test('categories are named from the nearest to the root', () => {
  expect(categoriesFromNearest('coffee/beans/espresso')).toEqual(['coffee/beans/espresso', 'coffee/beans', 'coffee']);
  expect(categoriesFromNearest(null)).toEqual([]);
});
