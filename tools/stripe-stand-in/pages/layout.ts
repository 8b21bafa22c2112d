import { type Markup, html } from './html.ts';
import { stylesheet } from './stylesheet.ts';
import { type Language, wordsFor } from './words.ts';

export type Page = { readonly status: number; readonly body: string } | { readonly location: string };

export function page(language: Language, title: string, content: Markup, status = 200): Page {
  const words = wordsFor[language];
  const body = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="data:," />
        <title>${title}</title>
        ${stylesheet}
      </head>
      <body>
        <p class="notice">${words.secure}</p>
        <main>${content}</main>
      </body>
    </html>`;
  return { status, body: body.text };
}

/** A page that says one thing and leads on. */
export function message(
  language: Language,
  said: { heading: string; text: string; link: { href: string; label: string } | null },
  status = 200,
): Page {
  return page(
    language,
    said.heading,
    html`<section class="card lone">
      <h1>${said.heading}</h1>
      <p>${said.text}</p>
      ${said.link && html`<p><a class="button" href="${said.link.href}">${said.link.label}</a></p>`}
    </section>`,
    status,
  );
}
