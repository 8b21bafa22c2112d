import type { Deps } from '#app/deps.server.ts';
import type { Actor, MemberActor } from '#app/domain/access/actor.ts';
import { storeScope } from '#app/domain/access/company-scope.ts';
import { type Exact, add, compare, toExact } from '#app/domain/money/exact.ts';
import { money } from '#app/domain/money/money.ts';
import { type Outcome, type Refused, ok, refused } from '#app/domain/outcome.ts';
import { type AcceptRefusal, acceptedLines } from '#app/domain/quotes/acceptance.ts';
import { type RepeatRefusal, turnToOrder } from '#app/domain/quotes/repeat-orders.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { findOrderingCompany } from '#db/queries/ordering-companies.server.ts';
import { findPurchaseOrder } from '#db/queries/purchase-orders.server.ts';
import { readQuoteOrders, takeTurn, turnsOf } from '#db/queries/quote-orders.server.ts';
import { type QuoteVersion, type QuoteVersionLine, readReleasedVersions } from '#db/queries/quote-versions.server.ts';
import { type SellerQuote, moveQuote } from '#db/queries/quotes.server.ts';
import { readVariantsToOrder } from '#db/queries/variants-to-order.server.ts';
import { type CreateRefusal, draftPurchaseOrder } from '../purchase-orders/create-purchase-order.server';
import { placePurchaseOrder } from '../purchase-orders/place-purchase-order.server';
import { type SubmitRefusal, submitWithin } from '../purchase-orders/submit-purchase-order.server';
import { asBuyer } from './quote-actors';
import { tellSellers } from './quote-mails.server';
import { quoteUnderLock, recordQuote } from './quote-under-lock.server';

export type Acceptance = {
  readonly version: number;
  /** Null = the whole offer. */
  readonly lines: readonly number[] | null;
  readonly number: string | null;
  readonly costCentre: string | null;
  /** Which order of a template this is: 1 is the acceptance. Whoever names none asks for the next, so that only a
   *  caller who names it may ask twice for the same. */
  readonly turn: number | null;
};

export type AcceptanceRefusal =
  | AcceptRefusal
  | RepeatRefusal
  | CreateRefusal
  | SubmitRefusal
  | 'not_found'
  | 'not_yours'
  | 'forbidden'
  | 'out_of_stock';

/** What a quote became: an order where the company's rules ask nobody, else a purchase order on its way to one. */
export type Accepted = { readonly kind: 'order' | 'purchase_order'; readonly id: string };

/** Undoes the transaction: an acceptance is everything or nothing. */
class NotAccepted extends Error {
  constructor(readonly refusal: Refused<AcceptanceRefusal>) {
    super(refusal.code);
  }
}

/** The buyer says yes to the newest version: its prices and freight are fixed, stock, credit, budget and the company's
 *  rules are asked once more, and it becomes one purchase order. Saying yes again answers what the first yes did; of a
 *  template it orders the next time, at the same prices and freight, until its times or its time are used up. */
export async function acceptQuote(
  deps: Deps,
  p: { actor: Actor; id: string; acceptance: Acceptance },
): Promise<Outcome<Accepted, AcceptanceRefusal>> {
  try {
    const accepted = await deps.db.transaction((tx) => acceptWithin(deps, tx, p));
    return ok(await becomes(deps, accepted));
  } catch (fault) {
    if (fault instanceof NotAccepted) return fault.refusal;
    throw fault;
  }
}

type Standing = { purchaseOrderId: string; isOrderedAtOnce: boolean };

async function acceptWithin(
  deps: Pick<Deps, 'now' | 'settings'>,
  tx: Tx,
  p: { actor: Actor; id: string; acceptance: Acceptance },
): Promise<Standing> {
  const at = deps.now();
  const { actor, acceptance } = p;
  const quote = await quoteUnderLock(tx, p);
  if (!quote) throw new NotAccepted(refused('not_found'));
  const buyer = asBuyer(actor, quote, 'submit_purchase_orders');
  if (!buyer.ok) throw new NotAccepted(buyer);
  const version = (await readReleasedVersions(tx, { quoteId: quote.id })).find(
    (each) => each.version === quote.offeredVersion,
  );
  if (quote.status === 'accepted' && version) {
    if (quote.acceptedVersion !== acceptance.version) throw new NotAccepted(refused('stale_version'));
    return orderAgain(deps, tx, { quote, version, actor: buyer.value, acceptance, at });
  }
  const lines = acceptedLines(
    {
      ...quote,
      partAcceptance: version?.partAcceptance ?? false,
      lines: version?.lines.map(({ line }) => line) ?? [],
    },
    { ...acceptance, at },
  );
  if (!lines.ok) throw new NotAccepted(lines.code === 'stale_version' ? refused(lines.code, newest(quote)) : lines);
  if (!version) throw new NotAccepted(refused('wrong_state'));
  const taken = version.lines.filter(({ line }) => lines.value.includes(line));
  const order = await orderOf(tx, { quote, version, taken, actor: buyer.value, acceptance, turn: 1, at });
  await moveQuote(tx, {
    id: quote.id,
    from: ['offered'],
    to: 'accepted',
    at,
    set: {
      acceptedVersion: version.version,
      acceptedLines: [...lines.value],
      acceptedBy: actor.person,
      purchaseOrderId: order.purchaseOrderId,
      templateTimes: version.templateTimes,
      templateUntil: version.templateUntil,
      remindAt: null,
      closedAt: at,
    },
  });
  await keepTurn(deps, tx, { quote, order, turn: 1, actor: buyer.value, at });
  return order;
}

/** The next order of an accepted template; what a turn already became is answered again, and so is the one order of any
 *  other quote. */
async function orderAgain(
  deps: Pick<Deps, 'settings'>,
  tx: Tx,
  p: { quote: SellerQuote; version: QuoteVersion; actor: MemberActor; acceptance: Acceptance; at: Date },
): Promise<Standing> {
  const { quote, version, acceptance, at } = p;
  const orders = await readQuoteOrders(tx, { quoteId: quote.id });
  const { templateTimes: times, templateUntil: until } = quote;
  const asked =
    times !== null && until !== null
      ? turnToOrder({ times, until, ...turnsOf(orders) }, { turn: acceptance.turn, at })
      : ok({ turn: 1, isTaken: true });
  if (!asked.ok) throw new NotAccepted(asked);
  const { turn, isTaken } = asked.value;
  const before = orders.find((each) => each.turn === turn);
  if (isTaken) {
    if (!before) throw new Error(`${quote.number} has no order of turn ${turn}`);
    return before;
  }
  const taken = version.lines.filter(({ line }) => quote.acceptedLines?.includes(line));
  const order = await orderOf(tx, { ...p, taken, turn });
  await keepTurn(deps, tx, { quote, order, turn, actor: p.actor, at });
  return order;
}

/** The turn is taken in the same write that asks whether it may be, and everyone hears of it. */
async function keepTurn(
  deps: Pick<Deps, 'settings'>,
  tx: Tx,
  p: { quote: SellerQuote; order: Standing; turn: number; actor: MemberActor; at: Date },
): Promise<void> {
  const { quote, order, turn, actor, at } = p;
  const { person, via } = actor;
  const isKept = await takeTurn(tx, { taken: { quoteId: quote.id, turn, orderedBy: person, at, ...order } });
  if (!isKept) throw new NotAccepted(refused('template_used_up'));
  const news = turn === 1 ? 'accepted' : 'ordered_again';
  await recordQuote(tx, {
    quote,
    type: news,
    by: { person, via },
    at,
    data: { version: quote.offeredVersion, purchaseOrder: order.purchaseOrderId, ...(turn > 1 && { turn }) },
  });
  await tellSellers(deps, tx, { quote: { ...quote, company: quote.company.name }, news, at });
}

const newest = (quote: SellerQuote) => ({ newest_version: quote.offeredVersion });

/** The purchase order of the accepted lines, at the offered prices and the offered freight, submitted. */
async function orderOf(
  tx: Tx,
  p: {
    quote: SellerQuote;
    version: QuoteVersion;
    taken: readonly QuoteVersionLine[];
    actor: Actor;
    acceptance: Acceptance;
    turn: number;
    at: Date;
  },
): Promise<Standing> {
  const { quote, version, actor, turn, at } = p;
  const missing = await shortOf(tx, p.taken);
  if (missing.length > 0) throw new NotAccepted(refused('out_of_stock', { lines: missing }));
  const company = await findOrderingCompany(tx, { id: quote.companyId, unitId: quote.unitId });
  if (!company) throw new NotAccepted(refused('not_found'));
  const draft = await draftPurchaseOrder(tx, {
    actor,
    at,
    wanted: {
      company,
      currency: quote.currency,
      number: p.acceptance.number,
      costCentre: p.acceptance.costCentre,
      shipTo: quote.shipTo,
      notes: quote.notes,
      deliveryOn: null,
      cartId: turn === 1 ? quote.cartId : null,
      quote: { id: quote.id, turn, terms: version.terms, freightMinor: version.freightMinor },
      lines: p.taken.map((line) => ({
        line: line.line,
        sku: line.sku,
        quantity: line.quantity,
        configuration: line.configuration,
        agreed: [
          {
            step: 'quote',
            document: quote.number,
            unitPrice: toExact(line.unitPrice),
            lineTotal: money(line.lineTotalMinor, quote.currency),
          },
        ],
      })),
    },
  });
  if (!draft.ok) throw new NotAccepted(draft);
  const submitted = await submitWithin(tx, { actor, scope: storeScope(), id: draft.value.id, at });
  if (!submitted.ok) throw new NotAccepted(submitted);
  return { purchaseOrderId: draft.value.id, isOrderedAtOnce: submitted.value.status === 'approved' };
}

/** An order at once is placed by whoever gets here first: this call, its repetition, or the job. */
async function becomes(deps: Deps, { purchaseOrderId, isOrderedAtOnce }: Standing): Promise<Accepted> {
  if (isOrderedAtOnce) {
    await placePurchaseOrder(deps, { id: purchaseOrderId });
    const order = await findPurchaseOrder(deps.db, { scope: storeScope(), id: purchaseOrderId });
    if (order?.orderId) return { kind: 'order', id: order.orderId };
  }
  return { kind: 'purchase_order', id: purchaseOrderId };
}

/** Lines that cannot be delivered from what is there now; what may be back-ordered always can. */
async function shortOf(
  db: DbOrTx,
  lines: readonly QuoteVersionLine[],
): Promise<{ line: number; sku: string; available: string }[]> {
  const variants = await readVariantsToOrder(db, { skus: lines.map(({ sku }) => sku) });
  const wanted = new Map<string, Exact>();
  for (const { sku, quantity } of lines) wanted.set(sku, add(wanted.get(sku) ?? toExact('0'), toExact(quantity)));
  return lines.flatMap(({ line, sku }) => {
    const variant = variants.get(sku);
    const available = variant?.available ?? '0';
    const isThere =
      variant?.stockPolicy === 'backorder' || compare(wanted.get(sku) ?? toExact('0'), toExact(available)) <= 0;
    return isThere ? [] : [{ line, sku, available }];
  });
}
