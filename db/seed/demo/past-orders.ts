import {
  type Basket,
  type DemoBuyer,
  type PastChannel,
  baskets,
  guests,
  habits,
  lastWinter,
  plain,
  thisWinter,
  towns,
} from './past-buyers';

export type DemoPastOrder = {
  readonly buyer: DemoBuyer;
  readonly daysAgo: number;
  /** Of the day, in UTC; or minutes before the time of the start, on the days that the back office compares. */
  readonly minute: number;
  readonly isBeforeStart?: true;
  readonly channel: PastChannel;
  readonly lines: readonly { readonly sku: string; readonly quantity: string }[];
  /** The review that was written about it. */
  readonly review?: { readonly product: string; readonly by: string };
};

/** The same numbers at every start: mulberry32. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const linesOf = (basket: Basket) => basket.map(([sku, quantity]) => ({ sku, quantity: String(quantity) }));
export const demoYearDays = 364;

/** A year of orders as a plan, the oldest first: who ordered what how many days before the first start, the same at
 *  every start. Prices, tax and freight are not here: the seed asks the shop for them as they were on the day. */
export function planPastOrders(
  reviewed: readonly {
    readonly product: string;
    readonly sku: string;
    readonly by: string;
    readonly language: 'en' | 'de';
    readonly days_ago: number;
  }[],
): DemoPastOrder[] {
  const next = dice(20_261_127);
  const minute = () => 7 * 60 + Math.floor(next() * 14 * 60);
  const orders: DemoPastOrder[] = [];
  for (const { buyer, everyDays, jitterDays, last, channel = 'storefront', basket } of habits) {
    for (let place = 0, days = last; days <= demoYearDays; place += 1) {
      orders.push({ buyer, daysAgo: days, minute: minute(), channel, lines: linesOf(basket) });
      days = last + (place + 1) * everyDays + Math.round((next() * 2 - 1) * jitterDays);
    }
  }

  const pool = guests(120, next);
  const regulars = pool.slice(0, 18).map((buyer) => ({ buyer, basket: pick(baskets, next) }));
  for (let day = demoYearDays; day >= 0; day -= 1) {
    const usual = 0.9 + (1.1 * (demoYearDays - day)) / demoYearDays;
    const many = Math.floor(usual * (0.4 + 1.2 * next()) + 0.5);
    const early = day === 0 ? 3 : day === 7 ? 2 : 0;
    for (let each = 0; each < (day === 0 ? 0 : many) + early; each += 1) {
      const regular = next() < 0.4 ? regulars[Math.floor(next() * regulars.length)] : undefined;
      const buyer = regular?.buyer ?? (pool[Math.floor(next() * pool.length)] as DemoBuyer);
      const season = next() < 0.12 ? (day < 50 ? thisWinter : day > 320 ? lastWinter : null) : null;
      const lines = linesOf(season ?? regular?.basket ?? pick(baskets, next));
      const at = each < early ? { minute: 20 + each * 55, isBeforeStart: true as const } : { minute: minute() };
      orders.push({ buyer, daysAgo: day, ...at, channel: 'storefront', lines });
    }
  }

  for (const { product, sku, by, language, days_ago } of reviewed) {
    const [town] = language === 'de' ? towns.DE : towns.GB;
    orders.push({
      buyer: {
        ...{ kind: 'consumer', email: `${plain(by)}@home.example`, name: by, language },
        market: language === 'de' ? 'DE' : 'GB',
        address: {
          address: `${town[2]} 7`,
          city: town[0],
          postalCode: town[1],
          country: language === 'de' ? 'DE' : 'GB',
        },
      },
      ...{ daysAgo: days_ago + 12, minute: minute(), channel: 'storefront', lines: [{ sku, quantity: '1' }] },
      review: { product, by },
    });
  }
  return orders.sort((a, b) => b.daysAgo - a.daysAgo || a.minute - b.minute);
}

function pick(from: typeof baskets, next: () => number): Basket {
  let left = next() * from.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, basket] of from) {
    left -= weight;
    if (left < 0) return basket;
  }
  return from[0]?.[1] ?? [];
}
