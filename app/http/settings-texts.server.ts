import { type WrittenLocale, locales } from '#app/domain/i18n/locales.ts';
import { type EmailName, emailProps } from '#app/jobs/emails.ts';
import { wordsOfEmail } from '#app/jobs/render-email.server.ts';
import { areaWords } from '#app/messages/catalogue.server.ts';

/** Whose texts the owner may change: the legal and help pages, and the mails. */
export const textAreas = ['pages', 'mails'] as const;
export type TextArea = (typeof textAreas)[number];
export const isTextArea = (text: string | undefined): text is TextArea =>
  (textAreas as readonly (string | undefined)[]).includes(text);

export const writtenLocales = ['en', 'de'] as const satisfies readonly WrittenLocale[];
/** For the pages where they are written, with the languages' own names. */
export const writtenLanguages = writtenLocales.map((code) => ({ code, language: locales[code].name }));

/** The shop's own words of an area, by key. */
export const ownWords = (area: TextArea, locale: WrittenLocale): Readonly<Record<string, string>> =>
  areaWords(locale, area === 'pages' ? 'pages' : 'emails');

const isEmailName = (name: string): name is EmailName => Object.hasOwn(emailProps, name);

/** The pages, or the mails, by the names in their addresses. */
export const groupsOf = (area: TextArea): readonly string[] =>
  area === 'mails'
    ? Object.keys(emailProps).sort()
    : Object.keys(ownWords('pages', 'en')).flatMap((key) =>
        key.endsWith('_title') && /^[a-z]+_title$/.test(key) ? [key.slice(0, -6)] : [],
      );

/** What its owner calls a page or a mail: the page's own title, or the mail's name in words. */
export const groupTitle = (area: TextArea, group: string, locale: WrittenLocale): string => {
  const words = group.replaceAll('-', ' ');
  return area === 'pages'
    ? (ownWords('pages', locale)[`${group}_title`] ?? group)
    : words.charAt(0).toUpperCase() + words.slice(1);
};

/** The keys a page or a mail speaks; null where there is none of that name. */
export async function keysOfGroup(area: TextArea, group: string, origin: string): Promise<readonly string[] | null> {
  if (area === 'mails') return isEmailName(group) ? wordsOfEmail(group, origin) : null;
  const keys = Object.keys(ownWords('pages', 'en')).filter((key) => key.startsWith(`${group}_`));
  return groupsOf('pages').includes(group) ? keys : null;
}
