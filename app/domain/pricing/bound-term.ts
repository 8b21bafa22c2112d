import { type Exact, add, exact, lessPercent, multiply, zero } from '../money/exact';
import { type LineDraft, variantPart } from './line-draft';
import { termReason } from './price-reasons';
import type { PricedPart } from './price-terms';

/** A term multiplies the monthly parts by its months and takes its percentage off those parts only. The percentage is
 *  that of the revision that won the base price; none is 0, and a line without a term pays one month. */
export function boundTerm(draft: LineDraft): LineDraft {
  const months = draft.line.term;
  if (months === null || draft.base?.isWholeLine) return draft;
  const percentOff = draft.base?.wonBy?.termDiscounts[months] ?? zero;
  const isDiscounted = percentOff.num > 0n && draft.parts.some((part) => part.billed === 'monthly');
  return {
    ...draft,
    term: { months, percentOff },
    reasons:
      isDiscounted && draft.base
        ? [...draft.reasons, termReason(draft.base, variantPart(draft.line.sku), exact(BigInt(months)), percentOff)]
        : draft.reasons,
  };
}

/** What all parts of a line cost over its term, not rounded. Excludes tax and promotions. */
export function amountOverTerm(parts: readonly PricedPart[], term: LineDraft['term']): Exact {
  return parts.reduce((sum, { billed, amount }) => {
    const isBound = billed === 'monthly' && term !== null;
    return add(sum, isBound ? lessPercent(multiply(amount, exact(BigInt(term.months))), term.percentOff) : amount);
  }, zero);
}
