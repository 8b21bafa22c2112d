import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { multiply, percentOf, toExact } from '#app/domain/money/exact.ts';
import { amountString, lineAmount, majorUnits, money } from '#app/domain/money/money.ts';
import { roundToMinorUnits, toDecimalString } from '#app/domain/money/rounding.ts';
import { type LineToTotal, type OrderToTotal, type OrderTotals, priceOrder } from '#app/domain/pricing/price-order.ts';
import { decimal } from '#tests/support/arbitraries.ts';

const d = toExact;
const aLine = (line: number, unitPrice: string, quantity: string, of: Partial<LineToTotal> = {}): LineToTotal => ({
  line,
  amount: multiply(d(unitPrice), d(quantity)),
  lineTotal: lineAmount(d(unitPrice), d(quantity), 'EUR'),
  taxRatePercent: d('19'),
  takesPromotions: true,
  ...of,
});
const anOrder = (lines: LineToTotal[], of: Partial<OrderToTotal> = {}): OrderToTotal => ({
  currency: 'EUR',
  lines,
  promotions: [],
  freight: d('0'),
  display: 'exclusive',
  ...of,
});
const shown = ({ total, freight, tax, payable }: OrderTotals) => [total, freight, tax, payable].map(amountString);

describe('what a document adds up to', () => {
  test('lines are rounded, then added: 3.04 + 3.02 = 6.06', () => {
    const totals = priceOrder(anOrder([aLine(1, '1.0149', '3'), aLine(2, '3.0209', '1')]));
    expect(shown(totals)).toEqual(['6.06', '0.00', '1.15', '7.21']);
  });

  test('tax is per line and then added', () => {
    const lines = [1, 2, 3].map((line) => aLine(line, '0.05', '1'));
    expect(shown(priceOrder(anOrder(lines)))).toEqual(['0.15', '0.00', '0.03', '0.18']);
  });

  test('shown with tax, what is paid is the shown price times the quantity', () => {
    const totals = priceOrder(anOrder([aLine(1, '8.394958', '3')], { display: 'inclusive' }));
    expect(shown(totals)).toEqual(['25.18', '0.00', '4.79', '29.97']);
  });

  test('a shown freight of 4.90 is paid as 4.90', () => {
    const totals = priceOrder(anOrder([aLine(1, '10', '1')], { display: 'inclusive', freight: d('4.117647') }));
    expect(shown(totals)).toEqual(['10.00', '4.12', '2.68', '16.80']);
  });

  test('freight follows the rates of what it carries, in proportion', () => {
    const lines = [aLine(1, '75', '1'), aLine(2, '25', '1', { taxRatePercent: d('7') })];
    const totals = priceOrder(anOrder(lines, { freight: d('8.00') }));
    expect(
      totals.taxByRate.map((r) => [toDecimalString(r.ratePercent, 2), amountString(r.taxable), amountString(r.tax)]),
    ).toEqual([
      ['19', '81.00', '15.39'],
      ['7', '27.00', '1.89'],
    ]);
    expect(amountString(totals.freightTax)).toBe('1.28');
    expect(shown(totals)).toEqual(['100.00', '8.00', '17.28', '125.28']);
  });

  test('freight on free goods is taxed at the highest of their rates; without lines there is nothing to tax', () => {
    const lines = [aLine(1, '0', '1', { taxRatePercent: d('7') }), aLine(2, '0', '1')];
    expect(shown(priceOrder(anOrder(lines, { freight: d('10') })))).toEqual(['0.00', '10.00', '1.90', '11.90']);
    expect(shown(priceOrder(anOrder([], { freight: d('10') })))).toEqual(['0.00', '10.00', '0.00', '10.00']);
  });

  test('yen have no cents anywhere', () => {
    const line = { ...aLine(1, '1', '1'), amount: d('333.5'), lineTotal: money(334n, 'JPY'), taxRatePercent: d('8') };
    const totals = priceOrder(anOrder([line], { currency: 'JPY', freight: d('500') }));
    expect(shown(totals)).toEqual(['334', '500', '67', '901']);
  });
});

describe('promotions', () => {
  const three = [aLine(1, '10', '1'), aLine(2, '10', '1'), aLine(3, '10', '1')];

  test('come after the lines are rounded and before tax, and hand out every cent', () => {
    const totals = priceOrder(anOrder(three, { promotions: [{ code: 'TEN', off: { amount: money(1000n, 'EUR') } }] }));
    expect(totals.lines.map(({ discount }) => discount.minor)).toEqual([334n, 333n, 333n]);
    expect(shown(totals)).toEqual(['20.00', '0.00', '3.81', '23.81']);
  });

  test('a net line takes none, and its share goes to the others', () => {
    const lines = [aLine(1, '10', '1', { takesPromotions: false }), aLine(2, '30', '1')];
    const totals = priceOrder(anOrder(lines, { promotions: [{ code: 'P10', off: { percent: d('10') } }] }));
    expect(totals.lines.map(({ discount }) => discount.minor)).toEqual([0n, 300n]);
  });

  test('follow one another, each on what the former left, and never take more than there is', () => {
    const promotions = [
      { code: 'HALF', off: { percent: d('50') } },
      { code: 'FIRST', off: { amount: money(400n, 'EUR') }, lines: [1] },
      { code: 'ALL', off: { amount: money(99999n, 'EUR') } },
    ];
    const totals = priceOrder(anOrder(three, { promotions }));
    expect(totals.promotions.map(({ amount }) => amount.minor)).toEqual([1500n, 400n, 1100n]);
    expect(shown(totals)).toEqual(['0.00', '0.00', '0.00', '0.00']);
  });

  test('on nothing eligible takes nothing', () => {
    const lines = [aLine(1, '10', '1', { takesPromotions: false })];
    const totals = priceOrder(anOrder(lines, { promotions: [{ code: 'TEN', off: { amount: money(1000n, 'EUR') } }] }));
    expect(totals.discount.minor).toBe(0n);
  });
});

test('for any document: totals are sums of lines, payable is total, freight and tax, and no tax is lost by rate', () => {
  const line = fc.record({
    unitPrice: decimal(0, 500, 6),
    quantity: decimal(1, 50, 2),
    rate: fc.constantFrom('0', '7', '19', '25.5').map(d),
    takesPromotions: fc.boolean(),
  });
  const order = fc.record({
    lines: fc.array(line, { maxLength: 8 }),
    percent: decimal(0, 100, 2),
    amount: fc.bigInt({ min: 0n, max: 100_000n }),
    freight: decimal(0, 50, 6),
    display: fc.constantFrom('exclusive' as const, 'inclusive' as const),
  });
  fc.assert(
    fc.property(order, ({ lines, percent, amount, freight, display }) => {
      const toTotal = lines.map(({ unitPrice, quantity, rate, takesPromotions }, index) => ({
        line: index + 1,
        amount: multiply(unitPrice, quantity),
        lineTotal: lineAmount(unitPrice, quantity, 'EUR'),
        taxRatePercent: rate,
        takesPromotions,
      }));
      const promotions = [
        { code: 'P', off: { percent } },
        { code: 'A', off: { amount: money(amount, 'EUR') } },
      ];
      const totals = priceOrder(anOrder(toTotal, { promotions, freight, display }));
      const sum = (key: 'lineTotal' | 'discount' | 'net' | 'tax' | 'gross') =>
        totals.lines.reduce((all, each) => all + each[key].minor, 0n);
      expect(sum('net')).toBe(totals.total.minor);
      expect(sum('lineTotal') - sum('discount')).toBe(totals.total.minor);
      expect(sum('discount')).toBe(totals.promotions.reduce((all, each) => all + each.amount.minor, 0n));
      expect(sum('tax') + totals.freightTax.minor).toBe(totals.tax.minor);
      expect(sum('gross')).toBe(sum('net') + sum('tax'));
      expect(totals.payable.minor).toBe(totals.total.minor + totals.freight.minor + totals.tax.minor);
      expect(totals.freight.minor).toBe(roundToMinorUnits(freight, 'EUR'));
      const byRate = totals.taxByRate.reduce((all, { tax }) => all + tax.minor, 0n);
      expect(byRate).toBe(totals.tax.minor);
      totals.lines.forEach((each, index) => {
        expect(each.discount.minor >= 0n && each.discount.minor <= each.lineTotal.minor).toBe(true);
        if (!lines[index]?.takesPromotions) expect(each.discount.minor).toBe(0n);
        expect(each.tax.minor >= 0n).toBe(true);
        if (display === 'exclusive')
          expect(each.tax.minor).toBe(
            roundToMinorUnits(
              percentOf(majorUnits(each.net), (lines[index] as { rate: ReturnType<typeof d> }).rate),
              'EUR',
            ),
          );
      });
    }),
  );
});
