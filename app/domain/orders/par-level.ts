import { type Exact, ceiling, compare, divide, exact, multiply, smaller, subtract, zero } from '../money/exact';

/** A line of a shopping list: how many are wanted there, how many are left, and what may be ordered. All quantities are
 *  in the unit the article is sold by. */
export type ListedLine = {
  /** What is ordered where no level is kept. */
  readonly quantity: Exact;
  /** "Keep 12 in the bar"; null = none is kept. */
  readonly par: Exact | null;
  /** Counted by somebody; null = nobody has. */
  readonly left: Exact | null;
  /** In the newest order of it; null = never ordered. */
  readonly lastOrdered: Exact | null;
  readonly minimum: Exact;
  readonly step: Exact;
};

/** How much of a line to order now. Where a level is kept and somebody counted, what is missing up to it; where nobody
 *  counted, as much as last time, never more than the level. Rounded up to what may be ordered; zero where enough is
 *  there. */
export function toOrder({ quantity, par, left, lastOrdered, minimum, step }: ListedLine): Exact {
  const wanted = par === null ? quantity : left === null ? smaller(lastOrdered ?? par, par) : subtract(par, left);
  if (compare(wanted, zero) <= 0) return zero;
  const stepped = multiply(exact(ceiling(divide(wanted, step))), step);
  return compare(stepped, minimum) < 0 ? minimum : stepped;
}
