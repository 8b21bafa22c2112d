import { type CurrencyCode, minorUnitsPerMajor } from '../money/currencies';
import { type Exact, toExact } from '../money/exact';
import { markets } from './markets';

export type ShippingCode = 'letter' | 'standard' | 'express' | 'freight';

export type ShippingMethod = {
  readonly code: ShippingCode;
  readonly zone: string;
  readonly countries: readonly string[];
  /** Days on the road, from and to, Monday to Friday. */
  readonly workingDays: readonly [number, number];
  /** Rising weights; the first that is not exceeded counts, null is any weight. Heavier than the last: not served. */
  readonly bands: readonly {
    readonly upToGrams: number | null;
    readonly netPrice: Partial<Record<CurrencyCode, Exact>>;
  }[];
  /** Only for parcels above this weight; null = also for light ones. */
  readonly heavierThanGrams: number | null;
  /** Only for goods up to this worth, as the buyer sees them, in minor units. */
  readonly goodsUpTo: Partial<Record<CurrencyCode, bigint>> | null;
  /** Free from goods of this worth, as the buyer sees them, in minor units. */
  readonly freeFrom: Partial<Record<CurrencyCode, bigint>> | null;
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

const others = (...except: string[]) => markets.DE.countries.filter((country) => !except.includes(country));

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
    countries: others('DE'),
    freeFrom: '99',
    letter: null,
    standard: { days: [3, 6], prices: ['8.319328', '12.521008', '20.924370'] },
    express: { days: [1, 2], prices: ['18.403361', '29.327731'] },
    freight: { days: [5, 9], price: '116.806723' },
  },
  {
    zone: 'britain',
    currency: 'GBP',
    countries: markets.GB.countries,
    freeFrom: '45',
    letter: { upTo: '35', price: '2.083333', days: [2, 4] },
    standard: { days: [2, 4], prices: ['3.291667', '5.791667', '10.791667'] },
    express: { days: [1, 1], prices: ['7.458333', '12.458333'] },
    freight: { days: [4, 7], price: '54.166667' },
  },
  {
    zone: 'united_states',
    currency: 'USD',
    countries: markets.US.countries,
    freeFrom: '60',
    letter: null,
    standard: { days: [3, 6], prices: ['6.90', '11.90', '24.90'] },
    express: { days: [1, 2], prices: ['19.90', '34.90'] },
    freight: { days: [5, 9], price: '129.00' },
  },
  {
    zone: 'japan',
    currency: 'JPY',
    countries: markets.JP.countries,
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

function methodsOf(zone: Zone): ShippingMethod[] {
  const at = (price: string) => ({ [zone.currency]: toExact(price) });
  const worth = (amount: string) => ({ [zone.currency]: BigInt(amount) * minorUnitsPerMajor(zone.currency) });
  const shared = { zone: zone.zone, countries: zone.countries, heavierThanGrams: null, goodsUpTo: null };
  const [standardLight, standardMedium, standardHeavy] = zone.standard.prices;
  const [expressLight, expressMedium] = zone.express.prices;
  return [
    ...(zone.letter
      ? [
          {
            ...shared,
            code: 'letter' as const,
            workingDays: zone.letter.days,
            bands: [{ upToGrams: 500, netPrice: at(zone.letter.price) }],
            goodsUpTo: worth(zone.letter.upTo),
            freeFrom: null,
          },
        ]
      : []),
    {
      ...shared,
      code: 'standard',
      workingDays: zone.standard.days,
      bands: [
        { upToGrams: light, netPrice: at(standardLight) },
        { upToGrams: medium, netPrice: at(standardMedium) },
        { upToGrams: heavy, netPrice: at(standardHeavy) },
      ],
      freeFrom: worth(zone.freeFrom),
    },
    {
      ...shared,
      code: 'express',
      workingDays: zone.express.days,
      bands: [
        { upToGrams: light, netPrice: at(expressLight) },
        { upToGrams: medium, netPrice: at(expressMedium) },
      ],
      freeFrom: null,
    },
    {
      ...shared,
      code: 'freight',
      workingDays: zone.freight.days,
      bands: [{ upToGrams: null, netPrice: at(zone.freight.price) }],
      heavierThanGrams: heavy,
      freeFrom: null,
    },
  ];
}

/** All ways to deliver, by zone. Every country of every market is in exactly one zone (tested). */
export const shippingMethods: readonly ShippingMethod[] = zones.flatMap(methodsOf);
