import { type ReactNode, createContext, useContext, useMemo } from 'react';
import { type Locale, defaultLocale, localePath, locales } from '#app/domain/i18n/locales.ts';
import type { Area, AreaWords, Words } from '#app/messages/areas.ts';
import { type Translate, translateWith } from '#app/messages/translate.ts';

const Spoken = createContext<{ locale: Locale; words: Words }>({ locale: defaultLocale, words: {} });

export function WordsProvider({ locale, words, children }: { locale: Locale; words: Words; children: ReactNode }) {
  const spoken = useMemo(() => ({ locale, words }), [locale, words]);
  return <Spoken.Provider value={spoken}>{children}</Spoken.Provider>;
}

/** `const t = useMessages('cart'); t('title')`. The route's handle names the areas that are there. */
export function useMessages<A extends Area>(area: A): Translate<A> {
  const { locale, words } = useContext(Spoken);
  const spoken = words[area] as AreaWords<A> | undefined;
  if (!spoken) throw new Error(`The words of "${area}" are not here: name the area in the handle of the route`);
  return useMemo(() => translateWith(spoken, locale), [spoken, locale]);
}

export const useLocale = (): Locale => useContext(Spoken).locale;

/** The tag by which Intl writes numbers, amounts and dates. */
export const useFormats = (): string => locales[useLocale()].formats;

/** Makes a path keep the language of the page: `const to = useLocalePath(); to('/cart')`. */
export function useLocalePath(): (path: string) => string {
  const locale = useLocale();
  return useMemo(() => (path: string) => localePath(path, locale), [locale]);
}
