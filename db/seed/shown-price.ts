import type { TaxClass } from '#app/domain/catalog/variant.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { netOfShownPrice } from '#app/domain/pricing/tax.ts';
import { firstTaxRules, taxRate } from '#app/domain/pricing/tax-rates.ts';
import type { DemoCurrency, ShownPrice } from './demo/catalog/shape';

/** Where each currency's market shows its prices, and whether with tax. */
const shownIn: Record<DemoCurrency, { country: string; withTax: boolean }> = {
  EUR: { country: 'DE', withTax: true },
  GBP: { country: 'GB', withTax: true },
  USD: { country: 'US', withTax: false },
  JPY: { country: 'JP', withTax: true },
};

/** The price before tax that gives the shown price back, up to six decimals. */
export function storedPrice(shown: string, currency: DemoCurrency, taxClass: TaxClass, on: string): string {
  const { country, withTax } = shownIn[currency];
  if (!withTax) return shown;
  const { ratePercent } = taxRate(firstTaxRules, { country, postalCode: '', taxClass, on, treatment: 'taxed' });
  return toDecimalString(netOfShownPrice(toExact(shown), ratePercent), 6);
}

export const storedPrices = (shown: ShownPrice, taxClass: TaxClass, on: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(shown).map(([currency, price]) => [
      currency,
      storedPrice(price, currency as DemoCurrency, taxClass, on),
    ]),
  );
