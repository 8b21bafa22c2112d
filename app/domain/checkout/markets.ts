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
};

export const markets = {
  DE: {
    code: 'DE',
    currency: 'EUR',
    countries: ['DE', 'AT', 'BE', 'ES', 'FI', 'FR', 'IE', 'IT', 'LU', 'NL', 'PT'],
    languages: ['de', 'en'],
    showsTaxIncluded: true,
    timeZone: 'Europe/Berlin',
    legalBasis: 'notice',
    quietHours: null,
    returnDays: 30,
  },
  GB: {
    code: 'GB',
    currency: 'GBP',
    countries: ['GB'],
    languages: ['en'],
    showsTaxIncluded: true,
    timeZone: 'Europe/London',
    legalBasis: 'notice',
    quietHours: null,
    returnDays: 30,
  },
  US: {
    code: 'US',
    currency: 'USD',
    countries: ['US'],
    languages: ['en'],
    showsTaxIncluded: false,
    timeZone: 'America/New_York',
    legalBasis: 'notice',
    quietHours: null,
    returnDays: 30,
  },
  JP: {
    code: 'JP',
    currency: 'JPY',
    countries: ['JP'],
    languages: ['en'],
    showsTaxIncluded: true,
    timeZone: 'Asia/Tokyo',
    legalBasis: 'notice',
    quietHours: null,
    returnDays: 30,
  },
} as const satisfies Record<string, Market>;

/** Days people type, and the day tax is looked up for, are days here. */
export const storeTimeZone = 'Europe/Berlin';

export type MarketCode = keyof typeof markets;
export const marketCodes = Object.keys(markets) as [MarketCode, ...MarketCode[]];
/** The store's own: what is assumed until someone chooses, and never guessed. */
export const defaultMarket: MarketCode = 'DE';
export const isMarketCode = (code: string | null | undefined): code is MarketCode =>
  !!code && Object.hasOwn(markets, code);
export const marketOf = (code: string): Market => (isMarketCode(code) ? markets[code] : markets[defaultMarket]);
export const marketOfCountry = (country: string): MarketCode | null =>
  marketCodes.find((code) => (markets[code].countries as readonly string[]).includes(country)) ?? null;
