import { type CurrencyCode, minorUnitsPerMajor } from '../money/currencies';
import { type Exact, exact, multiply, toExact } from '../money/exact';
import { firstMarkets, marketOf } from './markets';

type PerCurrency<T> = Readonly<Partial<Record<CurrencyCode, T>>>;

type Method<Price, Worth> = {
  /** Unique together with the zone. */
  readonly code: string;
  readonly zone: string;
  /** How buyers read it, by language. */
  readonly title: Readonly<Record<string, string>>;
  readonly countries: readonly string[];
  /** Days on the road, from and to, Monday to Friday. */
  readonly workingDays: readonly [number, number];
  /** Rising weights; the first that is not exceeded counts, null is any weight. Heavier than the last: not served. Prices
   *  are in major units before tax. */
  readonly bands: readonly { readonly upToGrams: number | null; readonly netPrice: PerCurrency<Price> }[];
  /** Only for parcels above this weight; null = also for light ones. */
  readonly heavierThanGrams: number | null;
  /** Only for goods up to this worth, as the buyer sees them. */
  readonly goodsUpTo: PerCurrency<Worth> | null;
  /** Free from goods of this worth, as the buyer sees them. */
  readonly freeFrom: PerCurrency<Worth> | null;
};

/** A way to deliver, ready to reckon with: prices exact, worths in minor units. */
export type ShippingMethod = Method<Exact, bigint>;

/** The same as it is kept and edited: decimal strings in major units. */
export type StoredShippingMethod = Method<string, string>;

export const shippingMethodsOf = (stored: readonly StoredShippingMethod[]): readonly ShippingMethod[] =>
  stored.map((method) => ({
    ...method,
    bands: method.bands.map(({ upToGrams, netPrice }) => ({ upToGrams, netPrice: mapPrices(netPrice, toExact) })),
    goodsUpTo: method.goodsUpTo && mapPrices(method.goodsUpTo, minorOf),
    freeFrom: method.freeFrom && mapPrices(method.freeFrom, minorOf),
  }));

const mapPrices = <T>(prices: PerCurrency<string>, map: (text: string, currency: CurrencyCode) => T): PerCurrency<T> =>
  Object.fromEntries(Object.entries(prices).map(([currency, text]) => [currency, map(text, currency as CurrencyCode)]));

/** Whole minor units; decimals beyond them are cut off. */
function minorOf(text: string, currency: CurrencyCode): bigint {
  const { num, den } = multiply(toExact(text), exact(minorUnitsPerMajor(currency)));
  return num / den;
}

/** How a buyer reads the way an order ships; the code where there is no such way any more. */
export const shippingTitle = (
  methods: readonly ShippingMethod[],
  { code, country }: { code: string; country: string },
): Readonly<Record<string, string>> =>
  (
    methods.find((method) => method.code === code && method.countries.includes(country)) ??
    methods.find((method) => method.code === code)
  )?.title ?? { en: code };

const titles = {
  letter: { en: 'Letter', de: 'Brief' },
  standard: { en: 'Standard', de: 'Standard' },
  express: { en: 'Express', de: 'Express' },
  freight: { en: 'Freight', de: 'Spedition' },
};

type Zone = {
  zone: string;
  currency: CurrencyCode;
  countries: readonly string[];
  freeFrom: string;
  letter: { upTo: string; price: string; days: [number, number] } | null;
  standard: { days: [number, number]; prices: [string, string, string] };
  express: { days: [number, number]; prices: [string, string] };
  freight: { days: [number, number]; price: string };
};

const countriesOf = (market: string): readonly string[] => marketOf(firstMarkets, market).countries;

/** Every price is before tax. 4.117647 is 4.90 with the German 19 %. */
const zones: readonly Zone[] = [
  {
    zone: 'germany',
    currency: 'EUR',
    countries: ['DE'],
    freeFrom: '49',
    letter: { upTo: '40', price: '2.436975', days: [2, 4] },
    standard: { days: [1, 3], prices: ['4.117647', '6.638655', '12.521008'] },
    express: { days: [1, 1], prices: ['10.840336', '15.882353'] },
    freight: { days: [3, 6], price: '57.983193' },
  },
  {
    zone: 'euro_area',
    currency: 'EUR',
    countries: countriesOf('DE').filter((country) => country !== 'DE'),
    freeFrom: '99',
    letter: null,
    standard: { days: [3, 6], prices: ['8.319328', '12.521008', '20.924370'] },
    express: { days: [1, 2], prices: ['18.403361', '29.327731'] },
    freight: { days: [5, 9], price: '116.806723' },
  },
  {
    zone: 'britain',
    currency: 'GBP',
    countries: countriesOf('GB'),
    freeFrom: '45',
    letter: { upTo: '35', price: '2.083333', days: [2, 4] },
    standard: { days: [2, 4], prices: ['3.291667', '5.791667', '10.791667'] },
    express: { days: [1, 1], prices: ['7.458333', '12.458333'] },
    freight: { days: [4, 7], price: '54.166667' },
  },
  {
    zone: 'united_states',
    currency: 'USD',
    countries: countriesOf('US'),
    freeFrom: '60',
    letter: null,
    standard: { days: [3, 6], prices: ['6.90', '11.90', '24.90'] },
    express: { days: [1, 2], prices: ['19.90', '34.90'] },
    freight: { days: [5, 9], price: '129.00' },
  },
  {
    zone: 'japan',
    currency: 'JPY',
    countries: countriesOf('JP'),
    freeFrom: '8000',
    letter: null,
    standard: { days: [2, 4], prices: ['700', '1100', '1900'] },
    express: { days: [1, 1], prices: ['1500', '2400'] },
    freight: { days: [4, 8], price: '9500' },
  },
];

const light = 2_000;
const medium = 10_000;
const heavy = 31_500;

function methodsOf(zone: Zone): StoredShippingMethod[] {
  const at = (price: string) => ({ [zone.currency]: price });
  const shared = {
    zone: zone.zone,
    countries: zone.countries,
    heavierThanGrams: null,
    goodsUpTo: null,
    freeFrom: null,
  };
  const [standardLight, standardMedium, standardHeavy] = zone.standard.prices;
  const [expressLight, expressMedium] = zone.express.prices;
  const letter: StoredShippingMethod[] = zone.letter
    ? [
        {
          ...shared,
          code: 'letter',
          title: titles.letter,
          workingDays: zone.letter.days,
          bands: [{ upToGrams: 500, netPrice: at(zone.letter.price) }],
          goodsUpTo: at(zone.letter.upTo),
        },
      ]
    : [];
  return [
    ...letter,
    {
      ...shared,
      code: 'standard',
      title: titles.standard,
      workingDays: zone.standard.days,
      bands: [
        { upToGrams: light, netPrice: at(standardLight) },
        { upToGrams: medium, netPrice: at(standardMedium) },
        { upToGrams: heavy, netPrice: at(standardHeavy) },
      ],
      freeFrom: at(zone.freeFrom),
    },
    {
      ...shared,
      code: 'express',
      title: titles.express,
      workingDays: zone.express.days,
      bands: [
        { upToGrams: light, netPrice: at(expressLight) },
        { upToGrams: medium, netPrice: at(expressMedium) },
      ],
    },
    {
      ...shared,
      code: 'freight',
      title: titles.freight,
      workingDays: zone.freight.days,
      bands: [{ upToGrams: null, netPrice: at(zone.freight.price) }],
      heavierThanGrams: heavy,
    },
  ];
}

/** The ways to deliver until the shop's owner says otherwise. Every country of every market is in exactly one zone
 *  (tested). */
export const firstShippingMethods: readonly StoredShippingMethod[] = zones.flatMap(methodsOf);
