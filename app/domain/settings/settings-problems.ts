import { isTimeZone } from '../i18n/time-zone';
import { type SeriesProblem, seriesProblem } from '../cart/reminder-series';
import type { Markets } from '../checkout/markets';
import type { StoredShippingMethod } from '../checkout/shipping-methods';
import { compare, parseExact } from '../money/exact';
import type { TaxRules } from '../pricing/tax-rates';
import type { StoredHours } from '../quotes/shop-hours';
import type { SettingsDocuments, SettingsKind } from './shop-rules';

export type SettingsProblem =
  | SeriesProblem
  | 'own_market_closed'
  | 'market_twice'
  | 'country_twice'
  | 'unknown_time_zone'
  | 'shipping_method_twice'
  | 'weights_not_rising'
  | 'days_not_rising'
  | 'tax_day_twice'
  | 'not_a_rate'
  | 'desk_never_open'
  | 'spans_overlap';

/** The first thing wrong with a document that a form could not tell field by field; null when it can be used. */
export function settingsProblem<K extends SettingsKind>(
  kind: K,
  document: SettingsDocuments[K],
): SettingsProblem | null {
  return problems[kind](document);
}

const problems: { readonly [K in SettingsKind]: (document: SettingsDocuments[K]) => SettingsProblem | null } = {
  markets: problemOfMarkets,
  shipping: problemOfShipping,
  tax: problemOfTax,
  opening_hours: problemOfHours,
  pages: () => null,
  mails: () => null,
  reminders: seriesProblem,
  companies: () => null,
  reviews: () => null,
};

const hasTwice = (texts: readonly string[]): boolean => new Set(texts).size < texts.length;

function problemOfMarkets(markets: Markets): SettingsProblem | null {
  if (hasTwice(markets.map(({ code }) => code))) return 'market_twice';
  if (!markets[0].isOpen) return 'own_market_closed';
  if (hasTwice(markets.filter(({ isOpen }) => isOpen).flatMap(({ countries }) => [...countries])))
    return 'country_twice';
  return markets.every(({ timeZone }) => isTimeZone(timeZone)) ? null : 'unknown_time_zone';
}

function problemOfShipping(methods: readonly StoredShippingMethod[]): SettingsProblem | null {
  if (hasTwice(methods.map(({ zone, code }) => `${zone}/${code}`))) return 'shipping_method_twice';
  for (const { bands, workingDays } of methods) {
    if (workingDays[0] > workingDays[1]) return 'days_not_rising';
    const limits = bands.map(({ upToGrams }) => upToGrams ?? Number.POSITIVE_INFINITY);
    if (limits.some((limit, at) => at > 0 && limit <= (limits[at - 1] ?? 0))) return 'weights_not_rising';
  }
  return null;
}

const isRate = (text: string | null): boolean => {
  if (text === null) return true;
  const rate = parseExact(text);
  return rate !== null && rate.num >= 0n && compare(rate, { num: 100n, den: 1n }) <= 0;
};

function problemOfTax({ rates, territories }: TaxRules): SettingsProblem | null {
  for (const periods of Object.values(rates)) {
    if (hasTwice(periods.map(([since]) => since))) return 'tax_day_twice';
    if (!periods.every(([, ...three]) => three.every(isRate))) return 'not_a_rate';
  }
  const parts = Object.values(territories).flat();
  return parts.every(({ standard, reduced }) => isRate(standard) && isRate(reduced)) ? null : 'not_a_rate';
}

function problemOfHours({ timeZone, week }: StoredHours): SettingsProblem | null {
  if (!isTimeZone(timeZone)) return 'unknown_time_zone';
  const days = Object.values(week);
  if (days.every((spans) => spans.length === 0)) return 'desk_never_open';
  const isInOrder = days.every((spans) =>
    spans.every(({ from, to }, at) => from < to && (at === 0 || (spans[at - 1]?.to ?? '') <= from)),
  );
  return isInOrder ? null : 'spans_overlap';
}
