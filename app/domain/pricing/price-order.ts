import { allocate } from '../money/allocate';
import type { CurrencyCode } from '../money/currencies';
import { type Exact, compare, equals, exact, multiply, percentOf } from '../money/exact';
import { type Money, addMoney, majorUnits, money, noMoney, subtractMoney, sumMoney } from '../money/money';
import { roundToMinorUnits } from '../money/rounding';
import { type TaxDisplay, grossFactor, taxOfLine } from './tax';

export type LineToTotal = {
  readonly line: number;
  /** Before rounding, and rounded; both before tax and promotions, as priceDocument gives them. */
  readonly amount: Exact;
  readonly lineTotal: Money;
  readonly taxRatePercent: Exact;
  readonly takesPromotions: boolean;
};

/** A discount over lines, before tax: a percentage of their totals, or an amount. */
export type Promotion = {
  readonly code: string;
  readonly off: { readonly percent: Exact } | { readonly amount: Money };
  /** The lines it is for; all that take promotions when left out. */
  readonly lines?: readonly number[];
};

export type OrderToTotal = {
  readonly currency: CurrencyCode;
  readonly lines: readonly LineToTotal[];
  /** Applied one after another, each to what the former left. */
  readonly promotions: readonly Promotion[];
  /** In major units before tax, not rounded: a shown price stores the net that gives it back. */
  readonly freight: Exact;
  readonly display: TaxDisplay;
};

export type TotalledLine = {
  readonly line: number;
  /** As priced, before promotions. */
  readonly lineTotal: Money;
  /** Its share of all promotions; stored with the order and never recomputed. */
  readonly discount: Money;
  /** lineTotal less discount. */
  readonly net: Money;
  readonly tax: Money;
  readonly gross: Money;
};

export type TaxAtRate = { readonly ratePercent: Exact; readonly taxable: Money; readonly tax: Money };

export type OrderTotals = {
  readonly lines: readonly TotalledLine[];
  /** By promotion, what it took off. */
  readonly promotions: readonly { readonly code: string; readonly amount: Money }[];
  readonly discount: Money;
  /** Line totals less discounts, before tax and freight: what rules, limits and budgets look at. */
  readonly total: Money;
  readonly freight: Money;
  readonly freightTax: Money;
  /** Of the lines and of the freight. */
  readonly tax: Money;
  /** total + freight + tax. */
  readonly payable: Money;
  /** Lines and freight together, the highest rate first. */
  readonly taxByRate: readonly TaxAtRate[];
};

/** Adds up a document: promotions after the lines are rounded and before tax, tax per line, freight and its tax. */
export function priceOrder(order: OrderToTotal): OrderTotals {
  const { currency, display } = order;
  const { discounts, promotions } = sharePromotions(order);
  const lines = order.lines.map((line, index): TotalledLine => {
    const discount = discounts[index] as Money;
    const taxed = taxOfLine({ ...line, discount, ratePercent: line.taxRatePercent, display });
    return { line: line.line, lineTotal: line.lineTotal, discount, ...taxed };
  });

  const freight = money(roundToMinorUnits(order.freight, currency), currency);
  const freightByRate = taxFreight(order, lines, freight);
  const freightTax = sum(freightByRate, 'tax', currency);
  const total = sum(lines, 'net', currency);
  const tax = addMoney(sum(lines, 'tax', currency), freightTax);
  const lineTaxes = lines.map(({ net, tax: lineTax }, index) => ({
    ratePercent: (order.lines[index] as LineToTotal).taxRatePercent,
    taxable: net,
    tax: lineTax,
  }));
  return {
    lines,
    promotions,
    discount: sum(lines, 'discount', currency),
    total,
    freight,
    freightTax,
    tax,
    payable: addMoney(addMoney(total, freight), tax),
    taxByRate: byRate([...lineTaxes, ...freightByRate]),
  };
}

/** Each promotion over the lines that take it, in proportion to what is left of them, every minor unit handed out. */
function sharePromotions({ currency, lines, promotions }: OrderToTotal) {
  let left = lines.map(({ lineTotal }) => lineTotal.minor);
  const taken = promotions.map(({ code, off, lines: only }) => {
    const weights = lines.map((line, index) =>
      line.takesPromotions && (!only || only.includes(line.line)) ? (left[index] ?? 0n) : 0n,
    );
    const eligible = weights.reduce((a, b) => a + b, 0n);
    const wanted =
      'percent' in off
        ? roundToMinorUnits(percentOf(majorUnits(money(eligible, currency)), off.percent), currency)
        : off.amount.minor;
    const amount = wanted < eligible ? wanted : eligible;
    if (amount > 0n) {
      const shares = allocate(amount, weights);
      left = left.map((minor, index) => minor - (shares[index] ?? 0n));
    }
    return { code, amount: money(amount, currency) };
  });
  const discounts = lines.map(({ lineTotal }, index) => money(lineTotal.minor - (left[index] ?? 0n), currency));
  return { discounts, promotions: taken };
}

/** Freight shares the fate of what it carries: it is split over the rates of the lines in proportion to their net
 *  totals, each share taxed at that rate; with one rate a shown freight is kept to the cent. When all lines are free, the
 *  highest rate among them counts. */
function taxFreight(order: OrderToTotal, lines: readonly TotalledLine[], freight: Money): TaxAtRate[] {
  const { currency } = order;
  if (freight.minor === 0n || order.lines.length === 0) return [];
  const groups = byRate(
    lines.map(({ net }, index) => ({
      ratePercent: (order.lines[index] as LineToTotal).taxRatePercent,
      taxable: net,
      tax: noMoney(currency),
    })),
  );
  const carried = groups.reduce((all, { taxable }) => all + taxable.minor, 0n);
  const weights = groups.map(({ taxable }, index) => (carried > 0n ? taxable.minor : index === 0 ? 1n : 0n));
  const whole = carried > 0n ? carried : 1n;
  const shares = allocate(freight.minor, weights);
  return groups.flatMap(({ ratePercent }, index) => {
    const weight = weights[index] as bigint;
    if (weight === 0n) return [];
    const taxable = money(shares[index] as bigint, currency);
    const amount = multiply(order.freight, exact(weight, whole));
    if (order.display === 'exclusive' || groups.length > 1) {
      const tax = money(roundToMinorUnits(percentOf(majorUnits(taxable), ratePercent), currency), currency);
      return [{ ratePercent, taxable, tax }];
    }
    const gross = money(roundToMinorUnits(multiply(amount, grossFactor(ratePercent)), currency), currency);
    return [{ ratePercent, taxable, tax: subtractMoney(gross, taxable) }];
  });
}

function byRate(taxes: readonly TaxAtRate[]): TaxAtRate[] {
  const groups: TaxAtRate[] = [];
  for (const next of taxes) {
    const index = groups.findIndex(({ ratePercent }) => equals(ratePercent, next.ratePercent));
    const known = groups[index];
    if (known)
      groups[index] = {
        ...known,
        taxable: addMoney(known.taxable, next.taxable),
        tax: addMoney(known.tax, next.tax),
      };
    else groups.push(next);
  }
  return groups.sort((a, b) => compare(b.ratePercent, a.ratePercent));
}

const sum = <Key extends string>(rows: readonly Record<Key, Money>[], key: Key, currency: CurrencyCode): Money =>
  sumMoney(
    rows.map((row) => row[key]),
    currency,
  );
