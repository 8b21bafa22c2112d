import { quantityFrom } from '../catalog/order-quantity';
import { type Exact, compare, isLess, subtract } from '../money/exact';
import { type Money, compareMoney, subtractMoney } from '../money/money';
import type { PricedLine } from './price-terms';

/** What a few more units would change; each null when nothing would. */
export type NextBreak = {
  /** The nearest larger quantity with a lower unit price (a lower average, when graduated). */
  readonly lowerUnitPrice: { readonly more: Exact; readonly quantity: Exact; readonly unitPrice: Exact } | null;
  /** The nearest larger quantity whose whole line costs less: "5 more and you pay less". */
  readonly payLess: {
    readonly more: Exact;
    readonly quantity: Exact;
    readonly lineTotal: Money;
    readonly saved: Money;
  } | null;
};

export const noNextBreak: NextBreak = { lowerUnitPrice: null, payLess: null };

export type Priced = Pick<PricedLine, 'quantity' | 'unitPrice' | 'averagePrice' | 'lineTotal'>;

/** Looks at the quantities that may be ordered from each of `minimums` on; `at` prices the whole line there, modules
 *  and all. */
export function nextBreak(
  now: Priced,
  rule: { readonly minimumQuantity: Exact; readonly quantityStep: Exact },
  minimums: readonly Exact[],
  at: (quantity: Exact) => Priced | null,
): NextBreak {
  const unit = unitPriceOf(now);
  if (unit === null) return noNextBreak;
  let hint = noNextBreak;
  for (const quantity of largerQuantities(now.quantity, rule, minimums)) {
    const then = at(quantity);
    const thenUnit = then && unitPriceOf(then);
    if (!then || thenUnit === null) continue;
    const more = subtract(quantity, now.quantity);
    if (!hint.lowerUnitPrice && isLess(thenUnit, unit))
      hint = { ...hint, lowerUnitPrice: { more, quantity, unitPrice: thenUnit } };
    if (!hint.payLess && compareMoney(then.lineTotal, now.lineTotal) < 0) {
      const saved = subtractMoney(now.lineTotal, then.lineTotal);
      hint = { ...hint, payLess: { more, quantity, lineTotal: then.lineTotal, saved } };
    }
    if (hint.lowerUnitPrice && hint.payLess) break;
  }
  return hint;
}

const unitPriceOf = (line: Priced): Exact | null => line.unitPrice ?? line.averagePrice;

const largerQuantities = (
  quantity: Exact,
  rule: { readonly minimumQuantity: Exact; readonly quantityStep: Exact },
  minimums: readonly Exact[],
): Exact[] =>
  minimums
    .filter((minimum) => isLess(quantity, minimum))
    .map((minimum) => quantityFrom(rule, minimum))
    .sort(compare);
