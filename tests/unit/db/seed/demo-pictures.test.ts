import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { products } from '#db/seed/demo/catalog/catalog.ts';
import { categories } from '#db/seed/demo/catalog/categories.ts';
import { pictureFolder, pictureOfVariant, picturesOf } from '#db/seed/demo/catalog/pictures.ts';

const files = readdirSync(pictureFolder);

describe('the demo pictures', () => {
  test('show every product and every category', () => {
    for (const product of products) expect(picturesOf(product)[0], product.handle).toBe(product.handle);
    for (const { picture } of categories) expect(files).toContain(`${picture}.webp`);
  });

  test('show a variant in its own colour where colours differ', () => {
    const cup = products.find(({ handle }) => handle === 'espresso-cup');
    const names = cup?.variants.map((variant) => pictureOfVariant(cup, variant));
    expect(names).toEqual(['espresso-cup', 'espresso-cup--sand', 'espresso-cup--moss', 'espresso-cup--slate']);
  });

  test('belong to something: no file is left over', () => {
    const used = new Set([
      ...products.flatMap(picturesOf),
      ...categories.map(({ picture }) => picture),
      'home',
      'open-graph',
    ]);
    expect(files.filter((file) => !used.has(file.replace(/\.webp$/, '')))).toEqual([]);
  });

  test('take 8 MB at most, each under 150 KB and 1,200 pixels wide at least', async () => {
    const sizes = files.map((file) => statSync(join(pictureFolder, file)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(8 * 1024 * 1024);
    expect(Math.max(...sizes)).toBeLessThan(150 * 1024);
    for (const file of files)
      expect((await sharp(join(pictureFolder, file)).metadata()).width, file).toBeGreaterThanOrEqual(1200);
  });
});
