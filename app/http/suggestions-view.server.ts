import type { AppLoadContext } from '@remix-run/node';
import type { SuggestionData } from '#app/components/shop/suggestions.tsx';
import { plainChoice } from '#app/domain/catalog/choice-problems.ts';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { formatPlainDay } from '#app/domain/i18n/format-date.ts';
import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import { localePath, locales } from '#app/domain/i18n/locales.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { linePricer } from '#app/domain/pricing/price-document.ts';
import { translator } from '#app/messages/translate.server.ts';
import { titleOf } from '#app/use-cases/checkout/order-from-cart.ts';
import { readSuggestions } from '#app/use-cases/suggestions/read-suggestions.server.ts';
import { loadPriceTerms } from '#db/queries/price-terms.server.ts';
import { buyerOf } from './storefront/shown-prices.server';
import type { Viewer } from './viewer.server';

const shown = 6;
/** Some are on the page already, or not for this buyer any more. */
const asked = 30;
/** From here on a rhythm is told in weeks. */
const fewestDaysInWeeks = 28;

/** What is due again, for whoever is signed in: their own as a consumer, their unit's while buying as one. Only what they
 *  can buy today, and nothing of what the page shows already. */
export async function suggestionsFor(
  { deps }: AppLoadContext,
  viewer: Viewer,
  without: readonly string[] = [],
): Promise<SuggestionData[]> {
  const { person, buyingAs, locale, currency } = viewer;
  if (!person) return [];
  const { formats } = locales[locale];
  const t = translator(locale, 'suggestions');
  const scope =
    buyingAs.kind === 'consumer'
      ? { kind: 'person' as const, personId: person.id }
      : { kind: 'company' as const, companyId: buyingAs.company.id, unitIds: [buyingAs.unit.id] };
  const due = (await readSuggestions(deps, { scope, limit: asked })).filter(({ sku }) => !without.includes(sku));
  if (due.length === 0) return [];
  const at = deps.now();
  const skus = due.map(({ sku }) => sku);
  const terms = await loadPriceTerms(deps.db, { buyer: buyerOf(viewer), currency, at, skus });
  const price = linePricer(terms, at);
  const isBought = ({ sku, variant }: (typeof due)[number]) =>
    price({ line: 1, sku, quantity: toExact(variant.quantity), choice: plainChoice, term: null }).ok;
  const found = due.filter(isBought).slice(0, shown);
  return found.map(({ sku, everyDays, daysSince, variant }) => {
    const every = Math.max(1, Math.round(everyDays ?? daysSince));
    const weeks = Math.round(every / 7);
    const day = formatPlainDay(new Date(variant.placedAt[0] ?? at), formats, storeTimeZone);
    return {
      sku,
      to: localePath(`/products/${variant.handle}`, locale),
      title: titleOf(variant, locale),
      quantity: toDecimalString(toExact(variant.quantity), 6),
      quantityText: formatQuantity(toExact(variant.quantity), formats),
      reason: every >= fewestDaysInWeeks ? t('everyWeeks', { weeks, day }) : t('everyDays', { every, day }),
    };
  });
}
