import { isTermMonths } from '../catalog/variant';
import { type Exact, compare, exact, isLess, isNegative } from '../money/exact';
import { type EntryTarget, type PriceEntry, targetKey } from './price-entry';
import { breakReached, laddersOf } from './price-ladder';
import type { PriceListKind, PriceListOption } from './price-revision';

/** A revision as somebody wants to save it. */
export type RevisionToSave = {
  readonly kind: PriceListKind;
  readonly unit: string | null;
  readonly segment: string | null;
  readonly options: readonly PriceListOption[];
  readonly termDiscounts: Readonly<Record<number, Exact>>;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly entries: readonly PriceEntry[];
};

/** Of the variants a target covers; null for a target nobody knows. */
export type TargetFacts = {
  readonly smallestMinimumQuantity: Exact;
  readonly smallestQuantityStep: Exact;
  /** Of one unit; null when one of them has no recorded cost. */
  readonly highestCost: Exact | null;
  /** Its product, categories and everything, for a variant; the categories above, for a category. */
  readonly broader: readonly EntryTarget[];
};
export type FactsOf = (target: EntryTarget) => TargetFacts | null;

const optionProblemCodes = ['net_with_promotions', 'graduated_with_merge', 'graduated_with_mix_and_match'] as const;
export type OptionProblemCode = (typeof optionProblemCodes)[number];
export const revisionProblemCodes = [
  'ends_before_start',
  'contract_without_unit',
  'segment_without_segment',
  ...optionProblemCodes,
  'graduated_with_percentage',
  'graduated_starts_above_minimum',
  'unknown_term',
  'percent_out_of_range',
  'percent_too_fine',
  'negative_price',
  'price_too_fine',
  'minimum_not_positive',
  'duplicate_entry',
  'unknown_target',
] as const;
export type RevisionProblemCode = (typeof revisionProblemCodes)[number];
/** `entry` is the index of the offending entry; null for the revision as a whole. */
export type RevisionProblem = { readonly code: RevisionProblemCode; readonly entry: number | null };

/** Everything for which saving a revision is refused; empty when it may be saved. */
export function revisionProblems(revision: RevisionToSave, factsOf: FactsOf): RevisionProblem[] {
  const entries = revision.entries.flatMap((entry, index) =>
    entryProblems(entry, factsOf).map((code) => ({ code, entry: index })),
  );
  return [
    ...wholeProblems(revision).map((code) => ({ code, entry: null })),
    ...entries,
    ...duplicates(revision.entries),
    ...graduatedProblems(revision, factsOf),
  ];
}

function wholeProblems(revision: RevisionToSave): RevisionProblemCode[] {
  const { kind, unit, segment, startsAt, endsAt, options, termDiscounts } = revision;
  const problems: [boolean, RevisionProblemCode][] = [
    [endsAt !== null && endsAt.getTime() <= startsAt.getTime(), 'ends_before_start'],
    [kind === 'contract' && unit === null, 'contract_without_unit'],
    [kind === 'segment' && segment === null, 'segment_without_segment'],
    [!Object.keys(termDiscounts).every((months) => isTermMonths(Number(months))), 'unknown_term'],
    [Object.values(termDiscounts).some(isOutOfRange), 'percent_out_of_range'],
    [!Object.values(termDiscounts).every((percent) => hasDecimals(percent, 4)), 'percent_too_fine'],
  ];
  return [...optionProblems(options), ...problems.flatMap(([isBroken, code]) => (isBroken ? [code] : []))];
}

/** Options that contradict each other, of a list as of its revisions. */
export function optionProblems(options: readonly string[]): OptionProblemCode[] {
  const has = (option: PriceListOption) => options.includes(option);
  const problems: [boolean, OptionProblemCode][] = [
    [has('net') && has('promotions'), 'net_with_promotions'],
    [has('graduated') && has('merge'), 'graduated_with_merge'],
    [has('graduated') && has('mix_and_match'), 'graduated_with_mix_and_match'],
  ];
  return problems.flatMap(([isBroken, code]) => (isBroken ? [code] : []));
}

/** Less than a hundred: a price of zero must be written as such. */
const isOutOfRange = (percent: Exact): boolean => isNegative(percent) || compare(percent, exact(100n)) >= 0;
const hasDecimals = (value: Exact, most: number): boolean => 10n ** BigInt(most) % value.den === 0n;

function entryProblems({ target, minQuantity, price }: PriceEntry, factsOf: FactsOf): RevisionProblemCode[] {
  const problems: [boolean, RevisionProblemCode][] = [
    [factsOf(target) === null, 'unknown_target'],
    [minQuantity.num <= 0n, 'minimum_not_positive'],
    [price.kind === 'fixed' && isNegative(price.unitPrice), 'negative_price'],
    [price.kind === 'fixed' && !hasDecimals(price.unitPrice, 6), 'price_too_fine'],
    [price.kind === 'percent' && isOutOfRange(price.percentOff), 'percent_out_of_range'],
    [price.kind === 'percent' && !hasDecimals(price.percentOff, 4), 'percent_too_fine'],
  ];
  return problems.flatMap(([isBroken, code]) => (isBroken ? [code] : []));
}

function duplicates(entries: readonly PriceEntry[]): RevisionProblem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ target, minQuantity }, entry) => {
    const key = `${targetKey(target)} from ${minQuantity.num}/${minQuantity.den}`;
    if (seen.has(key)) return [{ code: 'duplicate_entry' as const, entry }];
    seen.add(key);
    return [];
  });
}

/** Graduated: fixed prices only, and every ladder reaches down to the minimum quantity of what it covers. */
function graduatedProblems({ options, entries }: RevisionToSave, factsOf: FactsOf): RevisionProblem[] {
  if (!options.includes('graduated')) return [];
  const percentages = entries.flatMap(({ price }, entry) =>
    price.kind === 'percent' ? [{ code: 'graduated_with_percentage' as const, entry }] : [],
  );
  const lateStarts = [...laddersOf(entries).values()].flatMap((ladder) => {
    const first = ladder[0];
    const facts = first && factsOf(first.target);
    if (!first || !facts || breakReached(ladder, facts.smallestMinimumQuantity)) return [];
    const entry = entries.findIndex(
      ({ target, minQuantity }) =>
        targetKey(target) === targetKey(first.target) && compare(minQuantity, first.minQuantity) === 0,
    );
    return isLess(facts.smallestMinimumQuantity, first.minQuantity)
      ? [{ code: 'graduated_starts_above_minimum' as const, entry }]
      : [];
  });
  return [...percentages, ...lateStarts];
}
