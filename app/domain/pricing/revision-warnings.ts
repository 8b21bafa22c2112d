import {
  type Exact,
  add,
  ceiling,
  compare,
  divide,
  exact,
  isLess,
  larger,
  multiply,
  one,
  subtract,
} from '../money/exact';
import { marginPercent } from './margin';
import { type EntryTarget, type PriceEntry, targetKey } from './price-entry';
import type { PriceListKind } from './price-revision';
import type { FactsOf } from './revision-rules';

/** What a seller should look at before submitting; none of it is refused. `entry` is an index. */
export type RevisionWarning =
  /** From quantity `from` on, the `until` units of this break cost less than fewer of the break before. */
  | { readonly code: 'cliff'; readonly entry: number; readonly from: Exact; readonly until: Exact }
  | { readonly code: 'price_rises'; readonly entry: number; readonly before: Exact }
  | { readonly code: 'below_margin_floor'; readonly entry: number; readonly marginPercent: Exact | null }
  | { readonly code: 'no_cost'; readonly entry: number }
  /** Two entries of different breadth for one thing at one minimum: the narrower always counts. */
  | { readonly code: 'overlaps_entry'; readonly entry: number; readonly broader: number }
  /** A percentage needs a price further down the chain, and after a standard list there is none. */
  | { readonly code: 'percent_without_reference'; readonly entry: number }
  | { readonly code: 'overlaps_revision'; readonly revision: number };

type Period = { readonly startsAt: Date; readonly endsAt: Date | null };

export type RevisionToLookAt = Period & {
  readonly kind: PriceListKind;
  readonly entries: readonly PriceEntry[];
  readonly isGraduated: boolean;
};

/** Cliffs, prices that rise with the quantity, prices below the margin floor, overlaps. */
export function revisionWarnings(
  revision: RevisionToLookAt,
  factsOf: FactsOf,
  marginFloorPercent: Exact | null,
  approved: readonly (Period & { readonly number: number })[] = [],
): RevisionWarning[] {
  return [
    ...ladderWarnings(revision, factsOf),
    ...marginWarnings(revision.entries, factsOf, marginFloorPercent),
    ...entryOverlaps(revision.entries, factsOf),
    ...percentWarnings(revision),
    ...approved
      .filter((other) => periodsOverlap(revision, other))
      .map(({ number }) => ({ code: 'overlaps_revision' as const, revision: number })),
  ];
}

type Placed = { readonly entry: number; readonly minQuantity: Exact; readonly unitPrice: Exact };

function ladderWarnings({ entries, isGraduated }: RevisionToLookAt, factsOf: FactsOf): RevisionWarning[] {
  const ladders = new Map<string, { target: EntryTarget; steps: Placed[] }>();
  entries.forEach(({ target, minQuantity, price }, entry) => {
    if (price.kind !== 'fixed') return;
    const key = targetKey(target);
    const ladder = ladders.get(key) ?? { target, steps: [] };
    ladder.steps.push({ entry, minQuantity, unitPrice: price.unitPrice });
    ladders.set(key, ladder);
  });
  return [...ladders.values()].flatMap(({ target, steps }) => {
    const step = factsOf(target)?.smallestQuantityStep ?? one;
    const rising = steps.sort((a, b) => compare(a.minQuantity, b.minQuantity));
    return rising.flatMap((next, index): RevisionWarning[] => {
      const before = rising[index - 1];
      if (!before) return [];
      if (isLess(before.unitPrice, next.unitPrice))
        return [{ code: 'price_rises', entry: next.entry, before: before.unitPrice }];
      const cliff = isGraduated ? null : cliffBetween(before, next, step);
      return cliff ? [cliff] : [];
    });
  });
}

/** The smallest orderable quantity below the next break that costs more than the break itself. */
function cliffBetween(before: Placed, next: Placed, step: Exact): RevisionWarning | null {
  if (before.unitPrice.num === 0n) return null;
  const equalQuantity = divide(multiply(next.unitPrice, next.minQuantity), before.unitPrice);
  const justAbove = multiply(add(exact(ceiling(divide(equalQuantity, step))), zeroOrOne(equalQuantity, step)), step);
  const from = larger(justAbove, before.minQuantity);
  if (compare(from, subtract(next.minQuantity, step)) > 0) return null;
  return { code: 'cliff', entry: next.entry, from, until: next.minQuantity };
}

/** At exactly the equal quantity both cost the same, so the cliff begins one step further. */
const zeroOrOne = (quantity: Exact, step: Exact): Exact => exact(divide(quantity, step).den === 1n ? 1n : 0n);

function marginWarnings(
  entries: readonly PriceEntry[],
  factsOf: FactsOf,
  floorPercent: Exact | null,
): RevisionWarning[] {
  return entries.flatMap(({ target, price }, entry): RevisionWarning[] => {
    if (price.kind !== 'fixed' || target.kind === 'plan' || target.kind === 'module') return [];
    const facts = factsOf(target);
    if (!facts) return [];
    if (facts.highestCost === null) return [{ code: 'no_cost', entry }];
    if (floorPercent === null) return [];
    const margin = marginPercent(price.unitPrice, facts.highestCost);
    return margin !== null && !isLess(margin, floorPercent)
      ? []
      : [{ code: 'below_margin_floor', entry, marginPercent: margin }];
  });
}

function entryOverlaps(entries: readonly PriceEntry[], factsOf: FactsOf): RevisionWarning[] {
  const place = ({ target, minQuantity }: Pick<PriceEntry, 'target' | 'minQuantity'>) =>
    `${targetKey(target)} from ${minQuantity.num}/${minQuantity.den}`;
  const places = new Map(entries.map((entry, index) => [place(entry), index]));
  return entries.flatMap(({ target, minQuantity }, entry) =>
    (factsOf(target)?.broader ?? []).flatMap((other): RevisionWarning[] => {
      const broader = places.get(place({ target: other, minQuantity }));
      return broader === undefined ? [] : [{ code: 'overlaps_entry', entry, broader }];
    }),
  );
}

function percentWarnings({ kind, entries }: RevisionToLookAt): RevisionWarning[] {
  if (kind !== 'standard') return [];
  return entries.flatMap(({ target, price }, entry): RevisionWarning[] =>
    price.kind === 'percent' && target.kind !== 'plan' && target.kind !== 'module'
      ? [{ code: 'percent_without_reference', entry }]
      : [],
  );
}

const periodsOverlap = (a: Period, b: Period): boolean =>
  (b.endsAt === null || a.startsAt.getTime() < b.endsAt.getTime()) &&
  (a.endsAt === null || b.startsAt.getTime() < a.endsAt.getTime());
