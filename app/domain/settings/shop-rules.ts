import { type Markets, firstMarkets } from '../checkout/markets';
import {
  type ShippingMethod,
  type StoredShippingMethod,
  firstShippingMethods,
  shippingMethodsOf,
} from '../checkout/shipping-methods';
import { type ReminderSeries, standardSeries } from '../cart/reminder-series';
import { type CompanyAdmission, firstAdmission } from '../companies/admission';
import { type ReviewRules, firstReviewRules } from '../orders/review-request';
import { type TaxRules, firstTaxRules } from '../pricing/tax-rates';
import type { OpeningHours } from '../quotes/answer-clock';
import { type StoredHours, firstHours, hoursOf } from '../quotes/shop-hours';

/** What the shop's owner decides, as it is kept: one document per kind, every change a new revision of it. */
export type SettingsDocuments = {
  readonly markets: Markets;
  readonly shipping: readonly StoredShippingMethod[];
  readonly tax: TaxRules;
  readonly opening_hours: StoredHours;
  readonly pages: ChangedWords;
  readonly mails: ChangedWords;
  readonly reminders: ReminderSeries;
  readonly companies: CompanyAdmission;
  readonly reviews: ReviewRules;
};

/** By language and message key, what is said in place of the catalogue's own words. */
export type ChangedWords = Readonly<Record<string, Readonly<Record<string, string>>>>;

export type SettingsKind = keyof SettingsDocuments;
export const settingsKinds = [
  'markets',
  'shipping',
  'tax',
  'opening_hours',
  'pages',
  'mails',
  'reminders',
  'companies',
  'reviews',
] as const satisfies readonly SettingsKind[];
export const isSettingsKind = (text: string | undefined): text is SettingsKind =>
  (settingsKinds as readonly (string | undefined)[]).includes(text);

/** What counts where nothing was ever saved. */
export const firstSettings: SettingsDocuments = {
  markets: firstMarkets,
  shipping: firstShippingMethods,
  tax: firstTaxRules,
  opening_hours: firstHours,
  pages: {},
  mails: {},
  reminders: standardSeries,
  companies: firstAdmission,
  reviews: firstReviewRules,
};

type RuleDocuments = Pick<SettingsDocuments, 'markets' | 'shipping' | 'tax' | 'opening_hours'>;
export const ruleKinds = ['markets', 'shipping', 'tax', 'opening_hours'] as const satisfies readonly SettingsKind[];

/** The same ready to reckon with: where the shop sells, how it delivers, what it taxes and when its desk answers. */
export type ShopRules = {
  readonly markets: Markets;
  readonly shipping: readonly ShippingMethod[];
  readonly tax: TaxRules;
  readonly hours: OpeningHours;
};

export const shopRulesOf = ({ markets, shipping, tax, opening_hours }: RuleDocuments): ShopRules => ({
  markets,
  shipping: shippingMethodsOf(shipping),
  tax,
  hours: hoursOf(opening_hours),
});
