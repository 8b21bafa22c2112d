import { type Exact, add, compare, equals, isLess, multiply, zero } from '../money/exact';

/** One line really sold: its quantity, and what one unit cost before tax. */
export type SoldLine = { readonly quantity: Exact; readonly unitPrice: Exact };

export type ProposedBreak = {
  readonly minQuantity: Exact;
  /** The price most units were sold at from this quantity on. */
  readonly unitPrice: Exact;
  /** What speaks for it. */
  readonly lines: number;
  readonly quantity: Exact;
};

/** Fewer lines than this at a price are an exception, not a habit. */
const fewestLines = 3;

/** Quantity breaks as customers already pay them: for each price that was paid often enough, the quantity from which on
 *  it is the usual one. Rising quantities, falling prices; the first break begins at the smallest quantity sold. Prices
 *  of zero and quantities not above zero (returns, cancellations) do not count. Empty when too little was sold. */
export function proposeBreaks(sold: readonly SoldLine[]): ProposedBreak[] {
  const lines = sold.filter(({ quantity, unitPrice }) => quantity.num > 0n && unitPrice.num > 0n);
  const usual = byPrice(lines)
    .filter((price) => price.lines.length >= fewestLines)
    .sort((a, b) => compare(b.unitPrice, a.unitPrice));
  const breaks: ProposedBreak[] = [];
  for (const { unitPrice, lines: at } of usual) {
    const minQuantity = typicalStart(at.map(({ quantity }) => quantity));
    const quantity = at.reduce((sum, line) => add(sum, line.quantity), zero);
    // a lower price from the same quantity, or from fewer: what sold more stands
    let before = breaks.at(-1);
    while (before && !isLess(before.minQuantity, minQuantity) && isLess(before.quantity, quantity)) {
      breaks.pop();
      before = breaks.at(-1);
    }
    if (before && !isLess(before.minQuantity, minQuantity)) continue;
    breaks.push({ minQuantity, unitPrice, lines: at.length, quantity });
  }
  const [first, ...rest] = breaks;
  if (!first) return [];
  const smallest = lines.map(({ quantity }) => quantity).reduce((a, b) => (isLess(b, a) ? b : a));
  return [{ ...first, minQuantity: smallest }, ...rest];
}

function byPrice(lines: readonly SoldLine[]): { unitPrice: Exact; lines: SoldLine[] }[] {
  const groups: { unitPrice: Exact; lines: SoldLine[] }[] = [];
  for (const line of lines) {
    const group = groups.find(({ unitPrice }) => equals(unitPrice, line.unitPrice));
    if (group) group.lines.push(line);
    else groups.push({ unitPrice: line.unitPrice, lines: [line] });
  }
  return groups;
}

/** The quantity nine of ten lines reach: one early exception does not move a break. */
function typicalStart(quantities: readonly Exact[]): Exact {
  const rising = [...quantities].sort(compare);
  return rising[Math.floor(rising.length / 10)] as Exact;
}

/** What the lines would have cost with these breaks, against what they did. Lines below the first break keep theirs. */
export function priceWithBreaks(
  sold: readonly SoldLine[],
  breaks: readonly Pick<ProposedBreak, 'minQuantity' | 'unitPrice'>[],
): { readonly paid: Exact; readonly proposed: Exact } {
  const total = (priceOf: (line: SoldLine) => Exact) =>
    sold.reduce((sum, line) => add(sum, multiply(priceOf(line), line.quantity)), zero);
  return {
    paid: total(({ unitPrice }) => unitPrice),
    proposed: total(
      (line) =>
        breaks.findLast(({ minQuantity }) => compare(minQuantity, line.quantity) <= 0)?.unitPrice ?? line.unitPrice,
    ),
  };
}
