import { orderQuantityProblem } from '../catalog/order-quantity';
import { money } from '../money/money';
import { roundToMinorUnits } from '../money/rounding';
import { agreedPrice } from './agreed-price';
import { amountOverTerm, boundTerm } from './bound-term';
import { isPublic } from './chain-link';
import { chainPrice } from './chain-price';
import { configureLine } from './configure-line';
import { ladderForLine, lineMinimums } from './ladder-for-line';
import { type LineDraft, type Pricing, type Stopped, itemToPrice, variantPart } from './line-draft';
import { nextBreak, noNextBreak } from './next-break';
import { chosenModules, chosenPlan } from './plan-and-modules';
import type { LinePrice, LineProblem, LineToPrice } from './price-terms';
import { walkChain } from './walk-chain';

/** What a line costs, in the order in which it is decided; the order is the policy. First what is agreed, then what
 *  the buyer's lists give, then what was chosen on top, then the term. The line is rounded once, after all of them.
 *  Promotions come after the rounding, and tax after promotions: see price-order.ts. */
export const priceSteps = [agreedPrice, chainPrice, chosenPlan, chosenModules, boundTerm] as const;

/** Prices one line of a document: unit price, line total, and why. Before tax, freight and promotions.
 *  Includes: agreed prices, the buyer's price lists, quantity breaks, plan, modules, term. */
export function priceOneLine(line: LineToPrice, pricing: Pricing): LinePrice {
  const done = takeSteps(line, pricing);
  if ('problem' in done) return { ok: false, line: line.line, sku: line.sku, quantity: line.quantity, ...done };
  return { ...figures(done, pricing), ...aroundTheLine(done, pricing), reasons: done.reasons };
}

function takeSteps(line: LineToPrice, pricing: Pricing): LineDraft | Stopped {
  let draft = startOf(line, pricing);
  for (const step of priceSteps) {
    if ('problem' in draft) return draft;
    draft = step(draft, pricing);
  }
  return draft;
}

/** What may be ordered at all: a known SKU, in this quantity, in this configuration, for this term. What a quote or
 *  purchase order agreed may have another quantity than the shop sells in. */
function startOf(line: LineToPrice, { terms }: Pricing): LineDraft | Stopped {
  const variant = terms.variants.get(line.sku);
  if (!variant) return stopped({ code: 'unknown_sku', sku: line.sku });

  const isAgreed = line.agreed?.some(({ step }) => step !== 'override') ?? false;
  const quantityProblem = isAgreed ? null : orderQuantityProblem(variant, line.quantity);
  if (quantityProblem) return stopped(quantityProblem);

  const product = terms.products.get(variant.product) ?? { handle: variant.product, plans: [], modules: [] };
  const configuration = configureLine(product, line);
  if (!configuration.ok) return stopped(configuration.problem);
  return { line, variant, configuration: configuration.value, base: null, parts: [], term: null, reasons: [] };
}

const stopped = (problem: LineProblem): Stopped => ({ problem, reasons: [] });

/** The line's own figures. */
function figures(draft: LineDraft, { terms }: Pricing) {
  const { line, base, parts, term } = draft;
  if (!base) throw new Error('a line leaves the price steps with a base price or a problem');
  const amount = amountOverTerm(parts, term);
  return {
    ok: true as const,
    line: line.line,
    sku: line.sku,
    quantity: line.quantity,
    unitPrice: base.unitPrice,
    averagePrice: base.averagePrice,
    amount,
    lineTotal: money(roundToMinorUnits(amount, terms.currency), terms.currency),
    step: base.step,
    list: base.list,
    revision: base.revision,
    bands: base.bands,
    parts,
    term,
    takesPromotions: base.takesPromotions,
  };
}

/** What stands beside the price: the ladder, the public price, and what a few more would change. */
function aroundTheLine(draft: LineDraft, pricing: Pricing) {
  const { line, variant, base } = draft;
  const { links } = pricing;
  const toPrice = itemToPrice(draft, pricing, variantPart(line.sku), line.quantity);
  const publicUnitPrice = walkChain(links.filter(isPublic), toPrice).won?.candidate.unitPrice ?? null;
  if (base?.list === null) return { ladder: [], publicUnitPrice, hint: noNextBreak };

  const minimums = lineMinimums(links, toPrice);
  const hint = nextBreak(figures(draft, pricing), variant, minimums, (quantity) => {
    const further = takeSteps({ ...line, quantity }, { ...pricing, withReasons: false });
    return 'problem' in further ? null : figures(further, pricing);
  });
  return { ladder: ladderForLine(links, toPrice, variant.minimumQuantity), publicUnitPrice, hint };
}
