import { type Exact, multiply } from '../money/exact';
import { majorUnits } from '../money/money';
import { type LineDraft, variantPart } from './line-draft';
import { agreedReason } from './price-reasons';
import type { AgreedPrice } from './price-terms';

/** What is agreed goes before what is given: a quote's or purchase order's price, then a rep's override. */
const agreedOrder = ['quote', 'purchase_order', 'override'] as const satisfies readonly AgreedPrice['step'][];

export const byAgreedOrder = (agreed: readonly AgreedPrice[]): AgreedPrice[] =>
  [...agreed].sort((a, b) => agreedOrder.indexOf(a.step) - agreedOrder.indexOf(b.step));

/** Steps 2 and 3 of the resolution: an accepted quote line or a submitted PO line keeps its price until its document
 *  ends; a rep's override on a draft follows. Whether the document still stands is the caller's to know. */
export function agreedPrice(draft: LineDraft): LineDraft {
  const agreed = byAgreedOrder(draft.line.agreed ?? []);
  const first = agreed[0];
  if (!first) return draft;

  const { quantity, sku } = draft.line;
  const part = variantPart(sku);
  const amount: Exact | null = first.lineTotal
    ? majorUnits(first.lineTotal)
    : first.unitPrice && multiply(first.unitPrice, quantity);
  if (amount === null) throw new RangeError(`${first.step} ${first.document} agrees neither a unit price nor a total`);
  const { unitPrice } = first;
  return {
    ...draft,
    base: {
      step: first.step,
      list: null,
      revision: null,
      wonBy: null,
      unitPrice,
      averagePrice: null,
      bands: null,
      takesPromotions: first.takesPromotions ?? false,
      isWholeLine: first.lineTotal !== undefined,
    },
    parts: [
      {
        ...part,
        billed: first.lineTotal ? 'once' : draft.variant.billed,
        quantity,
        unitPrice,
        isIncluded: false,
        amount,
        list: null,
        revision: null,
      },
    ],
    reasons: agreed.map((price, index) => agreedReason(price, part, quantity, index === 0)),
  };
}
