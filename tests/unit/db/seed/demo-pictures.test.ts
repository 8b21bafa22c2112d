import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { products } from '#db/seed/demo/catalog/catalog.ts';
import { categories } from '#db/seed/demo/catalog/categories.ts';

const pictureFolder = join(import.meta.dirname, '../../../../db/seed/demo/pictures');
const files = readdirSync(pictureFolder);
const names = files.map((file) => file.replace(/\.webp$/, ''));
const picturesOf = (handle: string) => names.filter((name) => name === handle || name.startsWith(`${handle}--`));
const slug = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

describe('the demo pictures', () => {
  test('show every product and every category', () => {
    for (const product of products) expect(names).toContain(product.handle);
    for (const { picture } of categories) expect(files).toContain(`${picture}.webp`);
  });

  test('show a variant in its own colour where colours differ: whatever follows a handle names one of its options', () => {
    for (const { handle, variants } of products) {
      const options = variants.flatMap((variant) => Object.values(variant.options).map(slug));
      for (const name of picturesOf(handle).filter((own) => own !== handle && !own.endsWith('--in-use')))
        expect(options, name).toContain(name.slice(handle.length + 2));
    }
    expect(picturesOf('espresso-cup')).toHaveLength(4);
  });

  test('belong to something: no file is left over', () => {
    const used = new Set([
      ...products.flatMap(({ handle }) => picturesOf(handle)),
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
