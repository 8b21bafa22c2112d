import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CartLine,
  addToCart,
  changeQuantity,
  isSameThing,
  mostLines,
  putBack,
  putInCart,
} from '#app/domain/cart/cart.ts';
import { mergeCarts } from '#app/domain/cart/merge-carts.ts';
import { add, toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';

const line = (number: number, variantId: string, quantity: string, configuration = {}): CartLine => ({
  line: number,
  variantId,
  quantity,
  configuration,
});
const one = (variantId: string, quantity = '1', configuration = {}) => ({ variantId, quantity, configuration });

describe('what goes into a cart', () => {
  test.each([
    ['a new thing gets the next number', [line(4, 'a', '1')], one('b'), [line(5, 'b', '1')]],
    ['the same thing gets more', [line(1, 'a', '1.5')], one('a', '2'), [line(1, 'a', '3.5')]],
    [
      'another configuration is another thing',
      [line(1, 'a', '1')],
      one('a', '1', { plan: 'care' }),
      [line(2, 'a', '1', { plan: 'care' })],
    ],
  ])('%s', (_case, lines, wanted, write) => {
    expect(addToCart(lines, wanted)).toEqual({ ok: true, value: { write, remove: [] } });
  });

  test.each([
    ['nothing at all', one('a', '0'), 'quantity_not_positive'],
    ['less than nothing', one('a', '-1'), 'quantity_not_positive'],
    ['more than can be ordered', one('a', '1000001'), 'quantity_too_large'],
  ])('%s is refused', (_case, wanted, code) => expect(addToCart([], wanted)).toMatchObject({ ok: false, code }));

  test('a full cart takes more of what it has, and nothing new', () => {
    const full = Array.from({ length: mostLines }, (_, index) => line(index + 1, `v${index}`, '1'));
    expect(addToCart(full, one('new'))).toMatchObject({ code: 'cart_full' });
    expect(addToCart(full, one('v7')).ok).toBe(true);
  });

  test('buying now means this many, however often it is pressed', () => {
    const first = putInCart([], one('a', '2'));
    expect(first).toMatchObject({ value: { write: [line(1, 'a', '2')] } });
    expect(putInCart([line(1, 'a', '2')], one('a', '2'))).toMatchObject({ value: { write: [line(1, 'a', '2')] } });
  });

  test.each([
    ['where it stood', [line(1, 'b', '1'), line(5, 'c', '1')], line(3, 'a', '2'), line(3, 'a', '2')],
    ['in a new place when its own is taken', [line(3, 'b', '1')], line(3, 'a', '2'), line(4, 'a', '2')],
    ['as one line with the same thing put in since', [line(7, 'a', '1')], line(3, 'a', '2'), line(7, 'a', '2')],
    ['no second time', [line(3, 'a', '2')], line(3, 'a', '2'), line(3, 'a', '2')],
    ['under no number a cart never had', [line(1, 'b', '1')], line(2_000_000, 'a', '2'), line(2, 'a', '2')],
  ])('what was taken out comes back: %s', (_case, lines, taken, written) => {
    expect(putBack(lines, taken)).toEqual({ ok: true, value: { write: [written], remove: [] } });
  });

  test('zero takes a line out; a line that is gone is said to be', () => {
    expect(changeQuantity([line(3, 'a', '1')], { line: 3, quantity: '0' })).toMatchObject({ value: { remove: [3] } });
    expect(changeQuantity([], { line: 3, quantity: '1' })).toMatchObject({ code: 'no_such_line' });
  });

  test('modules in another order are the same thing', () => {
    const modules = [{ code: 'x' }, { code: 'y', quantity: '2' }];
    expect(isSameThing(one('a', '1', { modules }), one('a', '1', { modules: [...modules].reverse() }))).toBe(true);
    expect(isSameThing(one('a', '1', { modules }), one('a', '1', { modules: [{ code: 'x' }, { code: 'y' }] }))).toBe(
      false,
    );
  });
});

describe('signing in merges two carts', () => {
  test('the same thing is one line with both quantities, the rest comes after', () => {
    expect(mergeCarts([line(2, 'a', '1')], [line(1, 'b', '4'), line(2, 'a', '2')]).write).toEqual([
      line(2, 'a', '3'),
      line(3, 'b', '4'),
    ]);
  });

  test('for any two carts nothing is lost and no number is used twice', () => {
    const cart = fc
      .array(
        fc.record({ variantId: fc.constantFrom('a', 'b', 'c', 'd', 'e'), quantity: fc.integer({ min: 1, max: 99 }) }),
        {
          maxLength: 8,
        },
      )
      .map((things) => {
        const seen = new Set<string>();
        return things
          .filter(({ variantId }) => !seen.has(variantId) && seen.add(variantId))
          .map(({ variantId, quantity }, index) => line(index + 1, variantId, String(quantity)));
      });
    const sum = (lines: readonly CartLine[]) => {
      const sums: Record<string, string> = {};
      for (const { variantId, quantity } of lines)
        sums[variantId] = toDecimalString(add(toExact(sums[variantId] ?? '0'), toExact(quantity)), 6);
      return sums;
    };
    fc.assert(
      fc.property(cart, cart, (kept, brought) => {
        const { write } = mergeCarts(kept, brought);
        const merged = [...kept.filter((k) => !write.some((w) => w.line === k.line)), ...write];
        expect(sum(merged)).toEqual(sum([...kept, ...brought]));
        expect(new Set(merged.map((l) => l.line)).size).toBe(merged.length);
      }),
    );
  });
});
