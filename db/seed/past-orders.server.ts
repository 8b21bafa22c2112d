import { createHash } from 'node:crypto';
import { eq, inArray } from 'drizzle-orm';
import type { Deps } from '#app/deps.server.ts';
import type { TaxClass } from '#app/domain/catalog/variant.ts';
import type { ShippingAddress } from '#app/domain/checkout/address-fields.ts';
import { marketOf, storeTimeZone } from '#app/domain/checkout/markets.ts';
import { type CartToTotal, totalCart } from '#app/domain/checkout/total-cart.ts';
import { dayIn } from '#app/domain/i18n/day-in.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { orderNumber } from '#app/domain/orders/order-number.ts';
import { priceDocument } from '#app/domain/pricing/price-document.ts';
import type { LinePrice, LineToPrice, PriceTerms } from '#app/domain/pricing/price-terms.ts';
import type { ShopRules } from '#app/domain/settings/shop-rules.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { orderFromCart } from '#app/use-cases/checkout/order-from-cart.ts';
import type { Tx } from '#db/client.server.ts';
import type { CartLineDetail } from '#db/queries/carts.server.ts';
import { inBatches } from '#db/queries/in-batches.ts';
import { type OrderingCompany, findOrderingCompany, findPersonByEmail } from '#db/queries/ordering-companies.server.ts';
import {
  type HistoryEntry,
  type NewFulfilment,
  type NewOrder,
  type NewOrderLine,
  addHistoryEntries,
  addOrderLines,
  addPastOrders,
} from '#db/queries/orders.server.ts';
import { loadPriceTerms } from '#db/queries/price-terms.server.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';
import { products, variants } from '#db/schema/catalog.ts';
import { fulfilments } from '#db/schema/orders.ts';
import { products as demoProducts } from './demo/catalog/catalog';
import { reviews as demoReviews, waitingReviews } from './demo/catalog/reviews';
import type { DemoBuyer } from './demo/past-buyers';
import { type DemoPastOrder, planPastOrders } from './demo/past-orders';
import { priceLists } from './demo/price-lists';

const minute = 60_000;
const day = 24 * 60 * minute;
const via = 'seed';

type Detail = Omit<CartLineDetail, 'line' | 'quantity'>;
type Buyer = {
  personId: string | null;
  email: string;
  company: OrderingCompany | null;
  locale: string;
  market: string;
  shipTo: ShippingAddress;
};
type World = {
  deps: Deps;
  rules: ShopRules;
  details: ReadonlyMap<string, Detail>;
  today: Date;
  /** The same cart of the same buyer has the same prices until a list starts. */
  prices: Map<string, readonly LinePrice[]>;
};

export const reviewKey = (product: string, by: string): string => `${product} ${by}`;

/** A year of orders up to the first start, at the prices, taxes and freight of their days, paid and all but the latest
 *  delivered. Nothing of it touches the shelf. Answers the orders the demo's reviews were written about. */
export async function seedPastOrders(deps: Deps): Promise<ReadonlyMap<string, string>> {
  const skuOf = new Map(demoProducts.map(({ handle, variants: [first] }) => [handle, first?.sku ?? '']));
  const reviewed = [...demoReviews, ...waitingReviews].map((review) => ({
    ...review,
    sku: skuOf.get(review.product) ?? '',
  }));
  const planned = planPastOrders(reviewed);
  const world: World = {
    deps,
    rules: await readShopRules(deps.db),
    details: await readDetails(deps, [...new Set(planned.flatMap(({ lines }) => lines.map(({ sku }) => sku)))]),
    today: deps.now(),
    prices: new Map(),
  };
  const buyers = await readBuyers(world, planned);
  const priced = await termsOf(world, planned, buyers);
  const rows = { orders: [] as NewOrder[], lines: [] as NewOrderLine[], history: [] as HistoryEntry[] };
  const parcels: NewFulfilment[] = [];
  const ofReviews = new Map<string, string>();
  const before = new Map<string, string>();
  for (const [place, plan] of planned.entries()) {
    const buyer = buyers.get(buyerKey(plan.buyer));
    const terms = priced.get(termsKey(plan, world.today));
    if (!buyer || !terms) throw new Error('an order of nobody');
    const made = orderRows(world, { plan, place, buyer, terms, before: before.get(habitKey(plan)) ?? null });
    before.set(habitKey(plan), made.order.id);
    rows.orders.push(made.order);
    rows.lines.push(...made.lines);
    rows.history.push(...made.history);
    if (made.parcel) parcels.push(made.parcel);
    if (plan.review) ofReviews.set(reviewKey(plan.review.product, plan.review.by), made.order.id);
  }
  await deps.db.transaction((tx) => store(tx, { ...rows, parcels }));
  return ofReviews;
}

async function store(
  tx: Tx,
  p: { orders: NewOrder[]; lines: NewOrderLine[]; history: HistoryEntry[]; parcels: NewFulfilment[] },
): Promise<void> {
  await inBatches(p.orders, 500, (orders) => addPastOrders(tx, { orders }));
  await addOrderLines(tx, { lines: p.lines });
  await addHistoryEntries(tx, p.history);
  await inBatches(p.parcels, 1_000, (part) => tx.insert(fulfilments).values(part));
}

/** What was ordered once and again, so that a reorder knows what it repeats. */
const habitKey = ({ buyer, lines }: DemoPastOrder) => `${buyer.email} ${lines.map(({ sku }) => sku).join(' ')}`;
const buyerKey = (buyer: DemoBuyer) =>
  buyer.kind === 'company' ? `${buyer.company} ${buyer.unit} ${buyer.email}` : buyer.email;

function momentOf({ daysAgo, minute: at, isBeforeStart }: DemoPastOrder, today: Date): Date {
  if (isBeforeStart) return new Date(today.getTime() - daysAgo * day - at * minute);
  const midnight = Math.floor(today.getTime() / day) * day;
  return new Date(midnight - daysAgo * day + at * minute);
}

/** Between two starts of price lists the same terms count; they are read once for each buyer and period. */
function termsKey(plan: DemoPastOrder, today: Date): string {
  const { buyer } = plan;
  const at = momentOf(plan, today).getTime();
  const starts = priceLists.flatMap(({ revisions }) => revisions.map(({ starts_in_days }) => starts_in_days));
  const period = starts.filter((days) => today.getTime() + days * day <= at).length;
  return buyer.kind === 'company' ? `${buyer.company} ${buyer.unit} ${period}` : buyer.market;
}

async function termsOf(
  world: World,
  planned: readonly DemoPastOrder[],
  buyers: ReadonlyMap<string, Buyer>,
): Promise<Map<string, PriceTerms>> {
  const terms = new Map<string, PriceTerms>();
  for (const plan of planned) {
    const key = termsKey(plan, world.today);
    const buyer = buyers.get(buyerKey(plan.buyer));
    if (terms.has(key) || !buyer) continue;
    terms.set(
      key,
      await loadPriceTerms(world.deps.db, {
        buyer: buyer.company && { companyId: buyer.company.id, unitId: buyer.company.unitId },
        currency: currencyOf(world, buyer),
        at: momentOf(plan, world.today),
        skus: [...world.details.keys()],
      }),
    );
  }
  return terms;
}

const currencyOf = ({ rules }: World, buyer: Buyer) =>
  buyer.company?.currency ?? marketOf(rules.markets, buyer.market).currency;

async function readDetails({ db }: Deps, skus: readonly string[]): Promise<Map<string, Detail>> {
  const rows = await db
    .select({
      variantId: variants.id,
      sku: variants.sku,
      productId: products.id,
      handle: products.handle,
      title: products.title,
      options: variants.options,
      unit: variants.unit,
      taxClass: variants.taxClass,
      weightGrams: variants.weightGrams,
      leadTimeDays: variants.leadTimeDays,
      stockPolicy: variants.stockPolicy,
      minQuantity: variants.minQuantity,
      quantityStep: variants.quantityStep,
      cost: variants.cost,
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .where(inArray(variants.sku, [...skus]));
  // On the day it was there and on offer, whatever the shelf says now.
  const then = { configuration: {}, isOffered: true, available: '1000000', seenUnitPrice: null };
  return new Map(rows.map((row) => [row.sku, { ...row, ...then, seenLineTotalMinor: null }]));
}

async function readBuyers({ deps: { db } }: World, planned: readonly DemoPastOrder[]): Promise<Map<string, Buyer>> {
  const found = new Map<string, Buyer>();
  const people = new Map<string, string | null>();
  const personOf = async (email: string) => {
    if (!people.has(email)) people.set(email, (await findPersonByEmail(db, { email }))?.id ?? null);
    return people.get(email) ?? null;
  };
  for (const { buyer } of planned) {
    const key = buyerKey(buyer);
    if (found.has(key)) continue;
    const { email } = buyer;
    if (buyer.kind === 'consumer') {
      const { name, language: locale, market, address } = buyer;
      const personId = hasAccount(email) ? await personOf(email) : null;
      found.set(key, { personId, email, company: null, locale, market, shipTo: { name, ...address } });
      continue;
    }
    const company = await findOrderingCompany(db, { slug: buyer.company, unitSlug: buyer.unit });
    const address =
      company?.unitAddress ?? (await findOrderingCompany(db, { slug: buyer.company, unitSlug: null }))?.unitAddress;
    if (!company || !address) throw new Error(`the demo has no ${buyer.company} ${buyer.unit}`);
    const { country, postalCode, city, address: street } = address;
    found.set(key, {
      ...{ personId: await personOf(email), email, company, locale: company.locale },
      market: company.currency === 'GBP' ? 'GB' : 'DE',
      shipTo: {
        name: company.name,
        company: company.unitName,
        address: street,
        city,
        postalCode: postalCode ?? '',
        country,
      },
    });
  }
  return found;
}

const accounts = new Set(['marta@home.example', 'jonas@home.example']);
const hasAccount = (email: string) => accounts.has(email);

function orderRows(
  world: World,
  p: { plan: DemoPastOrder; place: number; buyer: Buyer; terms: PriceTerms; before: string | null },
) {
  const { plan, buyer, terms } = p;
  const { rules, today } = world;
  const at = momentOf(plan, today);
  const details = plan.lines.map(({ sku, quantity }, index): CartLineDetail => {
    const detail = world.details.get(sku);
    if (!detail) throw new Error(`the demo has no ${sku}`);
    return { ...detail, line: index + 1, quantity };
  });
  const key = `${termsKey(plan, today)} ${plan.lines.map(({ sku, quantity }) => `${quantity} ${sku}`).join(' ')}`;
  const prices = world.prices.get(key) ?? priceDocument(details.map(toPrice), terms, at);
  world.prices.set(key, prices);
  const market = marketOf(rules.markets, buyer.market);
  const currency = currencyOf(world, buyer);
  const toTotal: CartToTotal = {
    ...{ rules, currency, treatment: 'taxed', promotions: [], shippingMethod: null },
    display: buyer.company === null && market.showsTaxIncluded ? 'inclusive' : 'exclusive',
    ...{ country: buyer.shipTo.country, postalCode: buyer.shipTo.postalCode, on: dayIn(at, storeTimeZone) },
    lines: details.map((detail, index) => ({
      ...{ line: detail.line, price: prices[index] as LinePrice },
      ...{ taxClass: detail.taxClass as TaxClass, weightGrams: detail.weightGrams, leadTimeDays: detail.leadTimeDays },
      ...{ variantId: detail.variantId, available: toExact(detail.available), mayBeBackordered: true, isOffered: true },
    })),
  };
  const totalled = totalCart(toTotal);
  const cart = {
    ...{ id: '', market: market.code, currency, personId: buyer.personId },
    ...{ companyId: buyer.company?.id ?? null, unitId: buyer.company?.unitId ?? null },
  } as Parameters<typeof orderFromCart>[0]['cart'];
  const orderId = newId(at.getTime());
  const made = orderFromCart(
    { ...totalled, cart, market, toTotal, discount: null, details: new Map(details.map((one) => [one.line, one])) },
    {
      ...{ orderId, email: buyer.email, shipTo: buyer.shipTo, locale: buyer.locale, at },
      number: orderNumber(createHash('sha256').update(`demo:${p.place}`).digest()),
      newId: () => newId(at.getTime()),
    },
  );
  const leftAt = new Date(Math.floor(at.getTime() / day) * day + day + (600 + (p.place % 300)) * minute);
  const hasLeft = leftAt < today;
  const isReorder = plan.channel === 'reorder' && p.before !== null;
  const order: NewOrder = {
    ...made.order,
    status: hasLeft ? 'fulfilled' : 'paid',
    channel: plan.channel === 'reorder' && !isReorder ? 'storefront' : plan.channel,
    reorderOfId: isReorder ? p.before : null,
    cartId: null,
    paidMinor: made.order.payableMinor,
    placedAt: at,
    createdAt: at,
    version: hasLeft ? 3 : 2,
  };
  const lines = made.lines.map((line) => ({ ...line, fulfilledQuantity: hasLeft ? line.quantity : '0' }));
  const entry = (type: string, moment: Date): HistoryEntry => ({
    ...{ id: newId(moment.getTime()), orderId, type, at: moment, via },
    personId: type === 'fulfilled' ? null : buyer.personId,
  });
  return {
    order,
    lines,
    history: [entry('payment_started', at), entry('paid', at), ...(hasLeft ? [entry('fulfilled', leftAt)] : [])],
    parcel: hasLeft
      ? {
          ...{ id: newId(leftAt.getTime()), orderId, carrier: 'DHL', at: leftAt },
          trackingNumber: `0034${String(434_161_090_000 + p.place)}`,
          lines: made.lines.map(({ line, quantity }) => ({ line, quantity })),
        }
      : null,
  };
}

const toPrice = ({ line, sku, quantity }: CartLineDetail): LineToPrice => ({
  ...{ line, sku, quantity: toExact(quantity), term: null },
  choice: { plan: null, modules: [] },
});
