import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, toExact } from '#app/domain/money/exact.ts';
import {
  type RefundShare,
  type RefundableOrder,
  nothingRefunded,
  refundShares,
  refundTotal,
  shareOfFirst,
} from '#app/domain/orders/refund.ts';

const q = toExact;
const anOrder = (more: Partial<RefundableOrder> = {}): RefundableOrder => ({
  lines: [
    { line: 1, quantity: q('3'), netMinor: 1000n, taxMinor: 70n, refunded: nothingRefunded },
    { line: 2, quantity: q('1'), netMinor: 501n, taxMinor: 95n, refunded: nothingRefunded },
  ],
  freight: { netMinor: 412n, taxMinor: 29n, refunded: nothingRefunded },
  ...more,
});

const units = (...given: [line: number, quantity: string][]) => ({
  kind: 'units' as const,
  units: given.map(([line, quantity]) => ({ line, quantity: q(quantity) })),
  freight: false,
});

describe('what goes back', () => {
  test.each([
    ['the first of three for 10.00', units([1, '1']), [[1, 334n, 23n]]],
    ['two of three', units([1, '2']), [[1, 666n, 47n]]],
    ['all of a line', units([1, '3']), [[1, 1000n, 70n]]],
    [
      'a line and the freight',
      { ...units([2, '1']), freight: true },
      [
        [2, 501n, 95n],
        ['freight', 412n, 29n],
      ],
    ],
    [
      'everything',
      { kind: 'rest' as const },
      [
        [1, 1000n, 70n],
        [2, 501n, 95n],
        ['freight', 412n, 29n],
      ],
    ],
  ])('%s', (_case, wish, shares) => {
    const outcome = refundShares(anOrder(), wish);
    expect(outcome.ok && outcome.value.map((share) => [share.line, share.netMinor, share.taxMinor])).toEqual(shares);
  });

  test('a sum is spread over lines and freight by what they are worth, to the cent', () => {
    const outcome = refundShares(anOrder(), { kind: 'amount', minor: 1000n });
    expect(outcome.ok && refundTotal(outcome.value)).toBe(1000n);
    expect(outcome.ok && outcome.value.map(({ line }) => line)).toEqual([1, 2, 'freight']);
  });

  test.each([
    ['four of three', units([1, '4']), 'more_than_ordered'],
    ['a line that is not there', units([9, '1']), 'no_such_line'],
    ['a line twice', units([1, '1'], [1, '1']), 'no_such_line'],
    ['nothing', units([1, '0']), 'nothing_to_refund'],
    ['more than was paid', { kind: 'amount' as const, minor: 2108n }, 'more_than_paid'],
    ['no sum', { kind: 'amount' as const, minor: 0n }, 'nothing_to_refund'],
  ])('%s is refused', (_case, wish, code) => {
    expect(refundShares(anOrder(), wish)).toMatchObject({ ok: false, code });
  });

  test('units in any pieces and any order hand out the line exactly once', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 7n),
        fc.bigInt(0n, 10n ** 6n),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 }),
        (netMinor, taxMinor, pieces) => {
          fc.pre(netMinor + taxMinor > 0n);
          const quantity = q(String(pieces.reduce((a, b) => a + b, 0)));
          let refunded = nothingRefunded;
          for (const piece of pieces) {
            const order: RefundableOrder = {
              lines: [{ line: 1, quantity, netMinor, taxMinor, refunded }],
              freight: { netMinor: 0n, taxMinor: 0n, refunded: nothingRefunded },
            };
            const outcome = refundShares(order, units([1, String(piece)]));
            const [share]: (RefundShare | undefined)[] = outcome.ok ? outcome.value : [];
            refunded = {
              quantity: add(refunded.quantity, q(String(piece))),
              netMinor: refunded.netMinor + (share?.netMinor ?? 0n),
              taxMinor: refunded.taxMinor + (share?.taxMinor ?? 0n),
            };
          }
          expect(refunded).toMatchObject({ netMinor, taxMinor });
        },
      ),
    );
  });

  test('goodwill and units together never give back more than was paid', () => {
    const goodwill = refundShares(anOrder(), { kind: 'amount', minor: 2000n });
    if (!goodwill.ok) throw new Error(goodwill.code);
    const refundedOf = (line: number | 'freight') => {
      const share = goodwill.value.find((one) => one.line === line);
      return { quantity: q('0'), netMinor: share?.netMinor ?? 0n, taxMinor: share?.taxMinor ?? 0n };
    };
    const order = anOrder();
    const after: RefundableOrder = {
      lines: order.lines.map((line) => ({ ...line, refunded: refundedOf(line.line) })),
      freight: { ...order.freight, refunded: refundedOf('freight') },
    };
    const rest = refundShares(after, { ...units([1, '3'], [2, '1']), freight: true });
    expect(rest.ok && refundTotal(rest.value)).toBe(107n);
  });

  test('half a metre of a hose', () => expect(shareOfFirst(999n, q('0.5'), q('1.5'))).toBe(333n));
});
