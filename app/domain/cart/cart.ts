import type { Choice } from '../catalog/choice-problems';
import { type Exact, add, compare, exact, isNegative, isZero, toExact } from '../money/exact';
import { toDecimalString } from '../money/rounding';
import { type Outcome, ok, refused } from '../outcome';

/** What a configurable line was given: at most one plan, modules with a quantity of their own when it is free, a term
 *  in months. */
export type LineConfiguration = {
  readonly plan?: string | undefined;
  readonly modules?: readonly { readonly code: string; readonly quantity?: string | undefined }[] | undefined;
  readonly term?: number | undefined;
};

export const isConfigured = (configuration: LineConfiguration): boolean => Object.keys(configuration).length > 0;

/** As the price engine asks for it. */
export const choiceOf = ({ plan, modules, term }: LineConfiguration): { choice: Choice; term: number | null } => ({
  choice: {
    plan: plan ?? null,
    modules: (modules ?? []).map(({ code, quantity }) => ({
      code,
      quantity: quantity === undefined ? null : toExact(quantity),
    })),
  },
  term: term ?? null,
});

/** The one way in which a configuration is written where it tells rows apart. */
export const plainConfiguration = ({ plan, modules, term }: LineConfiguration): LineConfiguration => ({
  ...(plan && { plan }),
  ...(modules &&
    modules.length > 0 && {
      modules: modules
        .map(({ code, quantity }) => (quantity ? { code, quantity: toDecimalString(toExact(quantity), 6) } : { code }))
        .sort((a, b) => (a.code < b.code ? -1 : 1)),
    }),
  ...(term && { term }),
});

export type CartLine = {
  /** 1-based and stable in its cart. */
  readonly line: number;
  readonly variantId: string;
  /** In the variant's unit, a decimal string of up to six places. */
  readonly quantity: string;
  readonly configuration: LineConfiguration;
};

export type LineToAdd = Omit<CartLine, 'line'>;

export type CartRefusal = 'cart_full' | 'quantity_too_large' | 'quantity_not_positive' | 'no_such_line';

export const mostLines = 5_000;
/** Up to here a number is believed that a browser says a line had. */
const largestLine = 1_000_000;
export const largestQuantity: Exact = exact(1_000_000n);

/** What adding, changing or removing does to the rows: lines to write (new ones and new quantities) and to delete. */
export type CartChange = { readonly write: readonly CartLine[]; readonly remove: readonly number[] };

/** Two lines are one when they are the same thing in the same configuration. */
export const isSameThing = (a: LineToAdd, b: LineToAdd): boolean =>
  a.variantId === b.variantId && configurationKey(a.configuration) === configurationKey(b.configuration);

/** The same text for the same configuration, in whatever order its modules were named. */
export const configurationKey = (configuration: LineConfiguration): string =>
  JSON.stringify([
    configuration.plan ?? null,
    configuration.term ?? null,
    [...(configuration.modules ?? [])]
      .map(({ code, quantity }) => [code, quantity ?? null])
      .sort(([a = ''], [b = '']) => ((a ?? '') < (b ?? '') ? -1 : 1)),
  ]);

/** Adds to a line that is the same thing, else makes a new one with the next number. */
export function addToCart(lines: readonly CartLine[], wanted: LineToAdd): Outcome<CartChange, CartRefusal> {
  const same = lines.find((line) => isSameThing(line, wanted));
  if (!same && lines.length >= mostLines) return refused('cart_full');
  const quantity = same ? add(toExact(same.quantity), toExact(wanted.quantity)) : toExact(wanted.quantity);
  const problem = quantityRefusal(quantity);
  if (problem) return refused(problem);
  return ok({
    write: [{ ...wanted, line: same?.line ?? nextLine(lines), quantity: toDecimalString(quantity, 6) }],
    remove: [],
  });
}

/** Many at once: each is added as one alone would be. Answers the rows to write and how many of the wanted did not fit
 *  (cart full, quantity too large). */
export function addSeveralToCart(
  lines: readonly CartLine[],
  wanted: readonly LineToAdd[],
): CartChange & { readonly left: number } {
  const byThing = new Map(lines.map((line) => [thingKey(line), line]));
  const written = new Map<number, CartLine>();
  let next = nextLine(lines);
  let left = 0;
  for (const line of wanted) {
    const key = thingKey(line);
    const same = byThing.get(key);
    const quantity = same ? add(toExact(same.quantity), toExact(line.quantity)) : toExact(line.quantity);
    if ((!same && byThing.size >= mostLines) || quantityRefusal(quantity)) {
      left += 1;
      continue;
    }
    const row = { ...line, line: same?.line ?? next, quantity: toDecimalString(quantity, 6) };
    if (!same) next += 1;
    byThing.set(key, row);
    written.set(row.line, row);
  }
  return { write: [...written.values()], remove: [], left };
}

export const thingKey = ({ variantId, configuration }: Pick<LineToAdd, 'variantId' | 'configuration'>): string =>
  `${variantId} ${configurationKey(configuration)}`;

/** Buying now means this many, however often it is pressed: a line that is the same thing gets this quantity. */
export function putInCart(lines: readonly CartLine[], wanted: LineToAdd): Outcome<CartChange, CartRefusal> {
  const same = lines.find((line) => isSameThing(line, wanted));
  return same ? changeQuantity(lines, { line: same.line, quantity: wanted.quantity }) : addToCart(lines, wanted);
}

/** A line that was taken out stands where it stood, with what it had; what is there of the same thing by now gets that
 *  quantity. A number that was given to another thing since is not taken from it. */
export function putBack(lines: readonly CartLine[], taken: CartLine): Outcome<CartChange, CartRefusal> {
  const back = putInCart(lines, taken);
  const isFree = Number.isSafeInteger(taken.line) && taken.line > 0 && taken.line <= largestLine;
  if (!back.ok || !isFree || lines.some((line) => line.line === taken.line || isSameThing(line, taken))) return back;
  return ok({ ...back.value, write: back.value.write.map((line) => ({ ...line, line: taken.line })) });
}

/** Zero takes the line out. */
export function changeQuantity(
  lines: readonly CartLine[],
  p: { line: number; quantity: string },
): Outcome<CartChange, CartRefusal> {
  const found = lines.find(({ line }) => line === p.line);
  if (!found) return refused('no_such_line');
  const quantity = toExact(p.quantity);
  if (isZero(quantity)) return ok({ write: [], remove: [p.line] });
  const problem = quantityRefusal(quantity);
  if (problem) return refused(problem);
  return ok({ write: [{ ...found, quantity: toDecimalString(quantity, 6) }], remove: [] });
}

const quantityRefusal = (quantity: Exact): CartRefusal | null =>
  isNegative(quantity) || isZero(quantity)
    ? 'quantity_not_positive'
    : compare(quantity, largestQuantity) > 0
      ? 'quantity_too_large'
      : null;

/** Numbers are never used again while their cart lives. */
export const nextLine = (lines: readonly CartLine[]): number => Math.max(0, ...lines.map(({ line }) => line)) + 1;
