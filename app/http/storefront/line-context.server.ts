import type { Locale } from '#app/domain/i18n/locales.ts';
import type { Exact } from '#app/domain/money/exact.ts';
import type { PriceTerms } from '#app/domain/pricing/price-terms.ts';
import type { PageVariant } from '#db/queries/product-page.server.ts';
import { type PriceDisplay, priceText } from './shown-prices.server';

/** What a line on a product page is told with: the terms, how prices are shown here, and the words of its parts. */
export type LineContext = {
  terms: PriceTerms;
  at: Date;
  display: PriceDisplay;
  locale: Locale;
  variant: PageVariant;
  titles: ReadonlyMap<string, string>;
};

export const shownUnit = (display: PriceDisplay, variant: PageVariant, unit: Exact): string =>
  priceText(display, unit, variant.tax_class);
