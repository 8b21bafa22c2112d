import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { WordsProvider } from '#app/components/i18n/words.tsx';
import type { Locale } from '#app/domain/i18n/locales.ts';
import type { Area } from '#app/messages/areas.ts';
import { wordsOf } from '#app/messages/translate.server.ts';

/** The markup of a component in a language, with the words of `shell` and the areas named. */
export const render = (node: ReactNode, locale: Locale = 'en', areas: Area[] = []): string =>
  renderToStaticMarkup(
    <WordsProvider locale={locale} words={wordsOf(locale, ['shell', ...areas])}>
      {node}
    </WordsProvider>,
  );

/** What is left of markup when it is read: tags gone, entities back, spaces single. */
export const textOf = (markup: string): string =>
  markup
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
    .trim();
