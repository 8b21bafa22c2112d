import { type Exact, ceiling, compare, divide, exact, isLess, larger, multiply } from '../money/exact';

export type QuantityRule = { readonly minimumQuantity: Exact; readonly quantityStep: Exact };

export type QuantityProblem = {
  readonly code: 'below_minimum' | 'off_step';
  readonly minimum: Exact;
  readonly step: Exact;
  /** The nearest quantities that may be ordered; `less` is null when nothing smaller may. */
  readonly nearest: { readonly less: Exact | null; readonly more: Exact };
};

/** The smallest quantity that may be ordered and is not below `atLeast`. Quantities are multiples of the step, from
 *  the minimum quantity up. */
export function quantityFrom(rule: QuantityRule, atLeast: Exact): Exact {
  const wanted = larger(rule.minimumQuantity, atLeast);
  return multiply(exact(ceiling(divide(wanted, rule.quantityStep))), rule.quantityStep);
}

/** Null when this many may be ordered. Says nothing about stock. */
export function orderQuantityProblem(rule: QuantityRule, quantity: Exact): QuantityProblem | null {
  const more = quantityFrom(rule, quantity);
  if (compare(more, quantity) === 0) return null;
  const below = isLess(quantity, rule.minimumQuantity);
  const floor = multiply(exact(ceiling(divide(quantity, rule.quantityStep)) - 1n), rule.quantityStep);
  return {
    code: below ? 'below_minimum' : 'off_step',
    minimum: rule.minimumQuantity,
    step: rule.quantityStep,
    nearest: { less: below || isLess(floor, rule.minimumQuantity) ? null : floor, more },
  };
}
