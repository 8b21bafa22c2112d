import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Deps } from '#app/deps.server.ts';
import { csvLine } from '#app/integrations/csv.server.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { exportCatalog } from '#app/use-cases/catalog/export-catalog.server.ts';
import { importCatalog } from '#app/use-cases/catalog/import-catalog.server.ts';
import { depsAt } from '#tests/support/api.ts';
import { visiting } from '#tests/support/browser.ts';
import { testDatabase } from '#tests/support/database.ts';
import { attribute, decoded, rendered, scriptsOf, tagsOf, withoutScripts } from '#tests/support/rendered.ts';
import { sharedData } from '#tests/support/shared-data.ts';

const own = [
  '</script><script>alert(1)</script>',
  '<!--<script>alert(1)',
  ']]></title><script>alert(1)</script>',
  '"><svg/onload=alert(1)>',
  "' onmouseover='alert(1)",
  '=HYPERLINK("http://evil.example")',
  '{name} {count, plural, other {x}}',
  '\u2028\u2029\u0007\u200b',
  '‮evil.exe',
  'فاطمة الزهراء',
];
const linesOf = (name: string) => {
  const file = sharedData(`hostile-input/${name}`);
  return file ? readFileSync(file, 'utf8').split('\n') : [];
};
const naughty = sharedData('hostile-input/blns.json');
const strings = [
  ...own,
  ...linesOf('PATT-XSS_Polyglots.txt'),
  ...linesOf('csv-injection-payloadbox.txt'),
  ...(naughty ? (JSON.parse(readFileSync(naughty, 'utf8')) as string[]) : []),
].filter((text) => text.trim() !== '');

/** One string in every field that somebody types; what is too long for a field is cut to fit it. */
const cellsOf = (text: string, handle: string): Record<string, string> => {
  const words = { en: text.slice(0, 180) };
  const [option, value] = [text.slice(0, 60) || 'x', text.slice(0, 100) || 'x'];
  return {
    ...{ handle, 'title.en': text.slice(0, 300), 'title.de': text.slice(0, 300), 'description.en': text },
    ...{ 'seo_title.en': text.slice(0, 200), 'seo_description.en': text.slice(0, 300), vendor: text.slice(0, 100) },
    ...{ tags: JSON.stringify([text.slice(0, 60)]), attributes: JSON.stringify({ note: value }) },
    ...{ options: JSON.stringify([option]), variant_options: JSON.stringify({ [option]: value }) },
    plans: JSON.stringify([{ code: 'care', title: words, description: words, billed: 'once', price: { EUR: '5' } }]),
    modules: JSON.stringify([
      { code: 'kit', title: words, description: words, pricing: 'per_unit', billed: 'once', price: { EUR: '2' } },
    ]),
    images: JSON.stringify([{ source: 'espresso-cup', alt: words, sku: null }]),
    ...{ sku: `S-${handle}`, category: 'odd', stock: '5', 'price.EUR': '5' },
    ...{ variant_attributes: JSON.stringify({ mark: value }) },
  };
};

const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A shop whose every word is one of these. */
async function shopOf(texts: readonly string[]) {
  const { db } = await testDatabase({ connections: 4 });
  const deps = depsAt(db, '2027-01-15T09:00:00.000Z');
  const header = Object.keys(cellsOf('x', 'x'));
  const lines = texts.map((text, index) => {
    const cells = cellsOf(text, `p${index}`);
    return csvLine(header.map((name) => cells[name] ?? ''));
  });
  const file = join(folder, `${newId()}.csv`);
  writeFileSync(file, [csvLine(header), ...lines].join(''));
  const report = await importCatalog(deps, { file, isDryRun: false });
  await db.execute(sql`update categories set name = jsonb_build_object('en', ${texts[0]}::text),
    description = jsonb_build_object('en', ${texts[1] ?? texts[0]}::text)`);
  const handles = (
    await db.execute<{ handle: string }>(sql`select handle from products order by created_at, handle`)
  ).map(({ handle }) => handle);
  return { deps, report, handles };
}

function nextPage(html: string, path: string): string | undefined {
  const [link = ''] = /<a [^>]*rel="next"[^>]*>/.exec(html) ?? [];
  const [to] = attribute(link, 'href');
  return to && path + decoded(to).slice(decoded(to).indexOf('?'));
}

/** What descriptions may hold: structure without a way to act. */
const ofDescriptions =
  /^<\/?(p|br|strong|b|em|i|u|ul|ol|li|h[234]|a|blockquote|table|thead|tbody|tr|t[hd]|span|div|hr|su[bp])( (rel|href|colspan|rowspan)="")*\/?>$/;

const isLong = process.env.LONG === '1';
const looksAt = (text: string, index: number) =>
  isLong || index < own.length || (/[<>]/.test(text) && index % 2 === 0) || index % 16 === 1;

describe('a catalog full of hostile words', async () => {
  const hostile = await shopOf(strings);
  const plain = await shopOf(Array.from({ length: 60 }, (_, index) => `Plain ${index}`));
  const ask = (deps: Deps, path: string) => rendered(visiting(deps), path);
  let known: Set<string>;
  beforeAll(async () => {
    const first = await ask(plain.deps, '/categories/odd?sort=name');
    const pages = [
      nextPage(first.html, '/categories/odd') ?? '',
      '/',
      '/products/p0',
      '/products/p1',
      '/categories/odd',
      '/search?q=plain',
      '/search',
      '/search?q=.',
      '/search?q=nothing-of-it',
    ];
    const all = await Promise.all(pages.map((path) => ask(plain.deps, path)));
    known = new Set(all.flatMap(({ html }) => tagsOf(html)));
  });

  /** No tag, no attribute of a tag and no script that a harmless shop does not have. */
  function expectHarmless(html: string, of: string): void {
    expect(
      tagsOf(html).filter((tag) => !known.has(tag) && !ofDescriptions.test(tag)),
      of,
    ).toEqual([]);
    for (const address of attribute(withoutScripts(html), '(?:href|src|action|formaction)'))
      expect(new URL(address, 'http://localhost:3000').protocol, of).toMatch(/^(https?|mailto):$/);
    for (const { body, type } of scriptsOf(html)) {
      expect(body, of).not.toMatch(/<!--|<script|<\/|[\u2028\u2029]/i);
      if (type === 'application/ld+json') expect(() => JSON.parse(body) as unknown, of).not.toThrow();
    }
  }

  test('comes in, but for what is told to be refused', () => {
    const refused = new Set(hostile.report.errors.map(({ row }) => row)).size;
    expect(hostile.report.products + refused).toBe(strings.length);
    expect(refused).toBeLessThan(strings.length / 10);
    for (const { message } of hostile.report.errors) expect(message).not.toBe('');
  });

  test('is shown as words and nothing else by every product page, its head and what search engines read', async () => {
    for (const handle of hostile.handles) {
      const index = Number(handle.slice(1));
      const text = strings[index] ?? '';
      if (!looksAt(text, index)) continue;
      const { status, html } = await ask(hostile.deps, `/products/${handle}`);
      expect(status, text).toBe(200);
      expectHarmless(html, text);
      const [product] = scriptsOf(html)
        .filter(({ type }) => type === 'application/ld+json')
        .map(({ body }) => JSON.parse(body) as { name: string; brand?: { name: string } });
      const [stored] = await hostile.deps.db.execute<{ title: string; seo: string; vendor: string }>(
        sql`select title ->> 'en' as title, seo_title ->> 'en' as seo, vendor from products where handle = ${handle}`,
      );
      expect(product?.name).toBe(stored?.title);
      expect(product?.brand?.name ?? '').toBe(stored?.vendor);
      const [shared] = attribute(html, 'property="og:title" content');
      expect(decoded(shared ?? '')).toBe(stored?.seo || stored?.title);
    }
  });

  test('is harmless on shelves, page by page, and at home', async () => {
    let path: string | undefined = '/categories/odd?sort=name';
    let pages = 0;
    while (path) {
      const { status, html } = await ask(hostile.deps, path);
      expect(status).toBe(200);
      expectHarmless(html, path);
      path = nextPage(html, '/categories/odd');
      pages += 1;
    }
    expect(pages).toBeGreaterThanOrEqual(Math.ceil(hostile.handles.length / 24));
    expectHarmless((await ask(hostile.deps, '/')).html, 'home');
  });

  test('is harmless as what somebody searches for', async () => {
    for (const text of strings.filter((one, index) => /[<>"']/.test(one) && (isLong || index % 5 === 0))) {
      const { status, html } = await ask(hostile.deps, `/search?q=${encodeURIComponent(text)}`);
      expect(status, text).toBe(200);
      expectHarmless(html, text);
    }
  });

  test('leaves feed and sitemap well-formed', async () => {
    for (const path of ['/feed.xml', '/sitemap.xml']) {
      const [harmless, { html }] = [await ask(plain.deps, path), await ask(hostile.deps, path)];
      const kinds = (text: string) => [
        ...new Set(text.match(/<[^>]*>/g)?.map((tag) => tag.replaceAll(/"[^"]*"/g, '""'))),
      ];
      expect(kinds(html).toSorted(), path).toEqual(kinds(harmless.html).toSorted());
      expect(html).not.toMatch(/&(?!(amp|lt|gt|quot);)/);
      expect(html).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/u);
    }
  });

  test('goes out as a table that no spreadsheet acts on, and comes back without a change', async () => {
    let text = '';
    for await (const line of exportCatalog(hostile.deps)) text += line;
    for (const record of parse(text) as string[][])
      for (const cell of record) expect(/^[=+\-@\t\r]/.test(cell) && !/^[-+]?[\d.]+$/.test(cell), cell).toBe(false);
    const file = join(folder, 'again.csv');
    writeFileSync(file, text);
    const again = await importCatalog(hostile.deps, { file, isDryRun: false });
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: hostile.handles.length, errors: [] });
  });
});
