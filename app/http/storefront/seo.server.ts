import type { MetaDescriptor } from '@remix-run/node';
import { type WrittenLocale, localePath, locales } from '#app/domain/i18n/locales.ts';

/** What search engines and those who share a page are told. Paths are without language. */
export type Seo = {
  readonly origin: string;
  readonly locale: keyof typeof locales;
  /** With the query that makes it another page, if any does. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly picture?: string;
  readonly kind?: 'website' | 'product';
  /** Search results, second pages and filtered shelves are not for the index. */
  readonly isHidden?: boolean;
  readonly data?: readonly Record<string, unknown>[];
};

const written: readonly WrittenLocale[] = ['en', 'de'];

/** As the page's head holds it; made on the server, so that browsers need not be taught how. */
export function seoMeta(seo: Seo): MetaDescriptor[] {
  const { origin, locale, path, title, description, picture = '/open-graph.jpg', kind = 'website' } = seo;
  const at = (language: keyof typeof locales) => origin + localePath(path, language);
  const link = (rel: string, href: string, hrefLang?: string) => ({
    tagName: 'link' as const,
    rel,
    href,
    ...(hrefLang && { hrefLang }),
  });
  return [
    { title: `${title} · Tradepost` },
    { name: 'description', content: description },
    ...(seo.isHidden
      ? [{ name: 'robots', content: 'noindex, follow' }]
      : [
          link('canonical', at(locale)),
          ...written.map((language) => link('alternate', at(language), locales[language].tag)),
          link('alternate', at('en'), 'x-default'),
        ]),
    { property: 'og:type', content: kind },
    { property: 'og:site_name', content: 'Tradepost' },
    { property: 'og:title', content: title },
    { property: 'og:description', content: description },
    { property: 'og:url', content: at(locale) },
    { property: 'og:image', content: origin + picture },
    { property: 'og:locale', content: locales[locale].formats.replace('-', '_') },
    { name: 'twitter:card', content: 'summary_large_image' },
    ...(seo.data ?? []).map((data) => ({ 'script:ld+json': data }) as MetaDescriptor),
  ];
}

/** The way to a page, for search engines. */
export const breadcrumbData = (
  origin: string,
  trail: readonly { to: string; label: string }[],
): Record<string, unknown> => ({
  '@context': 'https://schema.org',
  '@type': 'BreadcrumbList',
  itemListElement: trail.map(({ to, label }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: label,
    item: origin + to,
  })),
});
