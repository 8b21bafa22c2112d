import { expect, test } from 'vitest';
import {
  addToList,
  createList,
  nameList,
  removeList,
  saveLevels,
  takeOffList,
} from '#app/use-cases/shopping-lists/change-list.server.ts';
import { orderFromList } from '#app/use-cases/shopping-lists/order-from-list.server.ts';
import { findOpenCart, readCartLines } from '#db/queries/carts.server.ts';
import { findOrderingCompany, findPersonByEmail } from '#db/queries/ordering-companies.server.ts';
import {
  type ListReader,
  findShoppingList,
  listShoppingLists,
  readLastQuantities,
  readListLines,
} from '#db/queries/shopping-lists.server.ts';
import { testDatabase } from '#tests/support/database.ts';
import { people, quoteWorld } from '#tests/support/quote-world.ts';

let sent = 0;
const { db } = await testDatabase({ connections: 4, onStatement: () => void (sent += 1) });
const world = await quoteWorld(db);
const { deps } = world;

const machineProduct = (modules: string[]) => ({
  title: 'Machine',
  options: [],
  variants: [{ sku: 'MACHINE-2', options: {}, stock: '50', tax_class: 'standard' }],
  plans: [{ code: 'comfort', title: 'Comfort', price: { EUR: '30.00' } }],
  modules: modules.map((code) => ({
    ...{ code, title: code, pricing: 'per_unit', price: { EUR: '5.00' } },
    quantity: code === 'care' ? 'free' : 'line',
  })),
});
await world.api('PUT', '/products/machine', machineProduct(['care', 'training']));
world.moveTo('2027-01-15T09:01:00.000Z');
await world.api('POST', '/price-lists/STANDARD-EUR/revisions', {
  starts_at: '2027-01-15T09:01:00.000Z',
  submit: true,
  entries: [
    { sku: 'MACHINE-2', min_quantity: '1', unit_price: '900.00' },
    { sku: 'ESP-1K', min_quantity: '1', unit_price: '18.00' },
    { sku: 'ESP-250', min_quantity: '1', unit_price: '6.00' },
  ],
});

async function keeperOf(email: string, slug: string, unitSlug: string) {
  const person = await findPersonByEmail(db, { email });
  const company = await findOrderingCompany(db, { slug, unitSlug });
  if (!person || !company) throw new Error(email);
  const reader: ListReader = {
    kind: 'member',
    personId: person.id,
    companyId: company.id,
    unitIds: [company.unitId],
  };
  return { reader, unitId: company.unitId };
}
const ana = await keeperOf(people.buyer, 'harbour-hotels', 'pier-9');
const vic = await keeperOf(people.viewer, 'harbour-hotels', 'pier-9');
const ben = await keeperOf(people.approver, 'harbour-hotels', 'north');
const sam = await keeperOf(people.stranger, 'elsewhere', 'pier-9');
const anaAtHome: ListReader = { kind: 'person', personId: ana.reader.personId };

const buyer = {
  owner: { cartId: null, personId: ana.reader.personId, unitId: ana.unitId },
  companyId: ana.reader.companyId,
  email: people.buyer,
  market: 'DE',
  currency: 'EUR',
  locale: 'en',
} as const;

const made = async (name: string, isShared: boolean) => {
  const entries = [{ sku: 'ESP-1K', quantity: '6', configuration: {} }];
  const done = await createList(deps, { ...ana, name, isShared, entries });
  if (!done.ok) throw new Error(done.code);
  return done.value.id;
};
const namesFor = async (reader: ListReader) =>
  (await listShoppingLists(db, { reader, limit: 50 })).map(({ name }) => name);

test('one’s own is nobody else’s, a shared one is the unit’s; neither is another company’s or the consumer’s', async () => {
  const own = await made('Mine', false);
  await made('The bar', true);
  expect(await namesFor(ana.reader)).toEqual(['Mine', 'The bar']);
  expect(await namesFor(vic.reader)).toEqual(['The bar']);
  for (const reader of [ben.reader, sam.reader, anaAtHome]) expect(await namesFor(reader)).toEqual([]);
  expect(await removeList(deps, { reader: vic.reader, id: own })).toMatchObject({ code: 'not_found' });
  expect(await addToList(deps, { reader: sam.reader, id: own, entries: [] })).toMatchObject({ code: 'not_found' });
  await nameList(deps, { ...ana, id: own, name: 'Ours', isShared: true });
  expect(await namesFor(vic.reader)).toEqual(['Ours', 'The bar']);
  expect(await removeList(deps, { reader: vic.reader, id: own })).toMatchObject({ ok: true });
});

test('an article is on a list once and keeps its level; an unknown one leaves the list as it was', async () => {
  const id = await made('Levels', false);
  const list = await findShoppingList(db, { reader: ana.reader, id });
  const levels = [{ line: 1, quantity: '6', parLevel: '12', leftOver: '5' }];
  expect(await saveLevels(deps, { reader: ana.reader, id, version: list?.version ?? 0, levels })).toMatchObject({
    ok: true,
  });
  expect(await saveLevels(deps, { reader: ana.reader, id, version: list?.version ?? 0, levels })).toMatchObject({
    code: 'stale_revision',
  });
  const more = [
    { sku: 'ESP-1K', quantity: '9', configuration: {} },
    { sku: 'ESP-250', quantity: '3', configuration: {} },
  ];
  expect(await addToList(deps, { reader: ana.reader, id, entries: more })).toMatchObject({ ok: true });
  const unknown = [{ sku: 'NO-SUCH', quantity: '1', configuration: {} }];
  expect(await addToList(deps, { reader: ana.reader, id, entries: unknown })).toMatchObject({ code: 'unknown_sku' });
  const wanted = [
    { line: 1, sku: 'ESP-1K', quantity: '9.000000', parLevel: '12.000000', leftOver: '5.000000' },
    { line: 2, sku: 'ESP-250', quantity: '3.000000', parLevel: null, leftOver: null },
  ];
  expect(await readListLines(db, { listId: id })).toMatchObject(wanted);
  await takeOffList(deps, { reader: ana.reader, id, line: 1 });
  expect(await readListLines(db, { listId: id })).toMatchObject([{ line: 2 }]);
});

test('one article in two configurations is two lines; the same choice, named in another order, is the one that is there', async () => {
  const machine = (modules: string[], quantity: string, more: object = {}) => ({
    ...{ sku: 'MACHINE-2', quantity },
    configuration: { plan: 'comfort', modules: modules.map((code) => ({ code })), ...more },
  });
  const done = await createList(deps, {
    ...ana,
    name: 'Machines',
    isShared: true,
    entries: [
      machine(['care', 'training'], '1'),
      machine(['training', 'care'], '2'),
      machine(['care'], '1', { term: 12 }),
      { sku: 'MACHINE-2', quantity: '4', configuration: {} },
    ],
  });
  if (!done.ok) throw new Error(done.code);
  const { id } = done.value;
  const kept = await readListLines(db, { listId: id });
  expect(kept.map(({ line, quantity, configuration }) => [line, Number(quantity), configuration])).toEqual([
    [1, 3, { plan: 'comfort', modules: [{ code: 'care' }, { code: 'training' }] }],
    [2, 1, { plan: 'comfort', modules: [{ code: 'care' }], term: 12 }],
    [3, 4, {}],
  ]);
  await addToList(deps, { reader: ana.reader, id, entries: [machine(['training', 'care'], '7')] });
  expect((await readListLines(db, { listId: id })).map(({ quantity }) => Number(quantity))).toEqual([7, 1, 4]);
});

test('configured lines go into the cart as configured; one that is not possible any more stays, with the reason', async () => {
  const choices = [{ plan: 'comfort', modules: [{ code: 'care', quantity: '2' }], term: 12 }, { plan: 'comfort' }];
  const entries = choices.map((configuration) => ({ sku: 'MACHINE-2', quantity: '1', configuration }));
  const done = await createList(deps, { ...ana, name: 'For the roof', isShared: false, entries });
  if (!done.ok) throw new Error(done.code);
  const { id } = done.value;
  const order = (version: number) =>
    orderFromList(deps, {
      ...{ reader: ana.reader, id, version, buyer },
      quantities: new Map([
        [1, '1'],
        [2, '1'],
      ]),
    });
  expect(await world.api('PUT', '/products/machine', machineProduct([]))).toMatchObject({ status: 200 });
  const answers = await Promise.all([order(1), order(1)]);
  expect(answers.map((one) => (one.ok ? one.value.left : one.code)).toSorted()).toMatchObject([
    [{ sku: 'MACHINE-2', problem: { code: 'configuration_invalid', problems: [{ code: 'unknown_module' }] } }],
    'stale_revision',
  ]);
  const cart = await findOpenCart(db, { owner: buyer.owner });
  const inCart = await readCartLines(db, { cartId: cart?.id ?? '' });
  expect(inCart.filter(({ sku }) => sku === 'MACHINE-2')).toMatchObject([
    { configuration: { plan: 'comfort' }, quantity: '1.000000' },
  ]);
  expect(await readListLines(db, { listId: id })).toHaveLength(2);
  expect(await world.api('PUT', '/products/machine', machineProduct(['care', 'training']))).toMatchObject({
    status: 200,
  });
  expect(await order(2)).toMatchObject({ ok: true, value: { added: 2, left: [] } });
  const after = await readCartLines(db, { cartId: cart?.id ?? '' });
  expect(after.filter(({ sku }) => sku === 'MACHINE-2')).toMatchObject([
    { configuration: { plan: 'comfort' }, quantity: '2.000000' },
    { configuration: { plan: 'comfort', modules: [{ code: 'care', quantity: '2' }], term: 12 }, quantity: '1.000000' },
  ]);
});

test('ordering a list of two hundred lines sends as many statements as one of two', async () => {
  const statementsFor = async (count: number) => {
    const entries = Array.from({ length: count }, (_, at) => ({
      ...{ sku: 'MACHINE-2', quantity: '1' },
      configuration: { plan: 'comfort', modules: [{ code: 'care', quantity: String(at + 10) }] },
    }));
    const done = await createList(deps, { ...ana, name: `Of ${count}`, isShared: false, entries });
    if (!done.ok) throw new Error(done.code);
    const quantities = new Map(entries.map((_, at) => [at + 1, '1'] as const));
    sent = 0;
    const ordered = await orderFromList(deps, { reader: ana.reader, id: done.value.id, version: 1, buyer, quantities });
    expect(ordered).toMatchObject({ ok: true, value: { added: count, left: [] } });
    return sent;
  };
  const few = await statementsFor(2);
  expect(await statementsFor(200)).toBe(few);
});

test('what was ordered last is that of the newest order in the unit', async () => {
  for (const [day, quantity] of [
    ['15', '60'],
    ['16', '24'],
  ] as const) {
    world.moveTo(`2027-01-${day}T10:00:00.000Z`);
    const id = await world.requested({ lines: [{ sku: 'ESP-1K', quantity }] });
    const lines = [{ sku: 'ESP-1K', quantity, unit_price: '17.00' }];
    await world.act(id, 'offers', { as: people.rep, valid_until: '2027-02-01T00:00:00Z', lines });
    expect(await world.accept(id, 1)).toMatchObject({ status: 200 });
  }
  const id = await made('Again', false);
  const variantIds = (await readListLines(db, { listId: id })).map(({ variantId }) => variantId);
  const companyOf = (reader: ListReader) => (reader.kind === 'member' ? reader : null);
  const lastOf = (keeper: typeof ana) =>
    readLastQuantities(db, {
      scope: { kind: 'company', companyId: companyOf(keeper.reader)?.companyId ?? '', unitIds: [keeper.unitId] },
      variantIds,
    });
  expect((await lastOf(ana)).map(({ quantity }) => quantity)).toEqual(['24.000000']);
  expect(await lastOf(ben)).toEqual([]);
});

test('what cannot be ordered stays on the list, is named, and keeps what was counted of it', async () => {
  const made = await createList(deps, {
    ...ana,
    name: 'The bar of the pier',
    isShared: false,
    entries: [
      { sku: 'ESP-1K', quantity: '6', configuration: {} },
      { sku: 'ESP-250', quantity: '4', configuration: {} },
    ],
  });
  if (!made.ok) throw new Error(made.code);
  const { id } = made.value;
  const halfShut = { variants: [{ sku: 'ESP-1K' }, { sku: 'ESP-250', status: 'discontinued', stock: '0' }] };
  const levels = ['12', '8'].map((parLevel, at) => ({ line: at + 1, quantity: '6', parLevel, leftOver: '2' }));
  expect(await saveLevels(deps, { reader: ana.reader, id, version: 1, levels })).toMatchObject({ ok: true });
  expect(await world.api('PUT', '/products/house-espresso', halfShut)).toMatchObject({ status: 200 });
  const order = (version: number, quantities: readonly (readonly [number, string])[]) =>
    orderFromList(deps, { reader: ana.reader, id, version, buyer, quantities: new Map(quantities) });
  expect(await order(2, [])).toMatchObject({ code: 'nothing_to_order' });
  expect(
    await order(2, [
      [1, '10'],
      [2, '6'],
    ]),
  ).toEqual({ ok: true, value: { added: 1, left: [{ sku: 'ESP-250', problem: { code: 'gone' } }] } });
  expect(await readListLines(db, { listId: id })).toMatchObject([
    { sku: 'ESP-1K', leftOver: null },
    { sku: 'ESP-250', leftOver: '2.000000' },
  ]);
});
