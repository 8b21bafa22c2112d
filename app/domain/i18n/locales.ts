/** The languages of the shop. `xb` is generated: it mirrors the page and marks every translated word, so that tests
 *  see what is left untranslated and what breaks from right to left; it exists in demo mode and tests only. */
export const locales = {
  en: { tag: 'en', formats: 'en-GB', dir: 'ltr', name: 'English', generated: false },
  de: { tag: 'de', formats: 'de-DE', dir: 'ltr', name: 'Deutsch', generated: false },
  xb: { tag: 'ar-XB', formats: 'en-GB', dir: 'rtl', name: '⟦Right to left⟧', generated: true },
} as const satisfies Record<
  string,
  { tag: string; formats: string; dir: 'ltr' | 'rtl'; name: string; generated: boolean }
>;

export type Locale = keyof typeof locales;
/** Languages people wrote: each has a catalogue of its own. */
export type WrittenLocale = 'en' | 'de';

export const defaultLocale = 'en' satisfies Locale;
export const localeCodes = Object.keys(locales) as [Locale, ...Locale[]];
/** Those that stand as the first segment of a path; the default language has none. */
export const prefixedLocales = localeCodes.filter((code) => code !== defaultLocale);

export const isLocale = (code: string | null | undefined): code is Locale => !!code && Object.hasOwn(locales, code);

/** "/de/products/x" is German; "/products/x" and every unknown first segment is the default language. */
export function localeOfPath(pathname: string): Locale {
  const first = pathname.split('/', 2)[1];
  return isLocale(first) && first !== defaultLocale ? first : defaultLocale;
}

/** "/de/products/x" -> "/products/x"; a path without a language stays as it is. */
export function withoutLocale(pathname: string): string {
  const locale = localeOfPath(pathname);
  if (locale === defaultLocale) return pathname;
  return pathname.slice(locale.length + 1) || '/';
}

/** The same page in a language: ("/products/x?size=1", "de") -> "/de/products/x?size=1". Addresses of other hosts,
 *  fragments and relative paths come back unchanged. */
export function localePath(path: string, locale: Locale): string {
  if (!path.startsWith('/') || path.startsWith('//')) return path;
  const cut = path.search(/[?#]/);
  const [pathname, rest] = cut < 0 ? [path, ''] : [path.slice(0, cut), path.slice(cut)];
  const bare = withoutLocale(pathname);
  if (locale === defaultLocale) return bare + rest;
  return (bare === '/' ? `/${locale}` : `/${locale}${bare}`) + rest;
}
