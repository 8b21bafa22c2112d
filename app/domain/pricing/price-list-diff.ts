import { type Exact, divide, negate } from '../money/exact';
import { type Money, addMoney, noMoney, subtractMoney } from '../money/money';
import { variantPart } from './line-draft';
import { toDecimalString } from '../money/rounding';
import { discountPercent, marginPercent } from './margin';
import type { NextBreak } from './next-break';
import { linePricer } from './price-document';
import type { LineUnderReview } from './price-list-limits';
import type { PriceRevision } from './price-revision';
import type { LineToPrice, PartName, PriceTerms, PricedLine } from './price-terms';

/** One price as the reviewer compares it, per unit before tax (the average when graduated). */
export type DiffRow = {
  readonly sku: string;
  /** The variant itself, or a plan or module the line has chosen. */
  readonly part: PartName;
  readonly quantity: Exact;
  /** What the company pays today without the document; null when it is not sold to them. */
  readonly old: Exact | null;
  readonly new: Exact | null;
  /** Of the variant only. */
  readonly public: Exact | null;
  /** New against old in percent, negative for cheaper. */
  readonly changePercent: Exact | null;
  /** Of the variant only: plans and modules have no recorded cost. */
  readonly cost: Exact | null;
  readonly marginPercent: Exact | null;
  /** Under the new prices a few more would cost less than this quantity. */
  readonly cliff: NextBreak['payLess'];
};

export type ProposedChange = {
  /** What the buyer is priced with today. */
  readonly today: PriceTerms;
  /** The revision under review, as it would be once in force. */
  readonly proposed: PriceRevision;
  readonly at: Date;
};

/** Today's terms with the proposed revision in place of its list's own: the document and nothing else changed. */
export function termsWith({ today, proposed, at }: ProposedChange): PriceTerms {
  const others = today.revisions.filter(({ list }) => list !== proposed.list);
  return { ...today, revisions: [...others, { ...proposed, effectiveAt: at, endsAt: null }] };
}

/** Old and new price of each line and of what it has chosen, each line by itself. `costs` by SKU, of one unit in the
 *  document's currency. */
export function priceListDiff(
  change: ProposedChange,
  lines: readonly LineToPrice[],
  costs: ReadonlyMap<string, Exact>,
): DiffRow[] {
  const today = soldTo(change.today, change.at);
  const then = soldTo(termsWith(change), change.at);
  return lines.flatMap((line) => {
    const [before, after] = [today(line), then(line)];
    const parts = (after ?? before)?.parts ?? [variantPart(line.sku)];
    return parts.map(({ kind, code }): DiffRow => {
      const part = { kind, code };
      const [old, now] = [partPrice(before, part), partPrice(after, part)];
      const isVariant = kind === 'variant';
      const cost = isVariant ? (costs.get(line.sku) ?? null) : null;
      const off = old && now ? discountPercent(old, now) : null;
      return {
        sku: line.sku,
        part,
        quantity: line.quantity,
        old,
        new: now,
        public: isVariant ? (after?.publicUnitPrice ?? null) : null,
        changePercent: off && negate(off),
        cost,
        marginPercent: now && cost ? marginPercent(now, cost) : null,
        cliff: isVariant ? (after?.hint.payLess ?? null) : null,
      };
    });
  });
}

/** The rows as the limits look at them; what is not sold under the new prices has nothing to be held to. */
export const diffUnderReview = (rows: readonly DiffRow[]): LineUnderReview[] =>
  rows.flatMap((row) =>
    row.new === null
      ? []
      : [
          {
            key: `${row.sku} ${row.part.code} ${toDecimalString(row.quantity, 6)}`,
            today: row.old,
            proposed: row.new,
            cost: row.cost,
          },
        ],
  );

/** A line as it was ordered, and how often. */
export type OrderedLine = LineToPrice & { readonly times?: number };

export type HistoryEffect = {
  /** The same lines at today's prices and at the proposed ones, before tax. */
  readonly atTodaysPrices: Money;
  readonly atProposedPrices: Money;
  /** Proposed less today's: negative when the company would pay less. */
  readonly effect: Money;
  /** Lines left out since one of the two has no price for them. */
  readonly notPriced: number;
};

/** What the last twelve months of the company's order lines would have cost, then and now. */
export function effectOnHistory(change: ProposedChange, history: readonly OrderedLine[]): HistoryEffect {
  const today = soldTo(change.today, change.at);
  const then = soldTo(termsWith(change), change.at);
  const none = noMoney(change.today.currency);
  return history.reduce<HistoryEffect>(
    (sum, line) => {
      const [before, after] = [today(line), then(line)];
      const times = line.times ?? 1;
      if (!before || !after) return { ...sum, notPriced: sum.notPriced + times };
      const often = (amount: Money): Money => ({ ...amount, minor: amount.minor * BigInt(times) });
      return {
        ...sum,
        atTodaysPrices: addMoney(sum.atTodaysPrices, often(before.lineTotal)),
        atProposedPrices: addMoney(sum.atProposedPrices, often(after.lineTotal)),
        effect: addMoney(sum.effect, often(subtractMoney(after.lineTotal, before.lineTotal))),
      };
    },
    { atTodaysPrices: none, atProposedPrices: none, effect: none, notPriced: 0 },
  );
}

function soldTo(terms: PriceTerms, at: Date): (line: LineToPrice) => PricedLine | null {
  const price = linePricer(terms, at);
  return (line) => {
    const priced = price(line);
    return priced.ok ? priced : null;
  };
}

/** Of one unit before the term; the average when graduated. */
function partPrice(price: PricedLine | null, { kind, code }: PartName): Exact | null {
  const part = price?.parts.find((each) => each.kind === kind && each.code === code);
  return part ? (part.unitPrice ?? divide(part.amount, part.quantity)) : null;
}
