const names = new Map<string, Intl.DisplayNames>();

function nameOf(type: 'region' | 'language', code: string, locale: string): string {
  const key = `${type} ${locale}`;
  let found = names.get(key);
  if (!found) names.set(key, (found = new Intl.DisplayNames([locale], { type })));
  return found.of(code) ?? code;
}

/** "Germany" for DE, in the language of the locale. */
export const countryName = (code: string, locale: string): string => nameOf('region', code, locale);

/** "German" for de, in the language of the locale. */
export const languageName = (code: string, locale: string): string => nameOf('language', code, locale);
