import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoProduct, DemoVariant } from './shape.ts';

/** Where the masters lie, one WebP each, drawn by `npm run draw`. */
export const pictureFolder = join(import.meta.dirname, '../pictures');
const drawn = new Set(readdirSync(pictureFolder).map((file) => file.replace(/\.webp$/, '')));

const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** The names of a product's pictures, its main one first. */
export const picturesOf = ({ handle }: DemoProduct): readonly string[] => [
  ...(drawn.has(handle) ? [handle] : []),
  ...[...drawn].filter((name) => name.startsWith(`${handle}--`)).sort(),
];

/** The picture that shows this very variant (its colour, its size), else the product's main one. */
export const pictureOfVariant = ({ handle }: DemoProduct, { options }: DemoVariant): string =>
  Object.values(options)
    .map((value) => `${handle}--${slug(value)}`)
    .find((name) => drawn.has(name)) ?? handle;
