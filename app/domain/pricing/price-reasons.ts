import type { Exact } from '../money/exact';
import { type ItemToPrice, linkHas, walkQuantity } from './chain-link';
import type { Band } from './graduated-bands';
import type { Candidate, ListPrice } from './list-price';
import type { EntryTarget } from './price-entry';
import type { Break } from './price-ladder';
import type { AgreedPrice, PartName } from './price-terms';
import type { Walk, Won } from './walk-chain';

export const priceStepNames = [
  'quote',
  'purchase_order',
  'override',
  'contract',
  'segment',
  'standard',
  'own_price',
  'included',
  'term',
] as const;
export type PriceStep = (typeof priceStepNames)[number];

/** Why a candidate won or lost, as a fact; the words are in the message catalogue. */
export const reasonCodes = [
  'agreed',
  'first_list_with_an_entry',
  'cheapest_of_chain',
  'merged_break',
  'public_price_caps',
  'included_in_plan',
  'term_discount',
  'an_agreed_price_counts',
  'an_earlier_list_counts',
  'dearer_than_another_list',
  'another_break_of_the_merge_counts',
  'above_the_public_price',
  'no_entry_for_this_line',
  'quantity_below_first_break',
  'no_reference_price',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** One candidate and what became of it. Holds nothing that only sellers may see. */
export type PriceReason = {
  readonly step: PriceStep;
  /** Which part of the line it prices. */
  readonly part: PartName;
  readonly list: string | null;
  readonly revision: number | null;
  /** The quote, purchase order or draft of an agreed price. */
  readonly document: string | null;
  readonly verdict: 'won' | 'lost';
  readonly because: ReasonCode;
  readonly target: EntryTarget | null;
  /** The break reached, or the first one when the quantity reaches none. */
  readonly minQuantity: Exact | null;
  /** The quantity the break was looked up by: the document's sum under `mix_and_match`. */
  readonly quantity: Exact;
  readonly isMixed: boolean;
  readonly percentOff: Exact | null;
  /** What a percentage is taken off: the unit price the rest of the chain gives, and the list that gives it. */
  readonly reference: { readonly list: string | null; readonly unitPrice: Exact } | null;
  /** What this candidate gives per unit, not rounded; the average when graduated. */
  readonly unitPrice: Exact | null;
  readonly bands: readonly Band[] | null;
  readonly effectiveAt: Date | null;
  readonly endsAt: Date | null;
  readonly approvedBy: string | null;
  /** A rep's reason for an override. */
  readonly note: string | null;
};

const nothing = {
  list: null,
  revision: null,
  document: null,
  target: null,
  minQuantity: null,
  isMixed: false,
  percentOff: null,
  reference: null,
  unitPrice: null,
  bands: null,
  effectiveAt: null,
  endsAt: null,
  approvedBy: null,
  note: null,
} as const;

/** Every list of a walk in chain order, with its verdict. `isAgreed`: a price agreed for the line went before them. */
export function walkReasons(walk: Walk, part: PartName, toPrice: ItemToPrice, isAgreed = false): PriceReason[] {
  const listPrices = walk.listPrices();
  const isMixed = toPrice.othersQuantity.num > 0n;
  return walk.links.map((link, index) => {
    const price = listPrices[index] as ListPrice;
    const { step, revision } = link;
    const { verdict, because } = verdictOf(price, index, isAgreed ? 'agreed' : walk.won);
    const candidate = price.kind === 'priced' ? price.candidate : null;
    const entry = candidate ?? entryLookedAt(price);
    const reference = candidate?.reference ?? null;
    return {
      step,
      part,
      list: revision?.list ?? null,
      revision: revision?.number ?? null,
      document: null,
      verdict,
      because,
      target: entry?.target ?? null,
      minQuantity: entry?.minQuantity ?? null,
      quantity: walkQuantity(link, toPrice),
      isMixed: isMixed && linkHas(link, 'mix_and_match'),
      percentOff: candidate?.percentOff ?? (price.kind === 'no_reference_price' ? price.percentOff : null),
      reference: reference && { list: reference.link.revision?.list ?? null, unitPrice: reference.unitPrice },
      unitPrice: candidate?.unitPrice ?? null,
      bands: candidate?.bands ?? null,
      effectiveAt: revision?.effectiveAt ?? null,
      endsAt: revision?.endsAt ?? null,
      approvedBy: revision?.approvedBy ?? null,
      note: null,
    };
  });
}

/** The entry of a list that gives no price: the break not reached, or the percentage that has nothing to be taken off. */
function entryLookedAt(price: ListPrice): Break | null {
  if (price.kind === 'below_first_break') return price.first;
  return price.kind === 'no_reference_price' ? price.found.reached : null;
}

type Verdict = Pick<PriceReason, 'verdict' | 'because'>;
const lost = (because: ReasonCode): Verdict => ({ verdict: 'lost', because });
const won = (because: ReasonCode): Verdict => ({ verdict: 'won', because });

function verdictOf(price: ListPrice, index: number, outcome: Won | 'agreed' | null): Verdict {
  if (price.kind === 'no_entry') return lost('no_entry_for_this_line');
  if (price.kind === 'below_first_break') return lost('quantity_below_first_break');
  if (price.kind === 'no_reference_price') return lost('no_reference_price');
  if (outcome === 'agreed') return lost('an_agreed_price_counts');
  if (outcome === null) return lost('no_reference_price');

  const isLink = (candidate: Candidate | null) => candidate?.link === price.candidate.link;
  if (isLink(outcome.capped)) return lost('above_the_public_price');
  if (isLink(outcome.candidate)) {
    if (outcome.capped) return won('public_price_caps');
    return won(wonBy[outcome.by]);
  }
  if (outcome.by === 'lowest') return lost('dearer_than_another_list');
  if (outcome.by === 'merge' && index === outcome.turn) return lost('another_break_of_the_merge_counts');
  return lost('an_earlier_list_counts');
}

const wonBy = {
  first: 'first_list_with_an_entry',
  lowest: 'cheapest_of_chain',
  merge: 'merged_break',
} as const satisfies Record<Won['by'], ReasonCode>;

/** A price agreed for this very line. */
export const agreedReason = (agreed: AgreedPrice, part: PartName, quantity: Exact, isFirst: boolean): PriceReason => ({
  ...nothing,
  step: agreed.step,
  part,
  document: agreed.document,
  quantity,
  unitPrice: agreed.unitPrice,
  approvedBy: agreed.approvedBy ?? null,
  note: agreed.reason ?? null,
  ...(isFirst ? won('agreed') : lost('an_agreed_price_counts')),
});

/** A module that the plan brings with it. */
export const includedReason = (part: PartName, quantity: Exact): PriceReason => ({
  ...nothing,
  step: 'included',
  part,
  quantity,
  ...won('included_in_plan'),
});

/** The term's percentage off the monthly parts, and whose it is. */
export const termReason = (
  winner: Pick<PriceReason, 'list' | 'revision'>,
  part: PartName,
  months: Exact,
  percentOff: Exact,
): PriceReason => ({
  ...nothing,
  step: 'term',
  part,
  list: winner.list,
  revision: winner.revision,
  quantity: months,
  percentOff,
  ...won('term_discount'),
});
