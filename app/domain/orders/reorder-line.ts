import type { Choice } from '../catalog/choice-problems';
import type { Exact } from '../money/exact';
import type { Money } from '../money/money';
import type { PriceTerms, PricedLine } from '../pricing/price-terms';

/** What became of a line of a past order, in the order in which the first that holds counts. */
export const reorderStatuses = [
  'gone',
  'successor_offered',
  'equivalent_offered',
  'not_in_assortment',
  'configuration_invalid',
  'quantity_adjusted',
  'backorder',
  'repriced',
  'same',
] as const;
export type ReorderStatus = (typeof reorderStatuses)[number];

export const reorderChoices = ['successor', 'equivalent', 'less', 'wait', 'leave_out'] as const;
export type ReorderTake = 'as_is' | Exclude<(typeof reorderChoices)[number], 'leave_out'>;

/** What the buyer says about one line. A quantity takes the place of the ordered one. */
export type ReorderChoice = {
  readonly take: (typeof reorderChoices)[number];
  readonly quantity: Exact | null;
};

/** A line as it was ordered then; its total before tax and promotions. */
export type LineToReorder = {
  readonly line: number;
  readonly sku: string;
  readonly quantity: Exact;
  readonly choice: Choice;
  readonly term: number | null;
  /** Null when it was graduated. */
  readonly unitPrice: Exact | null;
  readonly lineTotal: Money;
};

/** A variant as ordering it again asks; by SKU, with those that may stand in for it. */
export type ReorderVariant = {
  readonly sku: string;
  readonly isOffered: boolean;
  readonly mayBeBackordered: boolean;
  /** On the shelf and promised to nobody; may be negative. */
  readonly available: Exact;
  readonly leadTimeDays: number;
  /** What replaced it, what replaced that, and so on. */
  readonly successors: readonly string[];
  readonly equivalents: readonly string[];
};

export type ReorderQuestion = {
  readonly lines: readonly LineToReorder[];
  /** Of every SKU of the lines, their successors and equivalents, for who orders now. */
  readonly terms: PriceTerms;
  readonly variants: ReadonlyMap<string, ReorderVariant>;
  readonly choices: ReadonlyMap<number, ReorderChoice>;
  readonly at: Date;
  /** Where a day of delivery is a day. */
  readonly timeZone: string;
};

/** One way a line may be ordered now. */
export type ReorderOffer = {
  readonly take: ReorderTake;
  readonly sku: string;
  readonly quantity: Exact;
  /** Of one unit of the variant; null when graduated. */
  readonly unitPrice: Exact | null;
  /** Rounded, before tax and promotions. */
  readonly lineTotal: Money;
  /** The day it can leave, when it has to be waited for. */
  readonly availableOn: string | null;
};
export type PricedOffer = ReorderOffer & { readonly price: PricedLine };

export type ReorderedLine<Offer extends ReorderOffer = PricedOffer> = {
  readonly then: LineToReorder;
  readonly status: ReorderStatus;
  /** What else holds of it. */
  readonly also: readonly ReorderStatus[];
  /** None: the line cannot be ordered now. */
  readonly offers: readonly Offer[];
  /** The offer that would be ordered; null: nothing of this line. */
  readonly take: ReorderTake | null;
  readonly choice: ReorderChoice | null;
};

export const plannedOffer = <Offer extends ReorderOffer>({ offers, take }: ReorderedLine<Offer>): Offer | null =>
  offers.find((offer) => offer.take === take) ?? null;

/** Something else in its place is never taken unasked. */
export const needsChoice = ({ take, choice }: Pick<ReorderedLine<ReorderOffer>, 'take' | 'choice'>): boolean =>
  choice === null && (take === 'successor' || take === 'equivalent');
