import type { Actor } from '#app/domain/access/actor.ts';
import { personId } from '#app/domain/access/ids.ts';
import { equals, toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { type Choices, isAsShown } from '#app/domain/orders/reorder-commit.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { findMember } from '#db/queries/memberships.server.ts';
import { type OrderingCompany, findOrderingCompany } from '#db/queries/ordering-companies.server.ts';
import type { StandingOrder, StandingRun } from '#db/queries/standing-orders.server.ts';
import type { ShownRun, StandingLine } from '#db/schema/standing-orders.ts';
import {
  type ResolvedReorder,
  resolveReorder,
  shownLines,
  storedLines,
  withTaxNow,
} from '../orders/resolve-reorder.server';

type Template = Pick<StandingOrder, 'currency' | 'showsTaxIncluded' | 'shippingMethod'> & {
  shipTo: Parameters<typeof resolveReorder>[1]['order']['shipTo'];
};

/** The company's unit it is for; null for a consumer's, and for a company that orders no more. */
export const companyOf = async (
  db: DbOrTx,
  { companyId, unitId }: Pick<StandingOrder, 'companyId' | 'unitId'>,
): Promise<OrderingCompany | null> => (companyId && unitId ? findOrderingCompany(db, { id: companyId, unitId }) : null);

export const unattended = 'standing_order';

/** In whose name it is ordered while nobody is there. Null when a company's is no member any more. */
export async function ownerOf(
  db: DbOrTx,
  { companyId, ownerId }: Pick<StandingOrder, 'companyId' | 'ownerId'>,
): Promise<Actor | null> {
  const alone = { person: personId(ownerId), via: unattended, member: null, standsInFor: null, staff: null };
  if (!companyId) return alone;
  const found = await findMember(db, { companyId, personId: ownerId });
  return found && { ...alone, member: found.member };
}

/** What becomes of these lines at that moment: the same question a reorder asks. */
export const resolveLines = (
  db: DbOrTx,
  p: { order: Template; company: OrderingCompany | null; lines: readonly StandingLine[]; choices?: Choices; at: Date },
): Promise<ResolvedReorder> =>
  resolveReorder(db, {
    order: p.order,
    company: p.company,
    lines: p.lines.map((line) => ({ ...line, lineTotalMinor: BigInt(line.lineTotalMinor) })),
    choices: p.choices ?? new Map(),
    at: p.at,
  });

export const linesOf = (order: Pick<StandingOrder, 'lines'>, run: Pick<StandingRun, 'lines'> | null): StandingLine[] =>
  run?.lines ?? order.lines;

/** As it is kept beside the run, to be shown and compared with. */
export function shownOf(resolved: ResolvedReorder, lines: readonly StandingLine[]): ShownRun {
  const { total, freight, tax, payable } = resolved.planned.totals;
  return {
    lines: storedLines(resolved, lines),
    totalMinor: total.minor.toString(),
    freightMinor: freight.minor.toString(),
    taxMinor: tax.minor.toString(),
    payableMinor: payable.minor.toString(),
  };
}

/** Nothing dearer, short or different than was shown; neither a line nor the sum to pay. */
export const isRunAsShown = (p: {
  shown: ShownRun;
  currency: StandingOrder['currency'];
  fresh: ResolvedReorder;
  choices: Choices;
  /** Whoever chooses just now changes the sum; what each line costs was compared all the same. */
  choseNow: boolean;
}): boolean =>
  isAsShown(shownLines(p.shown.lines, p.currency), p.fresh.lines, p.choices) &&
  (p.choseNow || p.fresh.planned.totals.payable.minor <= BigInt(p.shown.payableMinor));

export type WantedLine = { readonly line: number; readonly quantity: string };

/** These quantities at what they cost now: that is what is agreed. Those of none are left out; a line that cannot be
 *  ordered now keeps what was agreed, unless it is changed. */
export async function agreeNow(
  tx: Tx,
  p: {
    order: Template;
    company: OrderingCompany | null;
    lines: readonly StandingLine[];
    wanted: readonly WantedLine[];
    at: Date;
  },
): Promise<Outcome<StandingLine[], 'lines_needed' | 'line_not_buyable' | 'no_such_line'>> {
  const known = new Map(p.lines.map((line) => [line.line, line]));
  if (p.wanted.some(({ line }) => !known.has(line))) return refused('no_such_line');
  const said = new Map(p.wanted.map(({ line, quantity }) => [line, quantity]));
  const wanted = p.lines.flatMap((line) => {
    const quantity = toExact(said.get(line.line) ?? line.quantity);
    return quantity.num > 0n ? [{ ...line, quantity: toDecimalString(quantity, 6) }] : [];
  });
  if (wanted.length === 0) return refused('lines_needed');
  const resolved = await resolveLines(tx, { ...p, lines: wanted });
  const agreed: StandingLine[] = [];
  for (const [index, line] of resolved.lines.entries()) {
    const own = wanted[index] as StandingLine;
    const offer = line.offers.find(({ take }) => take === 'as_is' || take === 'wait');
    const before = known.get(own.line) as StandingLine;
    if (!offer) {
      if (!equals(toExact(before.quantity), toExact(own.quantity)))
        return refused('line_not_buyable', { line: own.line });
      agreed.push(before);
      continue;
    }
    agreed.push({
      ...own,
      quantity: toDecimalString(offer.quantity, 6),
      unitPrice: offer.unitPrice && toDecimalString(offer.unitPrice, 6),
      lineTotalMinor: offer.lineTotal.minor.toString(),
      ...withTaxNow(resolved, { ...offer, amount: offer.price.amount }),
    });
  }
  return ok(agreed);
}

/** The lines at the prices of a run that was placed; of other goods or another quantity, as they were. */
export const agreedBy = (order: Pick<StandingOrder, 'lines'>, run: Pick<StandingRun, 'shown'>): StandingLine[] => {
  const placed = new Map(
    (run.shown?.lines ?? []).map(({ line, offers, take }) => [line, offers.find((offer) => offer.take === take)]),
  );
  return order.lines.map((line) => {
    const offer = placed.get(line.line);
    if (offer?.sku !== line.sku || !equals(toExact(offer.quantity), toExact(line.quantity))) return line;
    const { unitPrice, lineTotalMinor, withTax } = offer;
    return { ...line, unitPrice, lineTotalMinor, ...(withTax && { withTax }) };
  });
};
