import { type MessageValues, formatMessage } from '#app/domain/i18n/format-message.ts';
import { type Locale, locales } from '#app/domain/i18n/locales.ts';
import type { Area, AreaWords, MessageKey } from './areas';

export type Translate<A extends Area> = (key: MessageKey<A>, values?: MessageValues) => string;

/** The words of one area as a function from key to text. */
export const translateWith =
  <A extends Area>(words: AreaWords<A>, locale: Locale): Translate<A> =>
  (key, values) =>
    formatMessage(words[key], values, locales[locale].formats);
