import type { CurrencyCode } from '../money/currencies';
import type { DeliveryCountry } from './address-fields';

/** notice: a sentence under the e-mail field, opt-out in every mail. opt_in: an unticked box. */
export type LegalBasis = 'notice' | 'opt_in';

/** Local hours between which no reminder is sent: from 21 to 8 is the night. */
export type QuietHours = { readonly from: number; readonly until: number };

/** Where we sell: countries, one currency, languages and what the law and the custom there ask for. */
export type Market = {
  readonly code: string;
  readonly currency: CurrencyCode;
  /** Where it delivers; the first is preselected. */
  readonly countries: readonly [DeliveryCountry, ...DeliveryCountry[]];
  readonly languages: readonly ['en' | 'de', ...('en' | 'de')[]];
  /** Whether consumers there are shown prices with tax. Companies are always shown them without. */
  readonly showsTaxIncluded: boolean;
  readonly timeZone: string;
  readonly legalBasis: LegalBasis;
  readonly quietHours: QuietHours | null;
  /** Days within which goods come back for the full price. */
  readonly returnDays: number;
  /** A closed market is chosen by nobody; what was bought there keeps its rules. */
  readonly isOpen: boolean;
};

/** The store's own first: it is assumed until someone chooses, and never guessed. */
export type Markets = readonly [Market, ...Market[]];

/** Where the shop sells until its owner says otherwise. */
export const firstMarkets: Markets = [
  {
    code: 'DE',
    currency: 'EUR',
    countries: ['DE', 'AT', 'BE', 'ES', 'FI', 'FR', 'IE', 'IT', 'LU', 'NL', 'PT'],
    languages: ['de', 'en'],
    showsTaxIncluded: true,
    timeZone: 'Europe/Berlin',
    legalBasis: 'notice',
    quietHours: null,
    returnDays: 30,
    isOpen: true,
  },
  {
    code: 'GB',
    currency: 'GBP',
    countries: ['GB'],
    languages: ['en'],
    showsTaxIncluded: true,
    timeZone: 'Europe/London',
    legalBasis: 'notice',
    quietHours: null,
    returnDays: 30,
    isOpen: true,
  },
  {
    code: 'US',
    currency: 'USD',
    countries: ['US'],
    languages: ['en'],
    showsTaxIncluded: false,
    timeZone: 'America/New_York',
    legalBasis: 'notice',
    quietHours: null,
    returnDays: 30,
    isOpen: true,
  },
  {
    code: 'JP',
    currency: 'JPY',
    countries: ['JP'],
    languages: ['en'],
    showsTaxIncluded: true,
    timeZone: 'Asia/Tokyo',
    legalBasis: 'notice',
    quietHours: null,
    returnDays: 30,
    isOpen: true,
  },
];

/** Days people type, and the day tax is looked up for, are days here. */
export const storeTimeZone = 'Europe/Berlin';

/** The store's own where there is none of that code. */
export const marketOf = (markets: Markets, code: string): Market =>
  markets.find((market) => market.code === code) ?? markets[0];

/** Null for what is not offered to be chosen. */
export const openMarket = (markets: Markets, code: string): Market | null =>
  markets.find((market) => market.code === code && market.isOpen) ?? null;

export const openMarkets = (markets: Markets): readonly Market[] => markets.filter(({ isOpen }) => isOpen);

/** The market that delivers to a country; the store's own where none does. */
export const marketOfCountry = (markets: Markets, country: string): Market =>
  markets.find(({ countries }) => (countries as readonly string[]).includes(country)) ?? markets[0];

/** Every country some market delivers to. */
export const countriesServed = (markets: Markets): readonly DeliveryCountry[] => [
  ...new Set(openMarkets(markets).flatMap(({ countries }) => countries)),
];
