import { type Exact, compare, exact, toExact } from '../money/exact';
import type { ReorderOffer, ReorderedLine } from '../orders/reorder-line';
import { plannedOffer } from '../orders/reorder-line';

/** Until somebody says otherwise. */
export const standardTolerancePercent = '5';

type Line = ReorderedLine<ReorderOffer>;

/** Whether a line may be ordered unasked: as it was last agreed, cheaper, or dearer by no more than so many per cent. What
 *  is gone, short, late or something else never is. */
export function goesUnasked({ status, also, then, ...line }: Line, tolerancePercent: Exact): boolean {
  const offer = plannedOffer({ status, also, then, ...line });
  if (offer?.take !== 'as_is' || also.length > 0) return false;
  if (status === 'same') return true;
  if (status !== 'repriced' || offer.lineTotal.currency !== then.lineTotal.currency) return false;
  const most = { num: 100n * tolerancePercent.den + tolerancePercent.num, den: 100n * tolerancePercent.den };
  return compare(exact(offer.lineTotal.minor), exact(then.lineTotal.minor * most.num, most.den)) <= 0;
}

/** Of a whole run: all of it, or it waits for a yes. */
export const runGoesUnasked = (lines: readonly Line[], tolerancePercent: string): boolean =>
  lines.length > 0 && lines.every((line) => goesUnasked(line, toExact(tolerancePercent)));
