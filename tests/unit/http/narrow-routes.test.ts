import { matchRoutes } from '@remix-run/react';
import type { RouteConfigEntry } from '@remix-run/route-config';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { routeNarrower } from '#app/http/narrow-routes.ts';
import routes from '#app/routes.ts';
import { seeded } from '#tests/support/random.ts';

type Placed = { id: string; parentId?: string; path?: string; index?: boolean };
type Node = Omit<Placed, 'index'> & { index?: true; children?: Node[] };

const flat = (entries: readonly RouteConfigEntry[], parentId?: string): Placed[] =>
  entries.flatMap(({ id = '', path, index, children = [] }) => [
    { id, ...(parentId && { parentId }), ...(path !== undefined && { path }), ...(index && { index }) },
    ...flat(children, id),
  ]);
const withIds = (entries: readonly RouteConfigEntry[]): RouteConfigEntry[] =>
  entries.map((entry) => ({ ...entry, id: entry.id ?? entry.file, children: withIds(entry.children ?? []) }));
const tree = (all: readonly Placed[], parentId?: string): Node[] =>
  all
    .filter((one) => one.parentId === parentId)
    .map(({ index, ...one }) => (index ? { ...one, index } : { ...one, children: tree(all, one.id) }));

const all = flat(withIds(routes));
const narrow = routeNarrower(all);
const whole = tree(all);
const found = (nodes: readonly Node[], path: string) =>
  matchRoutes(nodes as Parameters<typeof matchRoutes>[0], path)?.map(({ route, params }) => [route.id, params]);
const narrowed = (path: string, beside: readonly string[] = []) => {
  const ids = new Set(narrow([path, ...beside]));
  return tree(all.filter(({ id }) => ids.has(id)));
};
const pathOf = ({ id, path = '' }: Placed): string => {
  const parent = all.find((one) => one.id === all.find((self) => self.id === id)?.parentId);
  return `${parent ? pathOf(parent) : ''}/${path}`.replaceAll(/\/+/g, '/');
};

describe('the routes that may answer a path', () => {
  // The router warns of each path it cannot decode.
  const warned = vi.spyOn(console, 'warn').mockReturnValue();
  afterAll(() => warned.mockRestore());

  test('are a handful of hundreds', () => {
    expect(all.length).toBeGreaterThan(600);
    for (const path of [
      '/',
      '/products/house-espresso',
      '/de/cart',
      '/api/v1/orders',
      '/company/quotes/7/versions/2/pdf',
    ])
      expect([path, narrow([path]).length]).toEqual([path, expect.toSatisfy((count: number) => count < 20)]);
  });

  test('hold the one that answers, and those that answer what the path begins with', () => {
    const random = seeded(31);
    const words = ['x', 'a.b', '%C3%A9', 'cart', 'new', 'de', '7', 'A%2FB', '%zz', '', 'edit.data'];
    const word = () => words[Math.floor(random() * words.length)] ?? '';
    const some = (of: readonly string[], many: number) => of.filter(() => random() < many / of.length);
    const sure = all.map((one) => pathOf(one).replaceAll(/:[\w-]+|\*/g, () => word() || 'x'));
    const near = sure.flatMap((path) => [path.toUpperCase(), `${path}/`, `${path}/${word()}`]);
    const wild = Array.from({ length: 40 }, () => `/${Array.from({ length: 1 + random() * 5 }, word).join('/')}`);
    for (const path of [...some(sure, 100), ...some(near, 60), ...wild]) {
      expect([path, found(narrowed(path), path)]).toEqual([path, found(whole, path)]);
      const above = path.split('/').slice(0, -1).join('/') || '/';
      expect([path, above, found(narrowed(path), above)]).toEqual([path, above, found(whole, above)]);
    }
  });

  test('are those of many paths at once', () => {
    const [one, other] = ['/products/cup', '/de/company/people'];
    const nodes = narrowed(one, [other]);
    expect([found(nodes, one), found(nodes, other)]).toEqual([found(whole, one), found(whole, other)]);
  });
});
