import { type WrittenLocale, localePath, locales } from '#app/domain/i18n/locales.ts';

const written: readonly WrittenLocale[] = ['en', 'de'];

/** Text between tags: what XML forbids is left out, what it reads as its own is written otherwise. */
export const xml = (text: string): string =>
  text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Every address in every language, each naming the others. */
export function sitemap(origin: string, paths: readonly { path: string; at: Date | null }[]): string {
  const at = (path: string, language: WrittenLocale) => xml(origin + localePath(path, language));
  const entry = ({ path, at: changed }: { path: string; at: Date | null }, language: WrittenLocale) =>
    [
      `<url><loc>${at(path, language)}</loc>`,
      ...(changed ? [`<lastmod>${changed.toISOString()}</lastmod>`] : []),
      ...written.map(
        (other) => `<xhtml:link rel="alternate" hreflang="${locales[other].tag}" href="${at(path, other)}"/>`,
      ),
      '</url>',
    ].join('');
  const urls = paths.flatMap((one) => written.map((language) => entry(one, language)));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`;
}
