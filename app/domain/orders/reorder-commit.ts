import { type Exact, compare, equals } from '../money/exact';
import { type Outcome, ok, refused } from '../outcome';
import { type ReorderChoice, type ReorderOffer, type ReorderedLine, needsChoice, plannedOffer } from './reorder-line';

/** Minutes after it was placed in which an order made by one click may be undone. */
export const undoMinutes = 30;
export const undoUntil = (placedAt: Date): Date => new Date(placedAt.getTime() + undoMinutes * 60_000);

type Shown = ReorderedLine<ReorderOffer>;
export type Choices = ReadonlyMap<number, ReorderChoice>;
export type ChoiceRefusal = 'no_such_line' | 'choice_needed' | 'choice_impossible' | 'lines_needed';

/** Whether these choices answer what a preview asked; those made for the preview itself count until they are made anew. */
export function mergedChoices(shown: readonly Shown[], given: Choices): Outcome<Choices, ChoiceRefusal> {
  const byLine = new Map(shown.map((line) => [line.then.line, line]));
  for (const [number, choice] of given) {
    const line = byLine.get(number);
    if (!line) return refused('no_such_line', { line: number });
    if (!isPossible(line, choice)) return refused('choice_impossible', { line: number });
  }
  const merged = new Map<number, ReorderChoice>();
  for (const line of shown) {
    const choice = given.get(line.then.line) ?? line.choice;
    if (choice) merged.set(line.then.line, choice);
  }
  const open = shown.filter((line) => needsChoice({ ...line, choice: merged.get(line.then.line) ?? null }));
  if (open.length > 0) return refused('choice_needed', { lines: open.map(({ then }) => then.line) });
  const isEmpty = shown.every(
    (line) => merged.get(line.then.line)?.take === 'leave_out' || (line.offers.length === 0 && line.take === null),
  );
  return isEmpty ? refused('lines_needed') : ok(merged);
}

/** Fewer may be named of whatever can be ordered; everything else must stand in the preview. */
const isPossible = ({ offers }: Shown, { take, quantity }: ReorderChoice): boolean =>
  take === 'leave_out' ||
  offers.some((offer) => offer.take === take) ||
  (take === 'less' && quantity !== null && offers.some((offer) => offer.take === 'as_is' || offer.take === 'wait'));

/** May what `fresh` says be ordered on the strength of what `shown` said? Only when nothing became dearer, short or
 *  different: cheaper, sooner and left out on purpose are fine. `fresh` answers under these choices. */
export function isAsShown(shown: readonly Shown[], fresh: readonly Shown[], choices: Choices): boolean {
  if (shown.length !== fresh.length) return false;
  return shown.every((before, index) => {
    const now = fresh[index] as Shown;
    const { line } = before.then;
    return now.then.line === line && isLineAsShown(before, now, choices.get(line) ?? null);
  });
}

function isLineAsShown(before: Shown, now: Shown, choice: ReorderChoice | null): boolean {
  if (choice?.take === 'leave_out') return true;
  // What was chosen cannot be had any more.
  if (choice && !now.choice) return false;
  const offer = plannedOffer(now);
  const promised = choice ? offerFor(before, choice) : plannedOffer(before);
  if (!offer || !promised) return !offer && !promised;
  if (offer.sku !== promised.sku || !isInTime(offer, promised)) return false;
  if (equals(offer.quantity, promised.quantity)) return offer.lineTotal.minor <= promised.lineTotal.minor;
  // Another quantity than was shown, because it was asked for: never at a higher price for one.
  return (
    (choice?.quantity ?? null) !== null &&
    equals(offer.quantity, choice?.quantity as Exact) &&
    offer.unitPrice !== null &&
    promised.unitPrice !== null &&
    compare(offer.unitPrice, promised.unitPrice) <= 0
  );
}

const offerFor = ({ offers }: Shown, { take }: ReorderChoice): ReorderOffer | null =>
  offers.find((offer) => offer.take === take) ??
  (take === 'less' || take === 'wait'
    ? (offers.find((offer) => offer.take === 'as_is' || offer.take === 'wait') ?? null)
    : null);

const isInTime = (offer: ReorderOffer, promised: ReorderOffer): boolean =>
  offer.availableOn === null || (promised.availableOn !== null && offer.availableOn <= promised.availableOn);

/** One click needs no questions: every line is as it was, or only cheaper. */
export const isWithoutQuestions = (lines: readonly Shown[]): boolean =>
  lines.length > 0 &&
  lines.every((line) => {
    const offer = plannedOffer(line);
    if (line.status === 'same') return offer !== null;
    return line.status === 'repriced' && offer?.take === 'as_is' && offer.lineTotal.minor <= line.then.lineTotal.minor;
  });
