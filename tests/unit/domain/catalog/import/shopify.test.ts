import { describe, expect, test } from 'vitest';
import { formatOf, shopifyColumns } from '#app/domain/catalog/import/columns.ts';
import { groupByHandle } from '#app/domain/catalog/import/group-rows.ts';
import { parseShopifyProduct } from '#app/domain/catalog/import/shopify.ts';

async function parsed(headers: string[], ...rows: string[][]) {
  const columns = shopifyColumns(headers)!;
  async function* records() {
    yield* rows.map((cells, index) => ({ row: index + 2, cells }));
  }
  const products = [];
  for await (const group of groupByHandle(records(), columns.at))
    products.push(parseShopifyProduct(group, { columns, currency: 'EUR' }));
  return products;
}
const only = async (headers: string[], ...rows: string[][]) => (await parsed(headers, ...rows))[0]!;

const basic = ['Handle', 'Title', 'Option1 Name', 'Option1 Value', 'Variant SKU', 'Variant Price'];

describe("Shopify's header", () => {
  test('is known by any of its names, with a BOM and padding', () => {
    expect(shopifyColumns(['\ufeffHandle ', ' Title', 'VARIANT  PRICE'])?.at).toEqual({
      handle: 0,
      title: 1,
      price: 2,
    });
    expect(shopifyColumns(['Title', 'URL handle', 'Price', 'SKU'])?.at).toMatchObject({ handle: 1, price: 2, sku: 3 });
  });
  test('is told from our own and from neither', () => {
    expect(formatOf(basic)).toBe('shopify');
    expect(formatOf(['handle', 'title.en', 'sku'])).toBe('native');
    expect(formatOf(['name', 'price'])).toBeNull();
  });
  test('carries prices per market', () => {
    const { markets } = shopifyColumns([
      ...basic,
      'Price / United States',
      'Compare At Price / GBP',
      'Price / International',
    ])!;
    expect(markets).toEqual([
      { index: 6, currency: 'USD', kind: 'price' },
      { index: 7, currency: 'GBP', kind: 'compareAt' },
    ]);
  });
});

describe("Shopify's rows", () => {
  test('a single variant has no options and, without a SKU, a made one', async () => {
    const { product, problems } = await only(basic, [
      'floor-lamp',
      'Floor Lamp',
      'Title',
      'Default Title',
      '',
      '69.99',
    ]);
    expect(problems).toEqual([]);
    expect(product).toMatchObject({ handle: 'floor-lamp', body: { title: { en: 'Floor Lamp' }, options: [] } });
    expect(product?.variants[0]).toMatchObject({
      body: { sku: 'FLOOR-LAMP', options: {} },
      unitPrices: { EUR: '69.99' },
    });
  });

  test('variants follow under the same handle, pictures alone are pictures', async () => {
    const { product } = await only(
      [...basic, 'Image Src', 'Image Position', 'Image Alt Text'],
      ['pot', 'Pot', 'Size', 'S', 'P-S', '9', 'https://x.example/1.jpg', '2', 'A pot'],
      ['pot', '', '', 'L', 'P-L', '15', 'https://x.example/2.jpg', '1', ''],
      ['pot', '', '', '', '', '', 'https://x.example/3.jpg', '3', ''],
    );
    expect(product?.variants.map(({ body }) => body.options)).toEqual([{ Size: 'S' }, { Size: 'L' }]);
    expect(product?.images?.map(({ source }) => source.at(-5))).toEqual(['2', '1', '3']);
  });

  test('a price of zero asks for a quote, a missing one is not sold, a silly compare-at is left out', async () => {
    const headers = [...basic, 'Variant Compare At Price'];
    const { product, notes } = await only(
      headers,
      ['a', 'A', 'Size', 'S', 'A-S', '0', ''],
      ['a', '', '', 'M', 'A-M', '', ''],
      ['a', '', '', 'L', 'A-L', '$5', '5'],
      ['a', '', '', 'XL', 'A-XL', '€5', '6'],
    );
    expect(product?.variants.map(({ body }) => [body.asks_for_quote, body.compare_at])).toEqual([
      [true, {}],
      [false, {}],
      [false, {}],
      [false, { EUR: '6' }],
    ]);
    expect(product?.variants[2]?.unitPrices).toEqual({ USD: '5' });
    expect(notes.map(({ row, column }) => [row, column])).toEqual([
      [3, 'Variant Price'],
      [4, 'Variant Compare At Price'],
    ]);
  });

  test.each([
    ['a price that is none', ['a', 'A', '', '', 'S1', 'cheap'], 'Variant Price', 'bad_price'],
    ['no handle and no title', ['', '', '', '', 'S1', '5'], 'Handle', 'missing_handle'],
    ['a handle that leaves the shop', ['../a', 'A', '', '', 'S1', '5'], 'Handle', 'bad_handle'],
    ['a NUL character', ['a', 'A\0', '', '', 'S1', '5'], 'Title', 'bad_character'],
  ])('%s is refused with its place', async (_case, cells, column, code) => {
    const { product, problems } = await only(basic, cells);
    expect(product).toBeNull();
    expect(problems).toMatchObject([{ row: 2, column, code }]);
  });

  test('good variants go in beside bad ones', async () => {
    const { product, problems } = await only(
      basic,
      ['a', 'A', 'Size', 'S', 'X', '5'],
      ['a', '', '', 'M', 'X', '5'],
      ['a', '', '', 'S', 'Y', '5'],
      ['a', '', '', '', 'Z', '5'],
      ['a', '', '', 'L', 'W', '5'],
    );
    expect(product?.variants.map(({ body }) => body.sku)).toEqual(['X', 'W']);
    expect(problems.map(({ row, code }) => [row, code])).toEqual([
      [3, 'duplicate_sku'],
      [4, 'duplicate_options'],
      [5, 'missing_option'],
    ]);
  });

  test('a bad first row takes its product along', async () => {
    const { problems } = await only(
      [...basic, 'Status'],
      ['a', 'A', 'Size', 'S', 'X', '5', 'sold'],
      ['a', '', '', 'M', 'Y', '5', ''],
    );
    expect(problems.map(({ row, code }) => [row, code])).toEqual([
      [2, 'bad_value'],
      [3, 'product_refused'],
    ]);
  });

  test('status, stock, weight, category and tags are read as Shopify means them', async () => {
    const headers = [
      ...basic,
      'Published',
      'Type',
      'Tags',
      'Variant Grams',
      'Variant Inventory Qty',
      'Variant Inventory Policy',
      'Variant Taxable',
    ];
    const { product, notes } = await only(headers, [
      'a',
      'A',
      '',
      '',
      'X',
      '5',
      'FALSE',
      'Home & Garden > Lamps',
      'b, a, b',
      '12.5',
      '-3',
      'continue',
      'false',
    ]);
    expect(product?.body).toMatchObject({ status: 'draft', category: 'home-garden/lamps', tags: ['b', 'a'] });
    expect(product?.variants[0]?.body).toMatchObject({
      weight_grams: 13,
      stock: '0',
      stock_policy: 'backorder',
      tax_class: 'zero',
    });
    expect(notes).toHaveLength(1);
  });
});
