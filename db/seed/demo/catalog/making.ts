import { multiply, toExact } from '#app/domain/money/exact.ts';
import { amountString, money } from '#app/domain/money/money.ts';
import { roundToMinorUnits } from '#app/domain/money/rounding.ts';
import type { Cost, DemoModule, DemoPlan, DemoProduct, DemoVariant, DemoCurrency, ShownPrice, Words } from './shape.ts';

export const words = (en: string, de: string): Words => ({ en, de });

/** Shown prices, one per market currency, in this order. */
export const shown = (EUR: string, GBP: string, USD: string, JPY: string): ShownPrice => ({ EUR, GBP, USD, JPY });

/** The year's bookkeeping rates: what one euro costs us. Only costs are converted; prices are set per market. */
const perEuro = { EUR: '1', GBP: '0.86', USD: '1.10', JPY: '164' } as const satisfies Record<DemoCurrency, string>;

/** A cost in euro, carried into every currency we sell in. */
export function cost(euro: string): Cost {
  const inCurrency = (currency: DemoCurrency) =>
    amountString(money(roundToMinorUnits(multiply(toExact(euro), toExact(perEuro[currency])), currency), currency));
  return { EUR: inCurrency('EUR'), GBP: inCurrency('GBP'), USD: inCurrency('USD'), JPY: inCurrency('JPY') };
}

type Given = Pick<DemoVariant, 'sku' | 'shown' | 'weight_grams'> & {
  readonly cost: string;
  readonly stock: string;
} & Partial<Omit<DemoVariant, 'cost' | 'stock'>>;

/** A variant with the usual defaults: sold by the piece, in stock or not at all, from one. */
export const variant = (given: Given): DemoVariant => ({
  options: {},
  unit: 'C62',
  compare_at: null,
  stock_policy: 'deny',
  min_quantity: '1',
  quantity_step: '1',
  pack_size: 1,
  lead_time_days: 1,
  tax_class: 'standard',
  content: null,
  mix_group: null,
  attributes: {},
  status: 'active',
  replaced_by: null,
  ...given,
  cost: cost(given.cost),
});

const bagSizes = {
  '250 g': { code: '250', grams: '250', weight: 270 },
  '500 g': { code: '500', grams: '500', weight: 525 },
  '1 kg': { code: '1K', grams: '1000', weight: 1040 },
  '5 kg': { code: '5K', grams: '5000', weight: 5150 },
} as const;
type BagSize = keyof typeof bagSizes;
type Bag = { readonly size: BagSize; readonly shown: ShownPrice; readonly cost: string; readonly stock: string };

/** Roasted coffee in bags: taxed as food, sold by the bag, the 5 kg sack roasted to order. */
export const bags = (
  prefix: string,
  attributes: DemoVariant['attributes'],
  sizes: readonly (Bag & Partial<Omit<DemoVariant, 'cost' | 'stock'>>)[],
): DemoVariant[] =>
  sizes.map(({ size, ...bag }) =>
    variant({
      sku: `${prefix}-${bagSizes[size].code}`,
      options: { Size: size },
      tax_class: 'reduced',
      weight_grams: bagSizes[size].weight,
      content: { amount: bagSizes[size].grams, unit: 'GRM' },
      attributes,
      stock_policy: size === '5 kg' ? 'backorder' : 'deny',
      lead_time_days: size === '5 kg' ? 3 : 1,
      ...bag,
    }),
  );

type ProductGiven = Pick<DemoProduct, 'handle' | 'category' | 'title' | 'summary' | 'description' | 'variants'> &
  Partial<DemoProduct>;

export const product = (given: ProductGiven): DemoProduct => ({
  status: 'active',
  seo_title: { en: `${given.title.en} – buy at Tradepost`, de: `${given.title.de} – bei Tradepost kaufen` },
  options: Object.keys(given.variants[0]?.options ?? {}),
  plans: [],
  modules: [],
  bundle: [],
  related: [],
  popularity: 10,
  ...given,
});

export const plan = (given: Omit<DemoPlan, 'billed' | 'most_chosen'> & Partial<DemoPlan>): DemoPlan => ({
  billed: 'monthly',
  most_chosen: false,
  ...given,
});

export const module = (
  given: Pick<DemoModule, 'code' | 'title' | 'description' | 'pricing'> & Partial<DemoModule>,
): DemoModule => ({
  quantity: 'line',
  billed: 'once',
  price: null,
  percent: null,
  breaks: [],
  requires: { all: [] },
  excludes: [],
  ...given,
});
