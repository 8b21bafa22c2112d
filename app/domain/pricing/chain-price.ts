import { multiply } from '../money/exact';
import { bandsAmount } from './graduated-bands';
import { type LineDraft, type Pricing, type Stopped, itemToPrice, variantPart } from './line-draft';
import { walkReasons } from './price-reasons';
import { isNet } from './price-revision';
import { walkChain } from './walk-chain';

/** Step 4 to 6 of the resolution: what the buyer's lists give for the variant. Where a price was agreed the lists only
 *  stand in the reasons. */
export function chainPrice(draft: LineDraft, pricing: Pricing): LineDraft | Stopped {
  const { line, variant } = draft;
  if (draft.base && !pricing.withReasons) return draft;

  const part = variantPart(line.sku);
  const toPrice = itemToPrice(draft, pricing, part, line.quantity);
  const walk = walkChain(pricing.links, toPrice);
  const reasons = pricing.withReasons
    ? [...draft.reasons, ...walkReasons(walk, part, toPrice, draft.base !== null)]
    : draft.reasons;
  if (draft.base) return { ...draft, reasons };
  if (!walk.won) return { problem: { code: 'not_sold', part }, reasons };

  const { link, unitPrice, bands } = walk.won.candidate;
  const list = link.revision?.list ?? null;
  const revision = link.revision?.number ?? null;
  return {
    ...draft,
    reasons,
    base: {
      step: link.step,
      list,
      revision,
      wonBy: link.revision,
      unitPrice: bands ? null : unitPrice,
      averagePrice: bands ? unitPrice : null,
      bands,
      takesPromotions: link.revision !== null && !isNet(link.revision),
      isWholeLine: false,
    },
    parts: [
      {
        ...part,
        billed: variant.billed,
        quantity: line.quantity,
        unitPrice: bands ? null : unitPrice,
        isIncluded: false,
        amount: bands ? bandsAmount(bands) : multiply(unitPrice, line.quantity),
        list,
        revision,
      },
    ],
  };
}
