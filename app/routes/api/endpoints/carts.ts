import * as z from 'zod';
import type { Deps } from '#app/deps.server.ts';
import { addressProblems, tidyAddress } from '#app/domain/checkout/address-fields.ts';
import { openMarket } from '#app/domain/checkout/markets.ts';
import { type Outcome, type Refused, ok, refused } from '#app/domain/outcome.ts';
import { actingAs, scopeOf } from '#app/http/api/acting-for.server.ts';
import { cartBody } from '#app/http/api/cart-answer.ts';
import { type ApiAnswer, type ApiClient, answer, endpoint } from '#app/http/api/endpoint.ts';
import { cartLineBody, cartOrderBody, cartQuantityBody, newCartBody } from '#app/http/api/schemas/carts.ts';
import { addToCart } from '#app/use-cases/cart/add-to-cart.server.ts';
import type { CartBuyer } from '#app/use-cases/cart/cart-buyer.ts';
import { changeCartLine } from '#app/use-cases/cart/change-cart-line.server.ts';
import { openCart } from '#app/use-cases/cart/open-cart.server.ts';
import { priceCart } from '#app/use-cases/cart/price-cart.server.ts';
import { readReturningBuyer } from '#app/use-cases/checkout/returning-buyer.server.ts';
import { startPayment } from '#app/use-cases/checkout/start-payment.server.ts';
import { submitCart } from '#app/use-cases/purchase-orders/submit-cart.server.ts';
import { type Cart, type CartOwner, findCartForKey } from '#db/queries/carts.server.ts';
import { findOrderingCompany } from '#db/queries/ordering-companies.server.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';

const cartAnswer = z.looseObject({ id: z.uuid(), status: z.string() });

const ownerOf = (cart: Cart): CartOwner =>
  cart.personId === null
    ? { cartId: cart.id, personId: null, unitId: null }
    : { cartId: null, personId: cart.personId, unitId: cart.unitId };

const buyerOf = (cart: Cart): CartBuyer => {
  const { companyId, market, currency, locale, email } = cart;
  return { owner: ownerOf(cart), companyId, market, currency, locale, email };
};

async function cartOf(deps: Deps, client: ApiClient, id: string | undefined): Promise<Cart | null> {
  const isId = z.uuid().safeParse(id).success;
  return isId ? findCartForKey(deps.db, { id: id ?? '', companyId: client.companyId }) : null;
}

async function shown(deps: Deps, client: ApiClient, id: string, status = 200): Promise<ApiAnswer | Refused<string>> {
  const cart = await cartOf(deps, client, id);
  if (!cart) return refused('not_found');
  return answer(cartBody(await priceCart(deps.db, { cart, at: deps.now() })), status);
}

/** For whom a cart is opened: a visitor of a market, or a member for a unit of their company. */
async function newBuyer(
  deps: Deps,
  client: ApiClient,
  body: z.output<typeof newCartBody>,
): Promise<Outcome<CartBuyer, string>> {
  const { markets } = await readShopRules(deps.db);
  const market = body.market === undefined ? markets[0] : openMarket(markets, body.market);
  if (!market) return refused('unknown_market');
  const shared = { market: market.code, locale: body.language };
  if (!body.company || !body.as) {
    if (client.companyId) return refused('forbidden');
    const owner = { cartId: null, personId: null, unitId: null };
    return ok({ ...shared, owner, companyId: null, currency: market.currency, email: body.email ?? null });
  }
  const company = await findOrderingCompany(deps.db, { slug: body.company, unitSlug: body.unit ?? null });
  if (!company || (client.companyId && client.companyId !== company.id)) return refused('not_found');
  const acting = await actingAs(deps, client, { email: body.as, companyId: company.id });
  if (!acting.ok) return acting;
  if (!acting.value.member) return refused('forbidden');
  const owner = { cartId: null, personId: acting.value.person, unitId: company.unitId };
  return ok({ ...shared, owner, companyId: company.id, currency: company.currency, email: body.as });
}

export const postCart = endpoint({
  method: 'POST',
  path: '/carts',
  who: 'key',
  summary: 'Opens a cart for a visitor, or answers the open cart of a member for a unit',
  body: newCartBody,
  answers: cartAnswer,
  status: 201,
  async handle({ deps, client, body }) {
    const buyer = await newBuyer(deps, client, body);
    if (!buyer.ok) return buyer;
    const { cartId } = await openCart(deps, buyer.value);
    return shown(deps, client, cartId, 201);
  },
});

export const getCart = endpoint({
  method: 'GET',
  path: '/carts/{id}',
  who: 'key',
  summary: 'A cart at today’s prices',
  answers: cartAnswer,
  handle: ({ deps, client, params }) => shown(deps, client, params.id ?? ''),
});

export const postCartLine = endpoint({
  method: 'POST',
  path: '/carts/{id}/lines',
  who: 'key',
  summary: 'Puts something into a cart',
  body: cartLineBody,
  answers: cartAnswer,
  status: 201,
  async handle({ deps, client, params, body }) {
    const cart = await cartOf(deps, client, params.id);
    if (!cart) return refused('not_found');
    if (cart.status !== 'open') return refused('wrong_state');
    const { sku, quantity, plan, modules, term } = body;
    const configuration = { ...(plan && { plan }), ...(modules && { modules }), ...(term && { term }) };
    const done = await addToCart(deps, { buyer: buyerOf(cart), sku, quantity, configuration });
    return done.ok ? shown(deps, client, cart.id, 201) : done;
  },
});

export const putCartLine = endpoint({
  method: 'PUT',
  path: '/carts/{id}/lines/{line}',
  who: 'key',
  summary: 'Another quantity for a line; zero takes it out',
  body: cartQuantityBody,
  answers: cartAnswer,
  async handle({ deps, client, params, body }) {
    const cart = await cartOf(deps, client, params.id);
    const line = Number(params.line);
    if (!cart || !Number.isSafeInteger(line)) return refused('not_found');
    const done = await changeCartLine(deps, { owner: ownerOf(cart), line, quantity: body.quantity });
    return done.ok ? shown(deps, client, cart.id) : done;
  },
});

export const postCartOrder = endpoint({
  method: 'POST',
  path: '/carts/{id}/order',
  who: 'key',
  summary: 'Orders a cart: by saved card, on terms (a purchase order under the company’s rules), or by a payment URL',
  body: cartOrderBody,
  answers: z.looseObject({}),
  status: 201,
  async handle({ deps, client, params, body }) {
    const cart = await cartOf(deps, client, params.id);
    if (!cart) return refused('not_found');
    if (body.pay === 'terms' || !body.ship_to || !body.email) return onTerms(deps, client, cart, body);
    const { postal_code: postalCode, ...address } = body.ship_to;
    const shipTo = tidyAddress({ ...address, postalCode });
    const wrong = Object.entries(addressProblems(shipTo));
    if (wrong.length > 0)
      return refused('invalid', {
        errors: wrong.map(([field, code]) => ({ pointer: `/ship_to/${snake(field)}`, code, message: code })),
      });

    const owner = ownerOf(cart);
    const known = body.pay === 'saved_card' ? await readReturningBuyer(deps, { owner }) : null;
    if (body.pay === 'saved_card' && !known) return refused('no_saved_card');
    const started = await startPayment(deps, {
      owner,
      cartId: cart.id,
      email: body.email,
      shipTo,
      shippingMethod: body.shipping_method ?? null,
      locale: cart.locale,
      seen: { total: null, payable: null },
      pay: known
        ? { with: 'saved_card', customerId: known.customerId, methodId: known.methodId }
        : { with: 'checkout', customerId: null, saveCard: 'never' },
      origin: deps.settings.origin,
      returnPath: '/checkout/return/{payment}',
      cancelPath: '/cart',
      via: client.via,
    });
    if (!started.ok) return started;
    return started.value.kind === 'redirect'
      ? answer({ payment: started.value.paymentId, payment_url: started.value.url }, 201)
      : answer({ order: started.value.orderId, number: started.value.number }, 201);
  },
});

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A member's cart becomes a submitted purchase order of their unit, delivered to the unit's address. */
async function onTerms(
  deps: Deps,
  client: ApiClient,
  cart: Cart,
  wanted: { number?: string; cost_centre?: string; notes?: string },
): Promise<ApiAnswer | Refused<string>> {
  if (!cart.companyId || !cart.unitId || !cart.personId || !cart.email) return refused('no_credit');
  const acting = await actingAs(deps, client, { email: cart.email, companyId: cart.companyId });
  if (!acting.ok) return acting;
  const { member } = acting.value;
  if (!member) return refused('forbidden');
  const done = await submitCart(deps, {
    actor: { ...acting.value, member },
    scope: await scopeOf(deps, client),
    personId: cart.personId,
    unitId: cart.unitId,
    cartId: cart.id,
    number: wanted.number ?? null,
    costCentre: wanted.cost_centre ?? null,
    deliveryOn: null,
    notes: wanted.notes ?? '',
  });
  return done.ok ? answer({ purchase_order: done.value.id }, 201) : done;
}
