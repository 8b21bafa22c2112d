import type { Locale } from '#app/domain/i18n/locales.ts';
import type { Area, Words } from './areas';
import { areaWords } from './catalogue.server';
import { type Translate, translateWith } from './translate';

/** What a loader, an action or a job says in words: `translator('de', 'emails')('greeting', { name })`. */
export const translator = <A extends Area>(locale: Locale, area: A): Translate<A> =>
  translateWith(areaWords(locale, area), locale);

/** The words of these areas alone, to be sent to the browser. */
export const wordsOf = (locale: Locale, areas: Iterable<Area>): Words =>
  Object.fromEntries([...new Set(areas)].map((area) => [area, areaWords(locale, area)]));
