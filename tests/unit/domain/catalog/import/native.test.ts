import { describe, expect, test } from 'vitest';
import { nativeColumns } from '#app/domain/catalog/import/native-columns.ts';
import { parseNativeProduct } from '#app/domain/catalog/import/native.ts';

const parsed = (headers: string[], ...rows: string[][]) =>
  parseNativeProduct(
    { handle: rows[0]?.[0] ?? '', rows: rows.map((cells, index) => ({ row: index + 2, cells })) },
    nativeColumns(headers),
  );

describe('our own format', () => {
  test('says a product on its first row and a variant on every row', () => {
    const { product, problems } = parsed(
      ['handle', 'title.en', 'title.de', 'options', 'sku', 'variant_options', 'price.EUR', 'cost.EUR'],
      ['cup', 'Cup', 'Tasse', '["Size"]', 'C-S', '{"Size":"S"}', '5.5', '2'],
      ['cup', '', '', '', 'C-L', '{"Size":"L"}', '', ''],
    );
    expect(problems).toEqual([]);
    expect(product).toMatchObject({ body: { title: { en: 'Cup', de: 'Tasse' }, options: ['Size'] }, images: null });
    expect(product?.variants.map(({ unitPrices, body }) => [unitPrices, body.cost])).toEqual([
      [{ EUR: '5.5' }, { EUR: '2' }],
      [{}, {}],
    ]);
  });

  test('keeps what a missing column says nothing about', () => {
    const { product } = parsed(['handle', 'sku', 'stock'], ['cup', 'C-S', '4']);
    expect(product?.body).toEqual({});
    expect(product?.variants[0]?.body).toEqual({ sku: 'C-S', stock: '4' });
  });

  test('names the columns nobody knows', () => {
    expect(nativeColumns(['handle', 'colour', 'price.XYZ']).unknown).toEqual(['colour', 'price.XYZ']);
  });

  test.each([
    ['plans', 'not json', 'bad_value'],
    ['tags', '{"a":1}', 'bad_value'],
    ['attributes', '[1]', 'bad_value'],
    ['images', '[{"source":"javascript:alert(1)"}]', 'bad_image'],
    ['price.EUR', '5,50', 'bad_price'],
    ['stock', '-1', 'bad_quantity'],
    ['weight_grams', '1.5', 'bad_weight'],
    ['asks_for_quote', 'maybe', 'bad_value'],
    ['title.en', 'caf\ufffd', 'bad_character'],
  ])('refuses %s = %s', (column, cell, code) => {
    const { product, problems } = parsed(['handle', 'sku', column], ['cup', 'C-S', cell]);
    expect(product).toBeNull();
    expect(problems).toMatchObject([{ row: 2, column, code }]);
  });

  test('refuses a second row without a SKU and a SKU said twice, and keeps the others', () => {
    const { product, problems } = parsed(['handle', 'sku'], ['cup', 'A'], ['cup', ''], ['cup', 'A'], ['cup', 'B']);
    expect(product?.variants.map(({ body }) => body.sku)).toEqual(['A', 'B']);
    expect(problems.map(({ row, code }) => [row, code])).toEqual([
      [3, 'missing_sku'],
      [4, 'duplicate_sku'],
    ]);
  });
});
