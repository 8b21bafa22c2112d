import { beforeAll, expect, test } from 'vitest';
import type { Deps } from '#app/deps.server.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { personId } from '#app/domain/access/ids.ts';
import { productBody } from '#app/http/api/schemas/products.ts';
import { handle as refreshSearch } from '#app/jobs/handlers/refresh-category-search.server.ts';
import { type CategoryAct, editCategories, undoCategoryChange } from '#app/use-cases/catalog/edit-categories.server.ts';
import { upsertProduct } from '#app/use-cases/catalog/upsert-product.server.ts';
import { createUser } from '#app/use-cases/identity/create-user.server.ts';
import { findRedirect } from '#db/queries/categories.server.ts';
import {
  countProductsByCategory,
  listCategoryChanges,
  listKeptCategories,
  readTreeVersion,
} from '#db/queries/category-edits.server.ts';
import { products } from '#db/schema/catalog.ts';
import { approvalRules } from '#db/schema/companies.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { eq } from 'drizzle-orm';
import { depsAt, processDeps, testClock } from '#tests/support/checkout-world.ts';
import { noPayments } from '#tests/support/no-payments.ts';
import { testDatabase } from '#tests/support/database.ts';

let deps: Deps;
let actor: StaffActor;

beforeAll(async () => {
  const { db } = await testDatabase();
  deps = depsAt(processDeps(db, noPayments), testClock());
  const { personId: id } = await createUser(deps, {
    email: 'admin@tradepost.example',
    name: 'Ada',
    password: 'a password long enough',
    staffRole: 'admin',
    via: 'test',
  });
  const person = personId(id);
  actor = { person, via: 'page', member: null, standsInFor: null, staff: { person, roles: ['admin'] } };
});

const act = async (one: CategoryAct, base?: number) =>
  editCategories(deps, { actor, base: base ?? (await readTreeVersion(deps.db)), act: one });
const undo = async () => undoCategoryChange(deps, { actor, base: await readTreeVersion(deps.db) });
const paths = async () => (await listKeptCategories(deps.db)).map(({ path }) => path).sort();
const at = async (path: string) => {
  const found = (await listKeptCategories(deps.db)).find((one) => one.path === path);
  if (!found) throw new Error(`no category ${path}`);
  return found;
};
const make = async (slug: string, parent?: string) =>
  act({ kind: 'make', slug, parentId: parent ? (await at(parent)).id : null, name: { en: slug } });
const change = async (path: string, more: Partial<Extract<CategoryAct, { kind: 'change' }>>) => {
  const { id, parentId, name, description } = await at(path);
  const slug = path.slice(path.lastIndexOf('/') + 1);
  return act({ kind: 'change', id, slug, parentId, name, description, ...more });
};
const aProduct = (handle: string, category: string) =>
  upsertProduct(deps, { handle, body: productBody.parse({ title: handle, category, variants: [] }) });

test('a category moves with all below it, its old addresses lead on, and the products stay in it', async () => {
  await make('tea');
  await make('green', 'tea');
  await aProduct('sencha', 'tea/green');
  expect(await change('tea', { slug: 'teas' })).toMatchObject({ ok: true });
  expect(await paths()).toEqual(['teas', 'teas/green']);
  expect(await findRedirect(deps.db, { path: '/categories/tea/green' })).toBe('/categories/teas/green');
  expect((await countProductsByCategory(deps.db)).get((await at('teas/green')).id)).toBe(1);

  // And back again: no address leads in a circle.
  await change('teas', { slug: 'tea' });
  expect(await findRedirect(deps.db, { path: '/categories/tea' })).toBeNull();
  expect(await findRedirect(deps.db, { path: '/categories/teas/green' })).toBe('/categories/tea/green');
});

test('what is brought in under an address that moved lands at the new one', async () => {
  await make('mugs');
  await make('large', 'mugs');
  await change('mugs', { slug: 'beakers' });
  await aProduct('tall-mug', 'mugs/large');
  await aProduct('tiny-mug', 'mugs/small');
  expect((await paths()).filter((path) => /^(mugs|beakers)/.test(path))).toEqual([
    'beakers',
    'beakers/large',
    'beakers/small',
  ]);
  expect((await countProductsByCategory(deps.db)).get((await at('beakers/large')).id)).toBe(1);
});

test('two at one address, one below itself and one that is gone are refused', async () => {
  await make('cups');
  await make('glasses');
  expect(await make('cups')).toMatchObject({ code: 'category_taken' });
  expect(await change('glasses', { slug: 'cups' })).toMatchObject({ code: 'category_taken' });
  expect(await change('cups', { parentId: (await at('cups')).id })).toMatchObject({ code: 'category_loop' });
  expect(await act({ kind: 'remove', id: newId() })).toMatchObject({ code: 'not_found' });
  expect(await make('small', 'cups')).toMatchObject({ ok: true });
  expect(await change('cups', { parentId: (await at('cups/small')).id })).toMatchObject({ code: 'category_loop' });
});

test('only an empty category can be removed', async () => {
  await make('filters');
  await make('paper', 'filters');
  await aProduct('paper-filter', 'filters/paper');
  const remove = async (path: string) => act({ kind: 'remove', id: (await at(path)).id });
  expect(await remove('filters')).toMatchObject({ code: 'category_not_empty' });
  expect(await remove('filters/paper')).toMatchObject({ code: 'category_not_empty' });
  await aProduct('paper-filter', 'filters');
  expect(await remove('filters/paper')).toMatchObject({ ok: true });
  expect(await undo()).toMatchObject({ ok: true });
  expect(await paths()).toContain('filters/paper');
});

test('a category an approval rule names keeps its address', async () => {
  await make('hazard');
  const rule = { id: newId(), name: 'Safety', body: { when: { category: ['hazard'] } } };
  await deps.db.insert(approvalRules).values(rule);
  expect(await change('hazard', { slug: 'harmless' })).toMatchObject({ code: 'category_in_rule' });
  expect(await act({ kind: 'remove', id: (await at('hazard')).id })).toMatchObject({ code: 'category_in_rule' });
  expect(await change('hazard', { name: { en: 'Handle with care' } })).toMatchObject({ ok: true });
  await deps.db.update(approvalRules).set({ isActive: false }).where(eq(approvalRules.id, rule.id));
  expect(await change('hazard', { slug: 'harmless' })).toMatchObject({ ok: true });
});

test('a form made from an older tree changes nothing, also when two save at once', async () => {
  const base = await readTreeVersion(deps.db);
  const both = await Promise.all(
    ['first', 'second'].map((slug) => act({ kind: 'make', slug, parentId: null, name: { en: slug } }, base)),
  );
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.filter((one) => !one.ok && one.code === 'stale_revision')).toHaveLength(1);
  expect(await readTreeVersion(deps.db)).toBe(base + 1);
});

test('the last change is told and taken back, and taking back can be taken back', async () => {
  await make('syrups');
  await change('syrups', { slug: 'sirups', name: { en: 'Sirups', de: 'Sirupe' } });
  expect(await undo()).toMatchObject({ ok: true });
  expect(await at('syrups')).toMatchObject({ name: { en: 'syrups' } });
  expect(await findRedirect(deps.db, { path: '/categories/sirups' })).toBe('/categories/syrups');
  const [newest] = await listCategoryChanges(deps.db, { limit: 1 });
  expect(newest).toMatchObject({ by: 'Ada', changes: [{ before: { path: 'sirups' }, after: { path: 'syrups' } }] });
  expect(await undo()).toMatchObject({ ok: true });
  expect(await at('sirups')).toMatchObject({ name: { en: 'Sirups', de: 'Sirupe' } });
});

test('one that was made and is in use since is not taken back', async () => {
  await make('grinders');
  await aProduct('hand-grinder', 'grinders');
  expect(await undo()).toMatchObject({ code: 'category_not_empty' });
  expect(await paths()).toContain('grinders');
});

test('siblings are put in order, and only they', async () => {
  await make('shelf');
  for (const slug of ['one', 'two', 'three']) await make(slug, 'shelf');
  const order = async () =>
    (await listKeptCategories(deps.db)).flatMap(({ path }) => (path.startsWith('shelf/') ? path.slice(6) : []));
  expect(await order()).toEqual(['one', 'two', 'three']);
  await act({ kind: 'place', id: (await at('shelf/three')).id, by: -1 });
  expect(await order()).toEqual(['one', 'three', 'two']);
});

test('a search finds products by the new name of their category', async () => {
  await make('brew');
  await aProduct('carafe', 'brew');
  await change('brew', { name: { en: 'Slow coffee' } });
  await refreshSearch(deps, { categoryId: (await at('brew')).id });
  const [row] = await deps.db.select({ words: products.search }).from(products).where(eq(products.handle, 'carafe'));
  expect(row?.words).toContain('slow');
});
