import { describe, expect, test } from 'vitest';
import { toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { toOrder } from '#app/domain/orders/par-level.ts';

const maybe = (text: string | null) => (text === null ? null : toExact(text));

describe('how much of a list’s line to order', () => {
  test.each([
    ['no level: what the list says', '6', null, null, null, '1', '1', '6'],
    ['no level, sold in fours', '6', null, null, null, '1', '4', '8'],
    ['a level and nothing left', '1', '12', '0', '6', '1', '1', '12'],
    ['a level and five left', '1', '12', '5', '6', '1', '1', '7'],
    ['a level and enough left', '1', '12', '12', '6', '1', '1', '0'],
    ['a level and more left than it', '1', '12', '20', '6', '1', '1', '0'],
    ['nobody counted: as last time', '1', '12', null, '6', '1', '1', '6'],
    ['nobody counted, last time more than the level', '1', '12', null, '30', '1', '1', '12'],
    ['nobody counted, never ordered: the level', '1', '12', null, null, '1', '1', '12'],
    ['one is missing, sold in sixes', '1', '12', '11', null, '1', '6', '6'],
    ['one is missing, from ten on', '1', '12', '11', null, '10', '1', '10'],
    ['metres and a half', '1', '4.5', '1.2', null, '0.5', '0.5', '3.5'],
  ])('%s', (_, quantity, par, left, last, minimum, step, expected) => {
    const line = {
      quantity: toExact(quantity),
      par: maybe(par),
      left: maybe(left),
      lastOrdered: maybe(last),
      minimum: toExact(minimum),
      step: toExact(step),
    };
    expect(toDecimalString(toOrder(line), 6)).toBe(expected);
  });
});
