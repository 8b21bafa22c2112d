import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));

const importsOf = (file: string): string[] =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(/^(?:import|export)\s(?:[^'";=]*?\sfrom\s+)?['"]([^'"]+)['"]/gm),
  ].map((m) => {
    const target = m[1] ?? '';
    return target.startsWith('.') ? `#${relative(root, join(root, file, '..', target))}` : target;
  });

/** Who may not import whom, one line a rule: folder, what it never reaches for, why. */
const rules: [folder: string, forbidden: RegExp, why: string][] = [
  ['app/domain', /^(?!#app\/domain\/|temporal-polyfill$)/, 'the domain imports only the domain'],
  ['app/use-cases', /^#app\/(routes|components|emails|jobs\/handlers)/, 'use cases enqueue by name and never render'],
  ['app/components', /\.server|^#db|^drizzle|^zod|^#app\/(routes|use-cases)/, 'components get props'],
  ['app/emails', /\.server|^#db|^drizzle/, 'mails are pure'],
  ['app/routes', /drizzle-orm|^postgres$|locks\.server/, 'SQL lives in db/queries'],
  ['app/http/api', /quote-facts/, 'what a key reads holds nothing of the seller’s side'],
  ['app/routes/company', /quote-facts/, 'what a buyer reads holds nothing of the seller’s side'],
  ['db/schema', /^#app\/(?!domain|integrations\/ids)/, 'rows know the domain and nothing above it'],
  ['db/queries', /^#app\/(?!domain|integrations\/ids)/, 'rows know the domain and nothing above it'],
];

describe('imports go one way', () => {
  test.each(rules)('%s: never %s, since %s', (folder, forbidden) => {
    let files: string[] = [];
    try {
      files = sources(folder);
    } catch {
      return;
    }
    const broken = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => forbidden.test(target))
        .map((target) => `${file} -> ${target}`),
    );
    expect(broken).toEqual([]);
  });

  test('inside the domain, contexts point one way', () => {
    const order = [
      'money',
      'access',
      'approvals',
      'catalog',
      'pricing',
      'cart',
      'checkout',
      'orders',
      'quotes',
      'purchase-orders',
    ];
    const broken = sources('app/domain').flatMap((file) => {
      const rank = order.indexOf(file.split('/')[2] ?? '');
      if (rank < 0) return [];
      return importsOf(file)
        .filter((target) => order.indexOf(target.split('/')[2] ?? '') > rank)
        .map((target) => `${file} -> ${target}`);
    });
    expect(broken).toEqual([]);
  });
});
