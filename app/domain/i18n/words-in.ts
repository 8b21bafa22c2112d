import { type Locale, defaultLocale } from './locales';

/** A text the shop's people wrote in the page's language, else in the default one, else in any. The pseudo-language
 *  marks it like every translated word. */
export function wordsIn(words: Readonly<Record<string, string>> | null | undefined, locale: Locale): string {
  if (!words) return '';
  const text = words[locale] || words[defaultLocale] || (Object.values(words).find(Boolean) ?? '');
  return locale === 'xb' && text ? `⟦${text}⟧` : text;
}
