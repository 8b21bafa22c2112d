import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { pictureShelf } from '#app/integrations/pictures/picture-shelf.server.ts';
import { seed } from '#db/seed/seed.server.ts';
import { depsAt } from '#tests/support/api.ts';
import { browserOf, visiting } from '#tests/support/browser.ts';
import { testDatabase } from '#tests/support/database.ts';
import { attribute, decoded, rendered, scriptsOf, withoutScripts } from '#tests/support/rendered.ts';

const { db } = await testDatabase({ connections: 4 });
const origin = 'http://localhost:3000';
const deps = {
  ...depsAt(db, '2026-11-22T09:00:00Z'),
  pictures: pictureShelf({ masters: resolve('db/seed/demo/pictures'), cache: tmpdir() }),
};
beforeAll(() => seed(deps, () => {}));

type Data = Record<string, unknown> & { '@type': string };

/** What a page's head says to those who are no browser. */
async function headOf(path: string, who = visiting(deps)) {
  const { status, html } = await rendered(who, path);
  expect(status, path).toBe(200);
  const head = withoutScripts(html).split('</head>')[0] ?? '';
  const property = (name: string) => attribute(head, `(?:property|name)="${name}" content`).map(decoded);
  return {
    html,
    property: (name: string) => property(name)[0],
    properties: property,
    canonical: attribute(head, 'rel="canonical" href'),
    alternates: [...head.matchAll(/<link rel="alternate" href="([^"]*)" hrefLang="([^"]*)"/g)].map(([, to, tag]) => [
      tag,
      to,
    ]),
    data: scriptsOf(html).flatMap(({ type, body }) =>
      type === 'application/ld+json' ? [JSON.parse(body) as Data] : [],
    ),
  };
}

const pages = [
  '/',
  '/categories/coffee',
  '/categories',
  '/products/house-espresso',
  '/products/counter-one',
  '/pages/returns',
];
const at = (path: string) => (path === '/' ? '/' : path);
const german = (path: string) => (path === '/' ? '/de' : `/de${path}`);

describe('what a page tells search engines and those who share it', () => {
  test.each(pages.flatMap((path) => [[path, path, 'en_GB'] as const, [german(path), path, 'de_DE'] as const]))(
    '%s names itself, its other language and its picture',
    async (address, path, locale) => {
      const head = await headOf(address);
      expect(head.canonical).toEqual([origin + at(address)]);
      expect(head.alternates).toEqual([
        ['en', origin + at(path)],
        ['de', origin + german(path)],
        ['x-default', origin + at(path)],
      ]);
      expect(head.properties('description')).toHaveLength(1);
      expect(head.property('description')).not.toBe('');
      expect(head.property('og:title')).not.toBe('');
      expect(head.property('og:url')).toBe(origin + at(address));
      expect(head.property('og:locale')).toBe(locale);
      expect(head.property('robots')).toBeUndefined();
      const picture = new URL(head.property('og:image') ?? '');
      expect(picture.origin).toBe(origin);
      expect(picture.pathname).toMatch(/^\/(pictures\/[\w-]+|open-graph\.jpg)$/);
    },
  );

  test('an address with a word of advertising in it still names the page it is', async () => {
    expect((await headOf('/products/house-espresso?utm_source=news')).canonical).toEqual([
      `${origin}/products/house-espresso`,
    ]);
  });

  test.each(['/search?q=espresso', '/categories/coffee?attr.roast=dark', '/categories/coffee?price_max=9'])(
    '%s is not for the index',
    async (path) => {
      const head = await headOf(path);
      expect(head.property('robots')).toContain('noindex');
      expect(head.canonical).toEqual([]);
    },
  );

  test('the shop says who it is and how it is searched', async () => {
    const { data } = await headOf('/');
    expect(data.map((one) => one['@type'])).toEqual(['Organization', 'WebSite']);
  });

  test('a shelf says where it stands', async () => {
    const { data } = await headOf('/categories/coffee/beans');
    expect(data.map((one) => one['@type'])).toEqual(['BreadcrumbList']);
    expect(data[0]?.itemListElement).toMatchObject([
      { position: 1, item: `${origin}/` },
      { position: 2, item: `${origin}/categories/coffee` },
      { position: 3, item: `${origin}/categories/coffee/beans` },
    ]);
  });

  test('a product says its name, its price as shown, its stars and where it stands, in both languages', async () => {
    for (const address of ['/products/house-espresso', '/de/products/house-espresso']) {
      const { data, html, property } = await headOf(address);
      const [product, trail] = data;
      expect(product).toMatchObject({
        '@type': 'Product',
        sku: 'ESP-250',
        offers: {
          url: origin + address,
          priceCurrency: 'EUR',
          price: '8.90',
          availability: 'https://schema.org/InStock',
        },
        aggregateRating: { '@type': 'AggregateRating' },
      });
      expect(trail?.['@type']).toBe('BreadcrumbList');
      expect(html).toMatch(/8[.,]90/);
      expect(property('og:type')).toBe('product');
      expect(property('og:image')).toMatch(/\/pictures\/house-espresso[\w-]*\?w=1200/);
    }
  });

  test('of a company’s price nothing is said', async () => {
    const [unit] = await db.execute<{ id: string }>(sql`select u.id from units u join companies c on c.id = u.company_id
      where c.slug = 'harbour-hotels' and u.slug = 'pier-9'`);
    const ana = await browserOf(deps, { email: 'ana@harbour.example', unitId: unit?.id ?? null });
    const { data } = await headOf('/products/house-espresso', ana);
    expect(data[0]?.['@type']).toBe('Product');
    expect(data[0]).not.toHaveProperty('offers');
  });
});

describe('what machines fetch', () => {
  const handles = async (where: ReturnType<typeof sql>) =>
    (await db.execute<{ handle: string }>(sql`select handle from products where ${where}`)).map(({ handle }) => handle);

  test('the sitemap names every product on sale once in each language, and nothing that is not', async () => {
    const { html } = await rendered(visiting(deps), '/sitemap.xml');
    const places = [...html.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, place = '']) => place);
    expect(new Set(places).size).toBe(places.length);
    const named = places.flatMap((place) => /^[^/]*\/\/[^/]*\/products\/(.*)$/.exec(place)?.[1] ?? []);
    expect(named.toSorted()).toEqual((await handles(sql`status = 'active'`)).toSorted());
    for (const handle of named) expect(places).toContain(`${origin}/de/products/${handle}`);
    const shelves = await db.execute<{ path: string }>(sql`select path from categories`);
    for (const { path } of shelves) expect(places).toContain(`${origin}/categories/${path}`);
    for (const place of places.filter((_, index) => index % 5 === 0)) {
      const { status } = await rendered(visiting(deps), place.slice(origin.length) || '/');
      expect(status, place).toBe(200);
    }
  });

  test('the feed names what everybody may buy at the price its page shows', async () => {
    const { html } = await rendered(visiting(deps), '/feed.xml');
    const items = html.split('<item>').slice(1);
    expect(items.length).toBeGreaterThan(20);
    for (const item of items.slice(0, 8)) {
      const of = (name: string) => decoded(new RegExp(`<${name}>([^<]*)</${name}>`).exec(item)?.[1] ?? '');
      const { data } = await headOf(`${of('link').slice(origin.length)}?sku=${of('g:id')}`);
      const { offers, sku } = data[0] as { offers?: { price: string; priceCurrency: string }; sku?: string };
      expect({ sku, price: `${offers?.price} ${offers?.priceCurrency}` }).toEqual({
        sku: of('g:id'),
        price: of('g:price'),
      });
      expect(of('title')).not.toBe('');
      expect(of('description')).not.toBe('');
      expect(of('g:image_link')).toMatch(/\/pictures\//);
      expect(of('g:availability')).toMatch(/^(in|out_of)_stock$/);
    }
  });

  test('a feed in another market’s currency has that market’s prices', async () => {
    const { html } = await rendered(visiting(deps), '/feed.xml?market=US');
    expect(html).toMatch(/<g:price>[\d.]+ USD<\/g:price>/);
  });
});
