import type { ConfiguredModule } from '../catalog/configuration';
import type { ConfigurableProduct, Module, PricesByCurrency } from '../catalog/product';
import type { CurrencyCode } from '../money/currencies';
import { type Exact, add, divide, multiply, one, percentOf, zero } from '../money/exact';
import type { ChainLink } from './chain-link';
import { bandsAmount } from './graduated-bands';
import { type LineDraft, type Pricing, type Stopped, itemToPrice } from './line-draft';
import type { EntryTarget, PriceEntry } from './price-entry';
import { laddersOf } from './price-ladder';
import { includedReason, walkReasons } from './price-reasons';
import type { PartName, PricedPart } from './price-terms';
import { walkChain } from './walk-chain';

/** The plan is priced by the same walk, per unit of the line; entries naming it reach it, and its own price is the
 *  standard one. */
export function chosenPlan(draft: LineDraft, pricing: Pricing): LineDraft | Stopped {
  const { plan } = draft.configuration;
  if (!plan || draft.base?.isWholeLine) return draft;
  const own = ownEntries(
    { kind: 'plan', product: draft.variant.product, code: plan.code },
    plan.price,
    [],
    pricing.terms.currency,
  );
  return pricePart(draft, pricing, {
    part: { kind: 'plan', code: plan.code },
    billed: plan.billed,
    quantity: draft.line.quantity,
    own,
    isFlat: false,
    quantityStep: draft.variant.quantityStep,
  });
}

/** The modules, each by the same walk: per unit with its own breaks, flat for the line, or a percentage of the base
 *  (variant plus plan, before any module). What the plan includes costs nothing more. */
export function chosenModules(draft: LineDraft, pricing: Pricing): LineDraft | Stopped {
  if (draft.base?.isWholeLine) return draft;
  const base = draft.parts.reduce((sum, part) => add(sum, part.amount), zero);
  let next = draft;
  for (const chosen of draft.configuration.modules) {
    const priced = chosen.isIncluded ? includeModule(next, chosen) : priceModule(next, pricing, chosen, base);
    if ('problem' in priced) return priced;
    next = priced;
  }
  return next;
}

function includeModule(draft: LineDraft, { module, quantity }: ConfiguredModule): LineDraft {
  const part: PartName = { kind: 'module', code: module.code };
  const priced: PricedPart = {
    ...part,
    billed: module.billed,
    quantity,
    unitPrice: zero,
    isIncluded: true,
    amount: zero,
    list: null,
    revision: null,
  };
  return {
    ...draft,
    parts: [...draft.parts, priced],
    reasons: [...draft.reasons, includedReason(part, quantity)],
  };
}

/** A percentage's standard price is what falls on one unit of the line, so that a list may take a percentage off it or
 *  put a fixed unit price in its place; both count for every unit of the line. A flat module's breaks are reached by
 *  the quantity of the line. */
function priceModule(
  draft: LineDraft,
  pricing: Pricing,
  { module, quantity }: ConfiguredModule,
  base: Exact,
): LineDraft | Stopped {
  const target = { kind: 'module', product: draft.variant.product, code: module.code } as const;
  const lineQuantity = draft.line.quantity;
  const isPerUnit = module.pricing.kind === 'per_unit';
  const own =
    module.pricing.kind === 'percent'
      ? [fixed(target, zero, divide(percentOf(base, module.pricing.percent), lineQuantity))]
      : ownEntries(target, module.price, isPerUnit ? module.breaks : [], pricing.terms.currency);
  return pricePart(draft, pricing, {
    part: { kind: 'module', code: module.code },
    billed: module.billed,
    quantity: isPerUnit ? quantity : lineQuantity,
    own,
    isFlat: module.pricing.kind === 'flat',
    quantityStep: isPerUnit && module.quantity.kind !== 'line' ? one : draft.variant.quantityStep,
  });
}

type PartToPrice = {
  readonly part: PartName;
  readonly billed: PricedPart['billed'];
  readonly quantity: Exact;
  readonly own: readonly PriceEntry[];
  readonly isFlat: boolean;
  readonly quantityStep: Exact;
};

function pricePart(draft: LineDraft, pricing: Pricing, asked: PartToPrice): LineDraft | Stopped {
  const { part, billed, quantity, own, isFlat, quantityStep } = asked;
  const toPrice = itemToPrice(draft, pricing, part, quantity, { isFlat, quantityStep });
  const ownPrice: ChainLink = { step: 'own_price', revision: null, ladders: laddersOf(own) };
  const walk = walkChain([...pricing.links, ownPrice], toPrice);
  const reasons = pricing.withReasons ? [...draft.reasons, ...walkReasons(walk, part, toPrice)] : draft.reasons;
  if (!walk.won) return { problem: { code: 'not_sold', part }, reasons };

  const { link, unitPrice, bands } = walk.won.candidate;
  const amount = isFlat ? unitPrice : bands ? bandsAmount(bands) : multiply(unitPrice, quantity);
  const priced: PricedPart = {
    ...part,
    billed,
    quantity: isFlat ? one : quantity,
    unitPrice: bands ? null : unitPrice,
    isIncluded: false,
    amount,
    list: link.revision?.list ?? null,
    revision: link.revision?.number ?? null,
  };
  return { ...draft, parts: [...draft.parts, priced], reasons };
}

/** The end of the chain for a plan or module looked at by itself: its own price. A module priced as a percentage of its
 *  base has none by itself. */
export function ownPriceLink(
  product: ConfigurableProduct | undefined,
  part: { readonly kind: 'plan' | 'module'; readonly product: string; readonly code: string },
  currency: CurrencyCode,
): ChainLink {
  const plan = part.kind === 'plan' ? product?.plans.find(({ code }) => code === part.code) : undefined;
  const module = part.kind === 'module' ? product?.modules.find(({ code }) => code === part.code) : undefined;
  const price = plan?.price ?? (module && module.pricing.kind !== 'percent' ? module.price : {});
  const breaks = module?.pricing.kind === 'per_unit' ? module.breaks : [];
  return { step: 'own_price', revision: null, ladders: laddersOf(ownEntries(part, price, breaks, currency)) };
}

/** The product's own prices as entries; none where the currency has no price. */
function ownEntries(
  target: EntryTarget,
  price: PricesByCurrency,
  breaks: Module['breaks'],
  currency: CurrencyCode,
): PriceEntry[] {
  const first = price[currency];
  return [
    ...(first ? [fixed(target, zero, first)] : []),
    ...breaks.flatMap((step) => {
      const unitPrice = step.price[currency];
      return unitPrice ? [fixed(target, step.minQuantity, unitPrice)] : [];
    }),
  ];
}

const fixed = (target: EntryTarget, minQuantity: Exact, unitPrice: Exact): PriceEntry => ({
  target,
  minQuantity,
  price: { kind: 'fixed', unitPrice },
});
