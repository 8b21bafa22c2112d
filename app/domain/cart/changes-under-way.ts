/** What a buyer wants of a line of the cart: so many, none (zero), or, where it was taken out, so many back. */
export type Wish = { readonly quantity: string; readonly isBack: boolean };

/** A change to a line between the buyer's hand and the shop's answer. `line` is as it was last shown. */
export type Change<Line> = {
  readonly line: Line;
  readonly wish: Wish;
  /** Until the answer; until the cart is read anew; for a line that is out, until the buyer leaves. */
  readonly stage: 'wanted' | 'answered' | 'out';
};

/** Why a change was not made, and what was wanted. */
export type Problem<Line> = {
  readonly line: Line;
  readonly wanted: Wish;
  /** The shop's words; null when no answer came. */
  readonly refusal: string | null;
};

export type Changes<Line> = {
  readonly changes: Readonly<Record<string, Change<Line>>>;
  readonly problems: Readonly<Record<string, Problem<Line>>>;
};

type Shown = { readonly id: string; readonly quantity: string };

export type CartRow<Line> = {
  readonly line: Line;
  /** `lost`: not in the cart any more, while there is a problem to tell of it. */
  readonly is: 'there' | 'out' | 'lost';
  /** What it comes to is being worked out. */
  readonly isWaiting: boolean;
  readonly problem: Problem<Line> | null;
};

export const noChanges = { changes: {}, problems: {} } as const;

const without = <T>(all: Readonly<Record<string, T>>, id: string): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => key !== id));

const isOut = ({ quantity }: Wish): boolean => Number(quantity) === 0;

/** The newest wish for a line takes the place of what was wanted before, and of what was said of it. A line that is on
 *  its way back stays so. */
export function wished<Line extends Shown>(state: Changes<Line>, line: Line, quantity: string): Changes<Line> {
  const before = state.changes[line.id];
  const comesBack = before
    ? isOut(before.wish) || (before.wish.isBack && before.stage === 'wanted')
    : state.problems[line.id]?.wanted.isBack === true;
  const wish = { quantity, isBack: comesBack && Number(quantity) !== 0 };
  return {
    changes: { ...state.changes, [line.id]: { line, wish, stage: 'wanted' } },
    problems: without(state.problems, line.id),
  };
}

/** The shop has done it. An answer to an earlier wish changes nothing: the newest is yet to be answered. */
export function done<Line extends Shown>(state: Changes<Line>, id: string, wish: Wish): Changes<Line> {
  const change = state.changes[id];
  if (change?.wish !== wish) return state;
  return { ...state, changes: { ...state.changes, [id]: { ...change, stage: 'answered' } } };
}

/** The shop has refused it, or no answer came: the line is what it was. */
export function failed<Line extends Shown>(
  state: Changes<Line>,
  id: string,
  wish: Wish,
  refusal: string | null,
): Changes<Line> {
  const change = state.changes[id];
  if (change?.wish !== wish) return state;
  return {
    changes: without(state.changes, id),
    problems: { ...state.problems, [id]: { line: change.line, wanted: wish, refusal } },
  };
}

/** The cart was read anew after the answers: it says itself what was done. What is out can still be put back. */
export function readAnew<Line extends Shown>(state: Changes<Line>): Changes<Line> {
  const entries = Object.entries(state.changes);
  if (!entries.some(([, { stage }]) => stage === 'answered')) return state;
  return {
    ...state,
    changes: Object.fromEntries(
      entries.flatMap(([id, change]) => {
        if (change.stage !== 'answered') return [[id, change]];
        return isOut(change.wish) ? [[id, { ...change, stage: 'out' as const }]] : [];
      }),
    ),
  };
}

export const isUnderWay = ({ changes }: Changes<unknown>): boolean =>
  Object.values(changes).some(({ stage }) => stage !== 'out');

export const isUnanswered = ({ changes }: Changes<unknown>): boolean =>
  Object.values(changes).some(({ stage }) => stage === 'wanted');

/** The cart as the buyer wants it, each line where it stands or stood. Quantities are the buyer's; what they come to is
 *  the shop's to say. */
export function rowsOf<Line extends Shown>(lines: readonly Line[], state: Changes<Line>): CartRow<Line>[] {
  const known = new Map(lines.map((line) => [line.id, line]));
  for (const { line } of [...Object.values(state.changes), ...Object.values(state.problems)])
    if (!known.has(line.id)) known.set(line.id, line);
  const inCart = new Set(lines.map(({ id }) => id));
  return [...known.values()]
    .sort((a, b) => Number(a.id) - Number(b.id))
    .map((line) => {
      const problem = state.problems[line.id] ?? null;
      const change = state.changes[line.id];
      // Another tab may have put it back.
      if (!change || (change.stage === 'out' && inCart.has(line.id)))
        return { line, is: inCart.has(line.id) ? 'there' : 'lost', isWaiting: false, problem };
      if (isOut(change.wish)) return { line: change.line, is: 'out', isWaiting: change.stage !== 'out', problem };
      return { line: { ...line, quantity: change.wish.quantity }, is: 'there', isWaiting: true, problem };
    });
}
