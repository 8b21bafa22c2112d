import type { TaxClass } from '../catalog/variant';
import { type Exact, toExact, zero } from '../money/exact';
import { type RatePeriod, euRates, otherRates } from './tax-rate-table';
import { type TaxTerritory, isNorthernIreland, matchesPostcode, taxTerritories } from './tax-territories';

/** Why no tax is charged, apart from the class and the place: the company's standing, decided by its dated certificate
 *  or VAT number before this is asked. */
export const taxTreatments = ['taxed', 'reverse_charge', 'exempt'] as const;
export type TaxTreatment = (typeof taxTreatments)[number];

/** What is taxed how, as the law has it and the shop's owner keeps it up: per country its rates by day, the latest first,
 *  and the parts of it that have rates of their own. */
export type TaxRules = {
  readonly rates: Readonly<Record<string, readonly RatePeriod[]>>;
  readonly territories: Readonly<Record<string, readonly TaxTerritory[]>>;
};

/** The law as it was when this was written. */
export const firstTaxRules: TaxRules = { rates: { ...euRates, ...otherRates }, territories: taxTerritories };

export type TaxQuestion = {
  /** ISO 3166-1 alpha-2, of the delivery; the shop's own when there is no ship-to. */
  readonly country: string;
  readonly postalCode: string;
  readonly taxClass: TaxClass;
  /** The day in the shop's time zone, "2027-02-01". */
  readonly on: string;
  readonly treatment: TaxTreatment;
};

export type TaxRate = {
  /** 19 is 19 %. */
  readonly ratePercent: Exact;
  readonly country: string;
  /** The part of the country whose rate it is, by name. */
  readonly territory: string | null;
  readonly because: 'rate' | 'territory' | 'zero_rated' | 'reverse_charge' | 'exempt' | 'no_sales_tax_duty' | 'export';
};

/** The rate a line is taxed at: where it is delivered, on that day, for its class. Exempt and reverse-charged buyers pay
 *  none; deliveries to countries that are not in the table are exports and untaxed here.
 *  The United States have no federal sales tax; a state's is owed only by sellers with a presence there, which this
 *  shop has in none, so none is charged. */
export function taxRate(rules: TaxRules, { country, postalCode, taxClass, on, treatment }: TaxQuestion): TaxRate {
  const untaxed = (because: TaxRate['because']): TaxRate => ({ ratePercent: zero, country, territory: null, because });
  if (treatment !== 'taxed') return untaxed(treatment);
  if (country === 'US') return untaxed('no_sales_tax_duty');
  const period = ratesOn(rules, country, on);
  if (!period) return untaxed('export');
  if (taxClass === 'zero') return untaxed('zero_rated');

  const territory = territoryOf(rules, country, postalCode);
  const rate = (territory && territoryRate(territory, taxClass)) ?? classRate(period, taxClass);
  return {
    ratePercent: toExact(rate),
    country,
    territory: territory?.name ?? null,
    because: territory ? 'territory' : 'rate',
  };
}

/** A country's rates of a day; the earliest also answer for the days before them. Undefined where none are kept. */
export function ratesOn(rules: TaxRules, country: string, on: string): RatePeriod | undefined {
  const periods = Object.hasOwn(rules.rates, country) ? rules.rates[country] : undefined;
  return periods?.find(([since]) => since <= on) ?? periods?.at(-1);
}

/** May a company of another EU country be billed without VAT, the buyer owing it? Says nothing of its VAT number.
 *  Monaco counts as France. */
export const isEuTaxArea = (rules: TaxRules, country: string, postalCode: string): boolean =>
  isNorthernIreland(country, postalCode) ||
  country === 'MC' ||
  (Object.hasOwn(euRates, country) && (territoryOf(rules, country, postalCode)?.isEuTaxArea ?? true));

function territoryOf({ territories }: TaxRules, country: string, postalCode: string): TaxTerritory | null {
  const own = Object.hasOwn(territories, country) ? territories[country] : undefined;
  return own?.find(({ postcodes }) => postcodes.some((pattern) => matchesPostcode(pattern, postalCode))) ?? null;
}

const territoryRate = (territory: TaxTerritory, taxClass: TaxClass): string | null =>
  taxClass === 'standard' ? territory.standard : territory.reduced;

/** A class the country does not have is taxed at the next higher one. */
function classRate([, standard, reduced, superReduced]: RatePeriod, taxClass: TaxClass): string {
  if (taxClass === 'standard') return standard;
  if (taxClass === 'reduced') return reduced ?? standard;
  return superReduced ?? reduced ?? standard;
}
