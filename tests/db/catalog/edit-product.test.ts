import { beforeAll, describe, expect, test } from 'vitest';
import sharp from 'sharp';
import type { Deps } from '#app/deps.server.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { personId } from '#app/domain/access/ids.ts';
import { productBody } from '#app/http/api/schemas/products.ts';
import { bodyOf, changedPrices, productEditForm, shownText } from '#app/http/product-edit-form.server.ts';
import { productEditView } from '#app/http/product-edit-view.server.ts';
import { differences } from '#app/http/product-edit-differences.ts';
import { firstSettings, shopRulesOf } from '#app/domain/settings/shop-rules.ts';
import { pictureShelf } from '#app/integrations/pictures/picture-shelf.server.ts';
import { handle as sweepPublications } from '#app/jobs/handlers/sweep-publications.server.ts';
import { changePictures } from '#app/use-cases/catalog/change-pictures.server.ts';
import { editProduct, undoProductChange } from '#app/use-cases/catalog/edit-product.server.ts';
import { createUser } from '#app/use-cases/identity/create-user.server.ts';
import { findRedirect } from '#db/queries/categories.server.ts';
import { findPictures } from '#db/queries/imported-catalog.server.ts';
import {
  findProductHead,
  listProductChanges,
  readPictureMaster,
  searchProducts,
} from '#db/queries/product-edits.server.ts';
import { findProductsToSave } from '#db/queries/save-products.server.ts';
import { readStandardPrices } from '#db/queries/standard-prices.server.ts';
import { depsAt, processDeps, testClock } from '#tests/support/checkout-world.ts';
import { noPayments } from '#tests/support/no-payments.ts';
import { testDatabase } from '#tests/support/database.ts';

const rules = shopRulesOf(firstSettings);
let deps: Deps;
let clock: ReturnType<typeof testClock>;
let actor: StaffActor;

beforeAll(async () => {
  const { db } = await testDatabase();
  clock = testClock();
  deps = depsAt(processDeps(db, noPayments), clock);
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

const body = (title: string, more: object = {}) =>
  productBody.parse({ title, category: 'coffee/beans', options: ['Size'], variants: [], ...more });
const aVariant = (sku: string, more: object = {}) => ({
  sku,
  options: { Size: '1 kg' },
  tax_class: 'reduced',
  ...more,
});
const edit = (handle: string, base: number, more: Partial<Parameters<typeof editProduct>[1]> = {}) =>
  editProduct(deps, {
    actor,
    handle,
    base,
    newHandle: handle,
    body: body('House Espresso', { variants: [aVariant(`${handle}-1`, { stock: '12' })] }),
    prices: [{ sku: `${handle}-1`, currency: 'EUR', unitPrice: '18.00' }],
    publishAt: null,
    ...more,
  });
const priceOf = async (sku: string) =>
  (await readStandardPrices(deps.db, { skus: [sku], at: deps.now() })).map(({ unitPrice }) => Number(unitPrice));

describe('a product changed by hand', () => {
  test('is made with its public price and stock at once', async () => {
    expect(await edit('made', 0)).toMatchObject({ ok: true, value: { handle: 'made', version: 1 } });
    expect(await priceOf('made-1')).toEqual([18]);
    expect(await edit('made', 0)).toMatchObject({ code: 'handle_taken' });
    expect(await edit('other', 0, { body: body('Other', { variants: [aVariant('made-1')] }) })).toMatchObject({
      code: 'sku_taken',
    });
    expect(await findProductHead(deps.db, { handle: 'other' })).toBeNull();
    const view = await productEditView(deps, rules, 'made');
    expect(view?.form.variants[0]).toMatchObject({ sku: 'made-1', stock: '12', price: { EUR: '19.26' } });
  });

  test('by two at once: the second changes nothing and sees what differs', async () => {
    await edit('raced', 0);
    const both = await Promise.all([
      edit('raced', 1, { body: body('One'), prices: [] }),
      edit('raced', 1, { body: body('Two'), prices: [] }),
    ]);
    expect(both.map((one) => (one.ok ? 'saved' : one.code)).sort()).toEqual(['saved', 'stale_revision']);
    const view = await productEditView(deps, rules, 'raced');
    const title = view?.form.title.en ?? '';
    const typed = { 'title.en': 'Mine', category: 'coffee/beans', status: 'active', 'options.o0': 'Size' };
    const seen = differences(typed, view!.form).filter(({ field }) => field.startsWith('title'));
    expect(seen).toEqual([{ field: 'title.en', stored: title, typed: 'Mine' }]);
  });

  test('is taken back with its prices; what was added is no longer offered; an older form cannot', async () => {
    await edit('undone', 0);
    await edit('undone', 1, {
      body: body('Renamed', { variants: [aVariant('undone-1'), aVariant('undone-2')] }),
      prices: [{ sku: 'undone-1', currency: 'EUR', unitPrice: '25.00' }],
    });
    expect(await priceOf('undone-1')).toEqual([25]);
    expect(await undoProductChange(deps, { actor, handle: 'undone', base: 1 })).toMatchObject({
      code: 'stale_revision',
    });
    expect(await undoProductChange(deps, { actor, handle: 'undone', base: 2 })).toMatchObject({
      value: { version: 3 },
    });
    expect(await priceOf('undone-1')).toEqual([18]);
    const [product] = await findProductsToSave(deps.db, { handles: ['undone'] });
    expect(product?.product.title).toEqual({ en: 'House Espresso' });
    expect(product?.variants.map(({ sku, status }) => [sku, status])).toEqual([
      ['undone-1', 'active'],
      ['undone-2', 'discontinued'],
    ]);
    const head = await findProductHead(deps.db, { handle: 'undone' });
    const changes = await listProductChanges(deps.db, { productId: head?.id ?? '', limit: 9 });
    expect(changes.map(({ version, by }) => [version, by])).toEqual([
      [3, 'Ada'],
      [2, 'Ada'],
      [1, 'Ada'],
    ]);
  });

  test('moves, and its old address leads to the new one', async () => {
    await edit('old-name', 0);
    const moved = await edit('old-name', 1, { newHandle: 'new-name', body: body('Moved'), prices: [] });
    expect(moved).toMatchObject({ value: { handle: 'new-name' } });
    expect(await findRedirect(deps.db, { path: '/products/old-name' })).toBe('/products/new-name');
    await edit('third', 0);
    expect(await edit('third', 1, { newHandle: 'new-name', body: body('x'), prices: [] })).toMatchObject({
      code: 'handle_taken',
    });
  });

  test('goes on the shelf by itself when its moment has come', async () => {
    const at = new Date(deps.now().getTime() + 3_600_000);
    await edit('soon', 0, { body: body('Soon', { status: 'draft' }), publishAt: at, prices: [] });
    const status = async () => (await findProductsToSave(deps.db, { handles: ['soon'] }))[0]?.product.status;
    await sweepPublications(deps);
    expect(await status()).toBe('draft');
    clock.advance(60);
    await Promise.all([sweepPublications(deps), sweepPublications(deps)]);
    expect(await status()).toBe('active');
    expect(await findProductHead(deps.db, { handle: 'soon' })).toMatchObject({ publishAt: null });
  });

  test('is found by words, by SKU and by state, a page at a time', async () => {
    const list = (more: object) =>
      searchProducts(deps.db, { words: '', status: null, after: null, limit: 50, ...more }).then((rows) =>
        rows.map(({ handle }) => handle),
      );
    expect(await list({ words: 'UNDONE-2' })).toEqual(['undone']);
    expect(await list({ words: '100%' })).toEqual([]);
    expect(await list({ status: 'draft' })).toEqual([]);
    const [first] = await searchProducts(deps.db, { words: '', status: null, after: null, limit: 1 });
    const rest = await searchProducts(deps.db, { words: '', status: null, after: first ?? null, limit: 50 });
    expect(rest.map(({ handle }) => handle)).not.toContain(first?.handle);
  });
});

test('an option keeps its place where the one before it is empty', () => {
  const parsed = productEditForm.parse({
    base: '0',
    handle: 'x',
    title: { en: 'X' },
    status: 'draft',
    options: { o0: 'Size', o2: 'Grind' },
    variants: [{ sku: 'A', option: { o2: 'fine' } }],
  });
  const { options, variants } = bodyOf(parsed, null);
  expect([options, variants?.[0]?.options]).toEqual([['Size', 'Grind'], { Size: '', Grind: 'fine' }]);
});

test('a price typed as shoppers see it is stored as the one before tax that gives it back', () => {
  const on = '2026-11-23';
  const parsed = productEditForm.parse({
    base: '1',
    handle: 'x',
    title: { en: 'X' },
    status: 'active',
    variants: [{ sku: 'A', price: { EUR: '9,99', USD: '9.99', GBP: '4.00' }, tax: 'standard' }],
  });
  const changes = changedPrices(rules, { variants: parsed.variants, shown: new Map([['A GBP', '4.00']]), on });
  expect(changes).toEqual([
    { sku: 'A', currency: 'EUR', unitPrice: '8.394958' },
    { sku: 'A', currency: 'USD', unitPrice: '9.99' },
  ]);
  const shown = (currency: 'EUR' | 'USD', unitPrice: string) =>
    shownText(rules, { unitPrice, currency, taxClass: 'standard', on });
  expect([shown('EUR', '8.394958'), shown('USD', '9.99')]).toEqual(['9.99', '9.99']);
});

describe('pictures', () => {
  const aPicture = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#a43' } })
      .png()
      .toBuffer();

  test('are uploaded, cut, put in order and taken away; what is no picture leaves all as it was', async () => {
    await edit('shown', 0);
    const upload = async (kept: Parameters<typeof changePictures>[1]['kept'], content: Uint8Array | null) =>
      changePictures(deps, {
        handle: 'shown',
        kept,
        added: content ? [{ content, alt: { en: 'A cup' }, crop: 'square' }] : [],
      });
    expect(await upload([], await aPicture(900, 600))).toMatchObject({ ok: true });
    const pictures = async () => (await findPictures(deps.db, { handles: ['shown'] })).get('shown') ?? [];
    const [first] = await pictures();
    const master = await readPictureMaster(deps.db, { name: first?.source ?? '' });
    expect(await sharp(master ?? Buffer.alloc(0)).metadata()).toMatchObject({
      format: 'webp',
      width: 600,
      height: 600,
    });
    const shelf = pictureShelf({
      masters: '.',
      cache: (await import('node:os')).tmpdir(),
      uploaded: (name) => readPictureMaster(deps.db, { name }),
    });
    expect(await shelf.facts(first?.source ?? '')).toMatchObject({ width: 600, height: 600 });

    expect(await upload([], new TextEncoder().encode('<svg>'))).toMatchObject({ code: 'not_a_picture' });
    expect(await upload([], await aPicture(50, 50))).toMatchObject({ code: 'not_a_picture' });
    expect(await pictures()).toHaveLength(1);
    await upload([{ ...first!, order: 9, alt: { en: 'Again' } }], await aPicture(300, 300));
    expect((await pictures()).map(({ alt }) => alt.en)).toEqual(['Again', 'A cup']);
    await upload([], null);
    expect(await pictures()).toEqual([]);
    expect(await upload([{ ...first!, order: 1 }], null)).toMatchObject({ code: 'stale_revision' });
  });
});
