import { randomBytes } from 'node:crypto';
import type { Deps } from '#app/deps.server.ts';
import { type PayableRefusal, payableAmount } from '#app/domain/checkout/payable-amount.ts';
import { firstQuestionAt, providerUntil, reservedUntil } from '#app/domain/checkout/payment-timing.ts';
import { type Exact, add, compare, toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import type { CodeProblem } from '#app/domain/pricing/discount-code.ts';
import { orderNumber } from '#app/domain/orders/order-number.ts';
import { type Outcome, type Refused, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import { type LockedStock, lockCart, lockStock } from '#db/locks.server.ts';
import { type Cart, readCartLines, touchCart } from '#db/queries/carts.server.ts';
import { addDiscountUse } from '#db/queries/discount-codes.server.ts';
import { addHistory, addOrder, addOrderLines, findOrderOfCart } from '#db/queries/orders.server.ts';
import { type NewPayment, addPayment, findPaymentOfCart } from '#db/queries/payments.server.ts';
import { type VariantQuantity, ensureStockRows, reserveStock } from '#db/queries/stock.server.ts';
import { type PricedCart, priceCart } from '../cart/price-cart.server';
import { mayTakeCode } from '../discounts/take-code.server';
import { type PayAtOnceRefusal, mayPayAtOnce } from '../purchase-orders/ask-the-rules.server';
import { orderFromCart } from './order-from-cart';
import { placeFreeOrder } from './place-free-order.server';
import type { StartDetail, StartPayment } from './start-payment.server';

export type ShortLine = { line: number; sku: string; title: Record<string, string>; available: string };

export type PrepareRefusal =
  | CodeProblem['code']
  | 'code_unknown'
  | 'cart_empty'
  | 'not_found'
  | 'line_not_buyable'
  | 'out_of_stock'
  | 'not_delivered_there'
  | 'price_changed'
  | PayAtOnceRefusal;

export type Prepared =
  | { kind: 'payment'; paymentId: string }
  | { kind: 'superseded'; paymentId: string }
  | { kind: 'ordered'; orderId: string; number: string };

type PrepareOutcome = Outcome<Prepared, PrepareRefusal | PayableRefusal, StartDetail>;

/** One transaction: lock the cart, price it, lock the stock in id order, and write the order that awaits payment with
 *  its lines, reservation and payment. All lines or none. */
export async function preparePayment(deps: Deps, p: StartPayment): Promise<PrepareOutcome> {
  const { db, now } = deps;
  const at = now();
  return db.transaction(async (tx): Promise<PrepareOutcome> => {
    // Sent together, worked one after another: the lines are read under the lock.
    const [cart, lines, underWay] = await Promise.all([
      lockCart(tx, { cartId: p.cartId }),
      readCartLines(tx, { cartId: p.cartId }),
      findPaymentOfCart(tx, { cartId: p.cartId }),
    ]);
    if (!cart || !isOwn(cart, p)) return refused('not_found');
    if (cart.status === 'ordered') return alreadyOrdered(tx, cart);
    if (cart.status !== 'open') return refused('cart_empty');
    const priced = await priceCart(tx, {
      cart,
      at,
      lines,
      country: p.shipTo.country,
      postalCode: p.shipTo.postalCode,
      shippingMethod: p.shippingMethod,
      email: p.email,
    });
    const fingerprint = fingerprintOf(p, priced);
    if (underWay) {
      const isSame = underWay.fingerprint === fingerprint && at < underWay.reservedUntil;
      return ok({ kind: isSame ? 'payment' : 'superseded', paymentId: underWay.id });
    }
    const problem = problemOf(p, priced);
    if (problem) return problem;
    const free = await mayPayAtOnce(tx, { cart, lines, shipTo: p.shipTo, at });
    if (!free.ok) return refused(free.code);
    const payable = payableAmount(priced.totals.payable);
    if (!payable.ok) return refused(payable.code, payable.detail === undefined ? {} : { least: payable.detail });

    const { discount } = priced;
    const codeId = discount?.codeId
      ? await mayTakeCode(tx, { code: discount.code, cartId: cart.id, email: p.email })
      : null;
    if (discount?.codeId && !codeId) return refused('code_used_up');

    const wanted = quantitiesOf(priced);
    const stock = await lockedStock(tx, wanted, at);
    const short = shortLines(priced, wanted, stock);
    if (short.length > 0) return refused('out_of_stock', { lines: short });

    const orderId = newId();
    const { order, lines: orderLines } = orderFromCart(priced, {
      ...p,
      orderId,
      number: orderNumber(randomBytes(24)),
      at,
      newId,
    });
    const paymentId = newId();
    const payment = {
      id: paymentId,
      orderId,
      cartId: cart.id,
      kind: p.pay.with,
      status: 'starting',
      amountMinor: priced.totals.payable.minor,
      currency: cart.currency,
      fingerprint,
      returnUrl: p.origin + p.returnPath.replace('{payment}', paymentId),
      cancelUrl: p.origin + p.cancelPath.replace('{payment}', paymentId),
      savesCard: p.pay.with === 'checkout' && p.pay.saveCard === 'offer',
      customerId: p.pay.customerId,
      methodId: p.pay.with === 'saved_card' ? p.pay.methodId : null,
      providerExpiresAt: providerUntil(new Date()),
      reservedUntil: reservedUntil(at),
      dueAt: firstQuestionAt(at),
      createdAt: at,
    } satisfies NewPayment;
    await Promise.all([
      addOrder(tx, { order }),
      addOrderLines(tx, { lines: orderLines }),
      reserveStock(tx, { orderId, quantities: wanted, at }),
      addHistory(tx, { id: newId(), orderId, type: 'payment_started', at, personId: cart.personId, via: p.via }),
      touchCart(tx, { cartId: cart.id, at, set: detailsOf(p) }),
      payable.value === 'by_card' ? addPayment(tx, { payment }) : null,
    ]);
    if (codeId) await addDiscountUse(tx, { orderId, codeId, email: p.email, at });
    if (payable.value === 'nothing_to_pay') {
      await placeFreeOrder(deps, tx, { orderId, at, via: p.via });
      return ok({ kind: 'ordered', orderId, number: order.number });
    }
    return ok({ kind: 'payment', paymentId });
  });
}

const isOwn = (cart: Cart, { owner }: StartPayment): boolean =>
  owner.personId === null
    ? cart.personId === null && cart.id === owner.cartId
    : cart.personId === owner.personId && cart.unitId === owner.unitId;

async function alreadyOrdered(tx: Tx, cart: Cart): Promise<Outcome<Prepared, 'cart_empty', StartDetail>> {
  const order = await findOrderOfCart(tx, { cartId: cart.id });
  return order ? ok({ kind: 'ordered', orderId: order.id, number: order.number }) : refused('cart_empty');
}

const detailsOf = ({ email, shipTo, shippingMethod }: StartPayment) => ({
  email,
  country: shipTo.country,
  postalCode: shipTo.postalCode,
  region: shipTo.region ?? null,
  shippingMethod,
});

/** What the buyer agrees to, in one text. Touching the cart without changing anything keeps it. */
function fingerprintOf({ email, shipTo, shippingMethod, pay }: StartPayment, priced: PricedCart): string {
  const lines = priced.lines.map(({ line, variantId, price }) => [
    line,
    variantId,
    toDecimalString(price.quantity, 6),
    priced.details.get(line)?.configuration ?? {},
    price.ok ? price.lineTotal.minor.toString() : null,
  ]);
  const kind = pay.with === 'saved_card' ? [pay.with, pay.methodId] : [pay.with];
  const { payable } = priced.totals;
  return JSON.stringify([lines, email, shipTo, shippingMethod, kind, `${payable.minor} ${payable.currency}`]);
}

function problemOf(p: StartPayment, priced: PricedCart): Refused<PrepareRefusal, StartDetail> | null {
  if (priced.lines.length === 0) return refused('cart_empty');
  const blocked = priced.lines.filter(({ problem }) => problem !== null && problem.code !== 'short');
  if (blocked.length > 0)
    return refused('line_not_buyable', { lines: blocked.map((line) => named(priced, line.line)) });
  // A code that was typed and takes nothing off any more is said, not passed over.
  if (priced.discount?.problem) return refused(priced.discount.problem.code);
  if (!priced.shipping) return refused('not_delivered_there');
  const { total, payable } = priced.totals;
  const hasMoved =
    (p.seen.total !== null && p.seen.total !== total.minor) ||
    (p.seen.payable !== null && p.seen.payable !== payable.minor);
  return hasMoved ? refused('price_changed', { payable: payable.minor }) : null;
}

function quantitiesOf({ lines }: PricedCart): VariantQuantity[] {
  const sums = new Map<string, Exact>();
  for (const { variantId, price } of lines) {
    const before = sums.get(variantId);
    sums.set(variantId, before ? add(before, price.quantity) : price.quantity);
  }
  return [...sums].map(([variantId, quantity]) => ({ variantId, quantity: toDecimalString(quantity, 6) }));
}

/** Rows of all variants, locked in id order; one that was never counted gets its row first. */
async function lockedStock(tx: Tx, wanted: readonly VariantQuantity[], at: Date): Promise<LockedStock[]> {
  const variantIds = wanted.map(({ variantId }) => variantId);
  const locked = await lockStock(tx, { variantIds });
  if (locked.length === variantIds.length) return locked;
  await ensureStockRows(tx, { variantIds, at });
  return lockStock(tx, { variantIds });
}

/** Every line whose variant is short, named. */
function shortLines(
  priced: PricedCart,
  wanted: readonly VariantQuantity[],
  stock: readonly LockedStock[],
): ShortLine[] {
  const available = new Map(stock.map((level) => [level.variantId, level]));
  const isShort = new Set(
    wanted
      .filter(({ variantId, quantity }) => {
        const level = available.get(variantId);
        return level?.stockPolicy !== 'backorder' && compare(toExact(quantity), toExact(level?.available ?? '0')) > 0;
      })
      .map(({ variantId }) => variantId),
  );
  return priced.lines
    .filter(({ variantId }) => isShort.has(variantId))
    .map(({ line, variantId }) => ({
      ...named(priced, line),
      available: atLeastZero(available.get(variantId)?.available ?? '0'),
    }));
}

const atLeastZero = (quantity: string): string =>
  quantity.startsWith('-') ? '0' : toDecimalString(toExact(quantity), 6);

function named(priced: PricedCart, line: number): ShortLine {
  const detail = priced.details.get(line);
  return { line, sku: detail?.sku ?? '', title: detail?.title ?? {}, available: '0' };
}
