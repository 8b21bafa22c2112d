import { type LineConfiguration, isConfigured } from '#app/domain/cart/cart.ts';
import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import { type Locale, locales } from '#app/domain/i18n/locales.ts';
import { wordsIn } from '#app/domain/i18n/words-in.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { translator } from '#app/messages/translate.server.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { type PartTitles, readPartTitlesOfVariants } from '#db/queries/part-titles.server.ts';

/** "Comfort · Grinder × 2 · 12 months"; what has no name any more is named by its code. Empty for a plain line. */
export function configurationWords(
  { plan, modules, term }: LineConfiguration,
  titles: ReturnType<PartTitles['get']>,
  locale: Locale,
): string {
  const name = (code: string) => {
    const known = titles?.get(code);
    return known ? wordsIn(known, locale) : code;
  };
  const counted = ({ code, quantity }: { code: string; quantity?: string | undefined }) =>
    quantity ? `${name(code)} × ${formatQuantity(toExact(quantity), locales[locale].formats)}` : name(code);
  return [
    plan && name(plan),
    ...(modules ?? []).map(counted),
    term && translator(locale, 'product')('months', { count: term }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The same for every line of a document that is configured, by variant and line; asked of the database only where one
 *  is. */
export async function configurationsIn(
  db: DbOrTx,
  p: { lines: readonly Configured[]; locale: Locale },
): Promise<(line: Configured) => string> {
  const configured = p.lines.filter(({ configuration }) => isConfigured(configuration));
  const titles = await readPartTitlesOfVariants(db, { variantIds: configured.map(({ variantId }) => variantId) });
  return ({ configuration, variantId }) => configurationWords(configuration, titles.get(variantId), p.locale);
}

type Configured = { readonly variantId: string; readonly configuration: LineConfiguration };
