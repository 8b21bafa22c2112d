import { type Exact, compare, exact, isLess, subtract, zero } from '../money/exact';
import { discountPercent, marginPercent } from './margin';

/** How far a seller may go; null is without limit. A demo rep has 15 % and 20 %, a manager neither. */
export type SellerLimits = {
  readonly discountPercent: Exact | null;
  readonly marginFloorPercent: Exact | null;
};

/** One price of a document under review, per unit before tax. */
export type LineUnderReview = {
  readonly key: string;
  /** What this buyer would pay today without the document; null when it is not sold to them. */
  readonly today: Exact | null;
  readonly proposed: Exact;
  /** Null when no cost is recorded. */
  readonly cost: Exact | null;
};

export type ReviewedLine = {
  readonly key: string;
  readonly discountPercent: Exact | null;
  readonly marginPercent: Exact | null;
  /** For nothing, though it costs something: below any floor. */
  readonly isGivenAway: boolean;
  readonly beyond: readonly ('discount' | 'margin')[];
  /** For the reviewer's eye; a line without a cost is not held to the floor. */
  readonly flags: readonly ('no_cost' | 'no_price_today')[];
};

export type LimitsVerdict = {
  /** False: a sales manager must decide. */
  readonly isWithin: boolean;
  readonly lines: readonly ReviewedLine[];
  readonly highestDiscountPercent: Exact | null;
  readonly lowestMarginPercent: Exact | null;
};

/** Is every line of a price list, quote or override within what this seller may give? At the limit is within. */
export function withinLimits(lines: readonly LineUnderReview[], limits: SellerLimits): LimitsVerdict {
  const reviewed = lines.map((line) => reviewLine(line, limits));
  const values = (key: 'discountPercent' | 'marginPercent') =>
    reviewed
      .map((line) => line[key])
      .filter((value) => value !== null)
      .sort(compare);
  return {
    isWithin: reviewed.every(({ beyond }) => beyond.length === 0),
    lines: reviewed,
    highestDiscountPercent: values('discountPercent').at(-1) ?? null,
    lowestMarginPercent: values('marginPercent')[0] ?? null,
  };
}

/** Two parts of one document, measured apart. Of the lines only those beyond or given away are kept. */
export function joinVerdicts(a: LimitsVerdict, b: LimitsVerdict): LimitsVerdict {
  const outer = (one: Exact | null, other: Exact | null, takesFirst: (first: Exact, second: Exact) => boolean) =>
    one === null || (other !== null && takesFirst(other, one)) ? other : one;
  return {
    isWithin: a.isWithin && b.isWithin,
    lines: [...a.lines, ...b.lines].filter(({ beyond, isGivenAway }) => beyond.length > 0 || isGivenAway),
    highestDiscountPercent: outer(a.highestDiscountPercent, b.highestDiscountPercent, (x, y) => isLess(y, x)),
    lowestMarginPercent: outer(a.lowestMarginPercent, b.lowestMarginPercent, isLess),
  };
}

function reviewLine({ key, today, proposed, cost }: LineUnderReview, limits: SellerLimits): ReviewedLine {
  const discount = today === null ? null : discountPercent(today, proposed);
  const margin = cost === null ? null : marginPercent(proposed, cost);
  const { discountPercent: most, marginFloorPercent: floor } = limits;
  const isGivenAway = cost !== null && cost.num > 0n && proposed.num === 0n;
  const isBelowFloor = floor !== null && (isGivenAway || (margin !== null && isLess(margin, floor)));
  return {
    key,
    discountPercent: discount,
    marginPercent: margin,
    isGivenAway,
    beyond: [
      ...(most !== null && discount !== null && isLess(most, discount) ? (['discount'] as const) : []),
      ...(isBelowFloor ? (['margin'] as const) : []),
    ],
    flags: [...(cost === null ? (['no_cost'] as const) : []), ...(today === null ? (['no_price_today'] as const) : [])],
  };
}

/** Term discounts as lines under review: of 100 a month what is paid today and what would be. */
export function termDiscountsUnderReview(
  today: Readonly<Record<number, Exact>>,
  proposed: Readonly<Record<number, Exact>>,
): LineUnderReview[] {
  const left = (percent: Exact | undefined) => subtract(exact(100n), percent ?? zero);
  return Object.entries(proposed).map(([months, percent]) => ({
    key: `term ${months}`,
    today: left(today[Number(months)]),
    proposed: left(percent),
    cost: null,
  }));
}
