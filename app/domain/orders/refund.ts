import { allocate } from '../money/allocate';
import { type Exact, add, compare, isNegative, isZero, subtract, zero } from '../money/exact';
import { type Outcome, ok, refused } from '../outcome';

/** A line of an order as it was placed, in minor units: what it cost after its share of promotions, its tax, and what
 *  of both was given back before. */
export type RefundableLine = {
  readonly line: number;
  readonly quantity: Exact;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  readonly refunded: Refunded;
};
/** Given back so far: of the quantity by units, of the money in all. */
export type Refunded = { readonly quantity: Exact; readonly netMinor: bigint; readonly taxMinor: bigint };
export const nothingRefunded: Refunded = { quantity: zero, netMinor: 0n, taxMinor: 0n };

export type RefundableOrder = {
  readonly lines: readonly RefundableLine[];
  readonly freight: { readonly netMinor: bigint; readonly taxMinor: bigint; readonly refunded: Refunded };
};

/** Which line got back how much; stored with the refund, never recomputed. */
export type RefundShare = {
  readonly line: number | 'freight';
  readonly quantity: Exact;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
};

export type RefundWish =
  /** Units of lines, and the freight or not. */
  | { readonly kind: 'units'; readonly units: readonly { line: number; quantity: Exact }[]; readonly freight: boolean }
  /** A sum with tax, for goodwill: spread over what is left of all lines and the freight by their worth. */
  | { readonly kind: 'amount'; readonly minor: bigint }
  | { readonly kind: 'rest' };

export type RefundRefusal = 'no_such_line' | 'more_than_ordered' | 'more_than_paid' | 'nothing_to_refund';

export const refundTotal = (shares: readonly RefundShare[]): bigint =>
  shares.reduce((sum, share) => sum + share.netMinor + share.taxMinor, 0n);

/** The exact shares of a refund. Units of a line are worth fixed parts of it: the first n units the largest-remainder
 *  share of n against the rest, tax included, so that refunds in any order and any pieces hand out every minor unit once. */
export function refundShares(order: RefundableOrder, wish: RefundWish): Outcome<RefundShare[], RefundRefusal> {
  if (wish.kind === 'units') return sharesOfUnits(order, wish);
  const left = sharesLeftOf(order);
  const total = refundTotal(left);
  if (wish.kind === 'rest') return total > 0n ? ok(left) : refused('nothing_to_refund');
  if (wish.minor <= 0n) return refused('nothing_to_refund');
  if (wish.minor > total) return refused('more_than_paid');
  const parts = allocate(
    wish.minor,
    left.map((share) => share.netMinor + share.taxMinor),
  );
  return ok(
    left
      .map((share, index) => {
        const [netMinor = 0n, taxMinor = 0n] = allocate(parts[index] ?? 0n, [share.netMinor, share.taxMinor]);
        return { ...share, quantity: zero, netMinor, taxMinor };
      })
      .filter((share) => share.netMinor + share.taxMinor > 0n),
  );
}

function sharesOfUnits(
  order: RefundableOrder,
  wish: Extract<RefundWish, { kind: 'units' }>,
): Outcome<RefundShare[], RefundRefusal> {
  const shares: RefundShare[] = [];
  for (const { line: number, quantity } of wish.units) {
    const line = order.lines.find(({ line: n }) => n === number);
    if (!line || shares.some((share) => share.line === number)) return refused('no_such_line');
    if (isZero(quantity)) continue;
    const { refunded } = line;
    const until = add(quantity, refunded.quantity);
    if (isNegative(quantity) || compare(until, line.quantity) > 0) return refused('more_than_ordered');
    const worth = (minor: bigint) =>
      shareOfFirst(minor, until, line.quantity) - shareOfFirst(minor, refunded.quantity, line.quantity);
    const left = { net: line.netMinor - refunded.netMinor, tax: line.taxMinor - refunded.taxMinor };
    const gross = atMost(worth(line.netMinor + line.taxMinor), left.net + left.tax);
    const tax = atMost(atMost(worth(line.taxMinor), left.tax), gross);
    const taxMinor = gross - tax > left.net ? gross - left.net : tax;
    shares.push({ line: number, quantity, netMinor: gross - taxMinor, taxMinor });
  }
  const { freight } = order;
  if (wish.freight) {
    const netMinor = freight.netMinor - freight.refunded.netMinor;
    const taxMinor = freight.taxMinor - freight.refunded.taxMinor;
    if (netMinor + taxMinor > 0n) shares.push({ line: 'freight', quantity: zero, netMinor, taxMinor });
  }
  return refundTotal(shares) > 0n ? ok(shares) : refused('nothing_to_refund');
}

/** After goodwill was given on a line, its units are worth what is left of it at most. */
const atMost = (worth: bigint, left: bigint): bigint => (worth > left ? left : worth);

/** All that was not given back yet, line by line, and the freight. */
export const sharesLeftOf = ({ lines, freight }: RefundableOrder): RefundShare[] =>
  [
    ...lines.map(({ line, quantity, netMinor, taxMinor, refunded }) => ({
      line,
      quantity: subtract(quantity, refunded.quantity),
      netMinor: netMinor - refunded.netMinor,
      taxMinor: taxMinor - refunded.taxMinor,
    })),
    {
      line: 'freight' as const,
      quantity: zero,
      netMinor: freight.netMinor - freight.refunded.netMinor,
      taxMinor: freight.taxMinor - freight.refunded.taxMinor,
    },
  ].filter((share) => share.netMinor + share.taxMinor > 0n);

/** What the first `units` of `quantity` are worth of an amount, in minor units. */
export function shareOfFirst(minor: bigint, units: Exact, quantity: Exact): bigint {
  const first = units.num * quantity.den;
  const all = quantity.num * units.den;
  return allocate(minor, [first, all - first])[0] ?? 0n;
}
