import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CartLineToTotal, type CartToTotal, totalCart } from '#app/domain/checkout/total-cart.ts';
import { multiply, toExact } from '#app/domain/money/exact.ts';
import { lineAmount, money } from '#app/domain/money/money.ts';

import { firstSettings, shopRulesOf } from '#app/domain/settings/shop-rules.ts';
import type { PricedLine } from '#app/domain/pricing/price-terms.ts';

function aLine(
  line: number,
  unitPrice: string,
  quantity: string,
  more: Partial<CartLineToTotal> = {},
): CartLineToTotal {
  const [unit, count] = [toExact(unitPrice), toExact(quantity)];
  const price = {
    ok: true,
    line,
    sku: `SKU-${line}`,
    quantity: count,
    unitPrice: unit,
    amount: multiply(unit, count),
    lineTotal: lineAmount(unit, count, 'EUR'),
    takesPromotions: true,
  } as PricedLine;
  return {
    line,
    price,
    taxClass: 'standard',
    weightGrams: 300,
    leadTimeDays: 0,
    variantId: `variant-${line}`,
    available: toExact('1000000'),
    mayBeBackordered: false,
    isOffered: true,
    ...more,
  };
}

const rules = shopRulesOf(firstSettings);

const aCart = (lines: CartLineToTotal[], more: Partial<CartToTotal> = {}): CartToTotal => ({
  rules,
  currency: 'EUR',
  display: 'inclusive',
  treatment: 'taxed',
  promotions: [],
  country: 'DE',
  postalCode: '10117',
  shippingMethod: null,
  on: '2027-03-01',
  lines,
  ...more,
});

describe('what a cart comes to', () => {
  test('three cups shown at 9.99 are 29.97, and standard shipping is shown at 4.90', () => {
    const cart = totalCart(aCart([aLine(1, '8.394958', '3')], { shippingMethod: 'standard' }));
    expect(cart.goods).toEqual(money(2997n, 'EUR'));
    expect(cart.totals.freight.minor + cart.totals.freightTax.minor).toBe(490n);
    expect(cart.totals.payable).toEqual(money(3487n, 'EUR'));
    expect(cart.isBuyable).toBe(true);
  });

  test('to the Canary Islands there is no tax', () => {
    const there = totalCart(aCart([aLine(1, '8.394958', '3')], { country: 'ES', postalCode: '35001' }));
    expect(there.totals.tax).toEqual(money(0n, 'EUR'));
    const mainland = totalCart(aCart([aLine(1, '8.394958', '3')], { country: 'ES', postalCode: '28039' }));
    expect(mainland.totals.tax.minor).toBeGreaterThan(0n);
  });

  test('shipping is free from 49 euros as the buyer sees them', () => {
    expect(totalCart(aCart([aLine(1, '41.18', '1')])).totals.freight.minor).toBe(0n);
    expect(totalCart(aCart([aLine(1, '41.16', '1')])).totals.freight.minor).toBeGreaterThan(0n);
  });

  test('two lines of one variant are short together, and each says so', () => {
    const shared = { variantId: 'same', available: toExact('5') };
    const cart = totalCart(aCart([aLine(1, '5', '3', shared), aLine(2, '5', '3', shared), aLine(3, '5', '1')]));
    expect(cart.lines.map(({ problem }) => problem?.code ?? null)).toEqual(['short', 'short', null]);
    expect(cart.isBuyable).toBe(false);
    const backordered = { ...shared, mayBeBackordered: true };
    expect(totalCart(aCart([aLine(1, '5', '9', backordered)])).isBuyable).toBe(true);
  });

  test('what is not sold any more is shown, stops the purchase and is not counted', () => {
    const cart = totalCart(aCart([aLine(1, '10', '1', { isOffered: false }), aLine(2, '10', '1')]));
    expect(cart.lines[0]?.problem).toEqual({ code: 'gone' });
    expect(cart.totals.total).toEqual(money(1000n, 'EUR'));
    expect(cart.isBuyable).toBe(false);
  });

  test('an empty cart is nothing to buy', () => {
    expect(totalCart(aCart([]))).toMatchObject({ isBuyable: false, shipping: null, offers: [] });
  });

  test('for any lines: payable is the sum of what stands above it, and no part is negative', () => {
    const lines = fc.array(
      fc.record({
        price: fc.bigInt(0n, 10n ** 9n).map((n) => `${n / 1_000_000n}.${String(n % 1_000_000n).padStart(6, '0')}`),
        quantity: fc.bigInt(1n, 9_999n).map((n) => `${n / 10n}.${n % 10n}`),
        taxClass: fc.constantFrom('standard' as const, 'reduced' as const, 'zero' as const),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(lines, fc.constantFrom('inclusive' as const, 'exclusive' as const), (given, display) => {
        const cart = totalCart(
          aCart(
            given
              .filter(({ quantity }) => quantity !== '0.0')
              .map((l, i) => aLine(i + 1, l.price, l.quantity, { taxClass: l.taxClass })),
            { display },
          ),
        );
        const { totals } = cart;
        expect(totals.payable.minor).toBe(totals.total.minor + totals.freight.minor + totals.tax.minor);
        const ofLines = totals.lines.reduce((sum, line) => sum + line.tax.minor, 0n);
        expect(totals.tax.minor).toBe(ofLines + totals.freightTax.minor);
        for (const line of totals.lines) expect(line.net.minor + line.tax.minor).toBe(line.gross.minor);
        expect(totals.tax.minor >= 0n && totals.freight.minor >= 0n).toBe(true);
      }),
    );
  });
});
