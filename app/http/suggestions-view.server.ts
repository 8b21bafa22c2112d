import type { AppLoadContext } from '@remix-run/node';
import type { SuggestionData } from '#app/components/shop/suggestions.tsx';
import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import { localePath, locales } from '#app/domain/i18n/locales.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { translator } from '#app/messages/translate.server.ts';
import { titleOf } from '#app/use-cases/checkout/order-from-cart.ts';
import { readSuggestions } from '#app/use-cases/suggestions/read-suggestions.server.ts';
import type { Viewer } from './viewer.server';

const shown = 6;

/** What is due again, for whoever is signed in: their own as a consumer, their unit's while buying as one. */
export async function suggestionsFor({ deps }: AppLoadContext, viewer: Viewer): Promise<SuggestionData[]> {
  const { person, buyingAs, locale } = viewer;
  if (!person) return [];
  const { formats } = locales[locale];
  const t = translator(locale, 'suggestions');
  const scope =
    buyingAs.kind === 'consumer'
      ? { kind: 'person' as const, personId: person.id }
      : { kind: 'company' as const, companyId: buyingAs.company.id, unitIds: [buyingAs.unit.id] };
  const found = await readSuggestions(deps, { scope, limit: shown });
  return found.map(({ sku, everyDays, daysSince, variant }) => {
    const every = Math.max(1, Math.round(everyDays ?? daysSince));
    const isWeeks = every >= 14;
    return {
      sku,
      to: localePath(`/products/${variant.handle}`, locale),
      title: titleOf(variant, locale),
      quantity: toDecimalString(toExact(variant.quantity), 6),
      quantityText: formatQuantity(toExact(variant.quantity), formats),
      reason: isWeeks
        ? t('everyWeeks', { weeks: Math.round(every / 7), days: daysSince })
        : t('everyDays', { every, days: daysSince }),
    };
  });
}
