import { beforeAll, describe, expect, test } from 'vitest';
import { apiClient, apiWithKey, depsAt } from '#tests/support/api.ts';
import { testDatabase } from '#tests/support/database.ts';

const today = '2027-01-15T09:00:00.000Z';

type Item = { handle: string; unit_price: string | null; variants: { sku: string; unit_price: string | null }[] };

describe('what is sold, as a buyer sees it over the API', async () => {
  const statements: string[] = [];
  const { db } = await testDatabase({ onStatement: (statement) => statements.push(statement) });
  const deps = depsAt(db, today);
  const api = await apiClient(deps);
  const visitor = apiWithKey(deps, null);
  const browse = async (query: string, who = visitor) => {
    const reply = await who('GET', `/products${query}`);
    expect(reply.status).toBe(200);
    return reply.body as { items: Item[]; next_cursor: string | null };
  };
  const handles = async (query: string, who = visitor) => (await browse(query, who)).items.map(({ handle }) => handle);

  const product = (handle: string, title: unknown, category: string, variants: unknown[], more = {}) =>
    api('PUT', `/products/${handle}`, { title, category, status: 'active', variants, ...more });

  beforeAll(async () => {
    await product(
      'house-espresso',
      { en: 'House Espresso', de: 'Hausespresso' },
      'coffee/beans/espresso',
      [
        { sku: 'ESP-250', options: { Size: '250 g' }, attributes: { roast: 'dark' } },
        { sku: 'ESP-1K', options: { Size: '1 kg' }, attributes: { roast: 'dark' } },
      ],
      { options: ['Size'] },
    );
    await product(
      'harbour-filter',
      'Harbour Filter',
      'coffee/beans/filter',
      [{ sku: 'HAR-500', options: { Size: '500 g' }, attributes: { roast: 'light' } }],
      { options: ['Size'] },
    );
    await product('creme-bruleee', { en: 'Crème Brûlée syrup', de: 'Sirup Crème Brûlée' }, 'pantry/syrups', [
      { sku: 'SYR-CB', attributes: { volume: { value: '700', unit: 'MLT' } } },
    ]);
    await product('grinder', 'Grinder', 'machines/grinders', [{ sku: 'GR-1' }]);
    await product('secret-roast', 'Secret Roast', 'coffee/beans/espresso', [
      { sku: 'SEC-1', attributes: { roast: 'dark' } },
    ]);
    const units = [{ slug: 'hq', parent: null }];
    await api('PUT', '/companies/harbour', { name: 'Harbour', currency: 'EUR', units });
    await api('PUT', '/companies/rival', { name: 'Rival', currency: 'EUR', units });
    await api('PUT', '/price-lists/STANDARD-EUR', { kind: 'standard', currency: 'EUR' });
    await api('PUT', '/price-lists/HARBOUR', { kind: 'contract', currency: 'EUR', company: 'harbour', unit: 'hq' });
    const revision = (list: string, entries: unknown[]) =>
      api('POST', `/price-lists/${list}/revisions`, { starts_at: today, submit: true, entries });
    const standard = await revision('STANDARD-EUR', [
      { sku: 'ESP-250', unit_price: '8.00' },
      { sku: 'ESP-1K', unit_price: '24.00' },
      { sku: 'HAR-500', unit_price: '12.00' },
      { sku: 'SYR-CB', unit_price: '9.00' },
      { sku: 'GR-1', unit_price: '300.00' },
    ]);
    expect(standard.status).toBe(201);
    const own = await revision('HARBOUR', [
      { category: 'coffee', percent_off: '10' },
      { sku: 'SEC-1', unit_price: '5.00' },
      { sku: 'GR-1', unit_price: '7.00' },
    ]);
    expect(own.status).toBe(201);
  });

  test.each([
    ['a name', 'q=espresso', 'house-espresso'],
    ['the beginning of a word', 'q=espr', 'house-espresso'],
    ['a mistyped word', 'q=expresso', 'house-espresso'],
    ['two mistyped words', 'q=harbur+fliter', 'harbour-filter'],
    ['another language', 'q=hausespresso', 'house-espresso'],
    ['no accents', 'q=creme+brulee', 'creme-bruleee'],
    ['accents', 'q=cr%C3%A8me+br%C3%BBl%C3%A9e', 'creme-bruleee'],
    ['an exact SKU', 'q=ESP-1K', 'house-espresso'],
    ['a SKU without its dash', 'q=esp1k', 'house-espresso'],
    ['a SKU with a blank for its dash', 'q=har+500', 'harbour-filter'],
    ['a part of a SKU', 'q=R-50', 'harbour-filter'],
    ['a unit joined to its number', 'q=1kg', 'house-espresso'],
    ['a unit apart from its number', 'q=1+kg', 'house-espresso'],
    ['signs that a query language would read', 'q=%27espresso%27+%26+%28%7C%21%3A*%5C', 'house-espresso'],
  ])('%s is found', async (_case, query, handle) => {
    expect((await handles(`?${query}`))[0]).toBe(handle);
  });

  test('what nothing has finds nothing', async () => {
    expect(await handles('?q=xylophonequartz')).toEqual([]);
  });

  test('a visitor sees the public prices, and not what only a company buys', async () => {
    const { items } = await browse('?sort=name');
    expect(items.map(({ handle, unit_price }) => [handle, unit_price])).toEqual([
      ['creme-bruleee', '9.00'],
      ['grinder', '300.00'],
      ['harbour-filter', '12.00'],
      ['house-espresso', '8.00'],
    ]);
    expect(await handles('?q=SEC-1')).not.toContain('secret-roast');
  });

  test('a company sees, sorts and narrows by its own prices', async () => {
    const own = await browse('?company=harbour&sort=price', api);
    expect(own.items.map(({ handle, unit_price }) => [handle, unit_price])).toEqual([
      ['secret-roast', '5.00'],
      ['grinder', '7.00'],
      ['house-espresso', '7.20'],
      ['creme-bruleee', '9.00'],
      ['harbour-filter', '10.80'],
    ]);
    expect(await handles('?company=harbour&price_max=7.10&sort=price', api)).toEqual(['secret-roast', 'grinder']);
    expect(await handles('?price_max=8.50')).toEqual(['house-espresso']);
  });

  test('a company never sees another’s prices, and its key asks for nobody else', async () => {
    const { items } = await browse('?company=rival&sort=price', api);
    expect(items.map(({ unit_price }) => unit_price)).toEqual(['8.00', '9.00', '12.00', '300.00']);
    const rival = await apiClient(deps, 'rival');
    expect((await rival('GET', '/products?company=harbour')).status).toBe(404);
    expect((await visitor('GET', '/products?company=harbour')).status).toBe(404);
    const harbour = await apiClient(deps, 'harbour');
    expect(await handles('', harbour)).toContain('secret-roast');
    expect((await visitor('GET', '/products/secret-roast')).status).toBe(404);
    expect((await harbour('GET', '/products/secret-roast')).body).toMatchObject({ unit_price: '5.00' });
  });

  test('attributes and categories narrow, and unknown names are refused', async () => {
    expect(await handles('?attr.roast=light')).toEqual(['harbour-filter']);
    expect(await handles('?category=coffee/beans/espresso')).toEqual(['house-espresso']);
    expect(await handles('?category=coffee&sort=name')).toEqual(['harbour-filter', 'house-espresso']);
    expect(await handles('?category=nowhere')).toEqual([]);
    expect((await visitor('GET', '/products?colour=red')).body).toMatchObject({ code: 'unknown_field' });
  });

  test.each(['popular', 'newest', 'price', 'price_desc', 'name'])(
    'pages by cursor lose and repeat nothing, by %s',
    async (sort) => {
      const seen: string[] = [];
      let cursor = '';
      for (let page = 0; page < 10; page += 1) {
        const { items, next_cursor } = await browse(`?limit=1&sort=${sort}${cursor && `&cursor=${cursor}`}`);
        seen.push(...items.map(({ handle }) => handle));
        if (!next_cursor) break;
        cursor = next_cursor;
      }
      expect(seen).toHaveLength(4);
      expect(new Set(seen).size).toBe(4);
    },
  );

  test('a product that is changed is priced anew, one that is added appears', async () => {
    await product('house-espresso', { en: 'House Espresso' }, 'machines/grinders', [
      { sku: 'ESP-250', min_quantity: '2', quantity_step: '2' },
    ]);
    const { items } = await browse('?company=harbour&q=ESP-250', api);
    expect(items[0]?.unit_price).toBe('8.00');
    await product('house-espresso', { en: 'House Espresso' }, 'coffee/beans/espresso', [
      { sku: 'ESP-250', min_quantity: '1', quantity_step: '1' },
    ]);
    expect((await browse('?company=harbour&q=ESP-250', api)).items[0]?.unit_price).toBe('7.20');
  });

  test('a page takes the same number of statements whatever is on it', async () => {
    const count = async (query: string) => {
      await browse(query);
      statements.length = 0;
      await browse(query);
      return statements.length;
    };
    expect(await count('?limit=1')).toBe(await count('?limit=100'));
    expect(await count('?limit=100')).toBeLessThanOrEqual(6);
  });
});
