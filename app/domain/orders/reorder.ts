import { type QuantityRule, orderQuantityProblem, quantityFrom } from '../catalog/order-quantity';
import { dayIn } from '../i18n/day-in';
import { type Exact, compare, equals, isLess, isNegative, subtract, toExact } from '../money/exact';
import { toDecimalString } from '../money/rounding';
import { linePricer, priceDocument } from '../pricing/price-document';
import type { LineToPrice, PricedLine } from '../pricing/price-terms';
import {
  type LineToReorder,
  type PricedOffer,
  type ReorderChoice,
  type ReorderQuestion,
  type ReorderStatus,
  type ReorderTake,
  type ReorderVariant,
  type ReorderedLine,
  plannedOffer,
  reorderStatuses,
} from './reorder-line';

/** What becomes of every line of a past order when it is ordered again at this moment: one row for each, none left out.
 *  Preview and commit ask this same question. Lines take from the shelf in their order; the lines that would be ordered
 *  are priced as one document. */
export function reorder(question: ReorderQuestion): ReorderedLine[] {
  const shelf = new Map([...question.variants].map(([sku, { available }]) => [sku, available]));
  const world: World = { ...question, shelf, pricer: linePricer(question.terms, question.at) };
  const lines = question.lines.map((then) => found(world, then, world.choices.get(then.line) ?? null));
  return pricedTogether(question, lines).map(withStatus);
}

type World = ReorderQuestion & {
  /** What is left of each variant for the lines that follow. */
  readonly shelf: Map<string, Exact>;
  readonly pricer: ReturnType<typeof linePricer>;
};

type Found = Omit<ReorderedLine, 'status' | 'also'> & { readonly why: ReorderStatus | null };

/** A choice that is not possible any more counts as none. */
function found(world: World, then: LineToReorder, choice: ReorderChoice | null): Found {
  const asked = choice?.take === 'less' ? then.quantity : (choice?.quantity ?? then.quantity);
  const own = offersOf(world, then, then.sku, asked);
  const line = own.offers.length > 0 ? { ...own, offers: withLess(world, then, own.offers, choice) } : own;
  const { offers, why } = line.offers.length > 0 ? line : replaced(world, then, asked, line.why);
  const take = takenOf(offers, choice);
  if (take === null && choice && choice.take !== 'leave_out') return found(world, then, null);
  const planned = offers.find((offer) => offer.take === take);
  const left = planned && world.shelf.get(planned.sku);
  if (planned && left) world.shelf.set(planned.sku, subtract(left, planned.quantity));
  return { then, offers, take, choice, why };
}

/** Nobody said anything: what comes first. Waiting is not needed for what is there by now. */
function takenOf(offers: readonly PricedOffer[], choice: ReorderChoice | null): ReorderTake | null {
  if (!choice) return offers[0]?.take ?? null;
  if (choice.take === 'leave_out') return null;
  const has = (take: ReorderTake) => offers.some((offer) => offer.take === take);
  if (has(choice.take)) return choice.take;
  return choice.take === 'wait' && has('as_is') ? 'as_is' : null;
}

type Offers = { readonly offers: readonly PricedOffer[]; readonly why: ReorderStatus | null };
const none = (why: ReorderStatus): Offers => ({ offers: [], why });

/** How a SKU can be ordered now, the way nearest to what was asked first. */
function offersOf(world: World, then: LineToReorder, sku: string, asked: Exact): Offers {
  const variant = world.variants.get(sku);
  const rule = ruleOf(world, sku);
  if (!variant?.isOffered || !rule) return none('gone');
  const quantity = quantityFrom(rule, asked);
  const price = world.pricer(toPrice(then, sku, quantity));
  if (!price.ok) return none(problemStatus[price.problem.code]);
  const there = world.shelf.get(sku) ?? variant.available;
  if (compare(quantity, there) <= 0) return { offers: [offer('as_is', price, null)], why: null };
  const less = partThere(rule, there);
  const fewer = less && isLess(less, quantity) ? world.pricer(toPrice(then, sku, less)) : null;
  const part = fewer?.ok ? [offer('less', fewer, null)] : [];
  if (variant.mayBeBackordered)
    return { offers: [offer('wait', price, dayOf(world, variant)), ...part], why: 'backorder' };
  return { offers: part, why: 'quantity_adjusted' };
}

const problemStatus = {
  unknown_sku: 'gone',
  not_sold: 'not_in_assortment',
  configuration_invalid: 'configuration_invalid',
  below_minimum: 'quantity_adjusted',
  off_step: 'quantity_adjusted',
} as const satisfies Record<string, ReorderStatus>;

/** The quantity the buyer names instead, where that many may be ordered and are there or will be. */
function withLess(
  world: World,
  then: LineToReorder,
  offers: readonly PricedOffer[],
  choice: ReorderChoice | null,
): readonly PricedOffer[] {
  const wanted = choice?.take === 'less' ? choice.quantity : null;
  const rule = ruleOf(world, then.sku);
  const variant = world.variants.get(then.sku);
  if (!wanted || !rule || !variant) return offers;
  const others = offers.filter(({ take }) => take !== 'less');
  if (isNegative(wanted) || orderQuantityProblem(rule, wanted) || !isLess(wanted, then.quantity)) return others;
  const isThere = compare(wanted, world.shelf.get(then.sku) ?? variant.available) <= 0;
  const price = world.pricer(toPrice(then, then.sku, wanted));
  if (!price.ok || (!isThere && !variant.mayBeBackordered)) return others;
  return [...others, offer('less', price, isThere ? null : dayOf(world, variant))];
}

/** What the shop names in place of something that cannot be had: the nearest successor first, then what is as good. */
function replaced(world: World, then: LineToReorder, asked: Exact, why: ReorderStatus | null): Offers {
  const variant = world.variants.get(then.sku);
  const nothing: Offers = { offers: [], why };
  if (!variant || why === 'configuration_invalid') return nothing;
  const firstOf = (skus: readonly string[], take: 'successor' | 'equivalent'): PricedOffer[] => {
    for (const sku of skus) {
      const [best] = offersOf(world, then, sku, asked).offers;
      if (best) return [{ ...best, take }];
    }
    return [];
  };
  const successor = firstOf(variant.successors, 'successor');
  const equivalent = firstOf(variant.equivalents, 'equivalent');
  if (successor.length + equivalent.length === 0) return nothing;
  return {
    offers: [...successor, ...equivalent],
    why: successor.length > 0 ? 'successor_offered' : 'equivalent_offered',
  };
}

/** Prices what would be ordered as one document, since lines may reach breaks together. */
function pricedTogether(question: ReorderQuestion, lines: readonly Found[]): Found[] {
  const planned = lines.flatMap((line) => {
    const { sku, quantity } = line.offers.find(({ take }) => take === line.take) ?? {};
    return sku && quantity ? [toPrice(line.then, sku, quantity)] : [];
  });
  const prices = new Map(priceDocument(planned, question.terms, question.at).map((price) => [price.line, price]));
  return lines.map((line) => ({
    ...line,
    offers: line.offers.map((each) => {
      const price = each.take === line.take ? prices.get(line.then.line) : undefined;
      return price?.ok ? offer(each.take, price, each.availableOn) : each;
    }),
  }));
}

function withStatus({ why, ...line }: Found): ReorderedLine {
  const { then, offers } = line;
  const shown = plannedOffer({ ...line, status: 'same', also: [] }) ?? offers[0];
  const facts = new Set<ReorderStatus>(why ? [why] : []);
  if (shown) {
    if (!equals(shown.quantity, then.quantity)) facts.add('quantity_adjusted');
    if (shown.availableOn !== null) facts.add('backorder');
    if (isRepriced(then, shown)) facts.add('repriced');
  }
  const [status = 'same', ...also] = reorderStatuses.filter((each) => facts.has(each));
  return { ...line, status, also };
}

/** Another unit price; or, of the same quantity, another total. */
const isRepriced = (then: LineToReorder, now: PricedOffer): boolean =>
  then.unitPrice && now.unitPrice
    ? toDecimalString(then.unitPrice, 6) !== toDecimalString(now.unitPrice, 6) || isTotalOther(then, now)
    : isTotalOther(then, now);

const isTotalOther = (then: LineToReorder, now: PricedOffer): boolean =>
  equals(then.quantity, now.quantity) &&
  (then.lineTotal.minor !== now.lineTotal.minor || then.lineTotal.currency !== now.lineTotal.currency);

const ruleOf = ({ terms }: World, sku: string): QuantityRule | null => terms.variants.get(sku) ?? null;

/** The largest quantity that may be ordered of what is there. */
function partThere(rule: QuantityRule, there: Exact): Exact | null {
  if (compare(there, toExact('0')) <= 0) return null;
  const problem = orderQuantityProblem(rule, there);
  return problem ? problem.nearest.less : there;
}

const dayMilliseconds = 86_400_000;
const dayOf = ({ at, timeZone }: World, { leadTimeDays }: ReorderVariant): string =>
  dayIn(new Date(at.getTime() + leadTimeDays * dayMilliseconds), timeZone);

const toPrice = ({ line, choice, term }: LineToReorder, sku: string, quantity: Exact): LineToPrice => ({
  line,
  sku,
  quantity,
  choice,
  term,
});

const offer = (take: ReorderTake, price: PricedLine, availableOn: string | null): PricedOffer => ({
  take,
  sku: price.sku,
  quantity: price.quantity,
  unitPrice: price.unitPrice,
  lineTotal: price.lineTotal,
  availableOn,
  price,
});
