import { beforeAll, describe, expect, test } from 'vitest';
import { companyBody } from '#app/http/api/schemas/companies.ts';
import { upsertCompany } from '#app/use-cases/companies/upsert-company.server.ts';
import { apiClient, depsAt } from '#tests/support/api.ts';
import { testDatabase } from '#tests/support/database.ts';

const start = '2027-01-01T00:00:00.000Z';
const moved = '2027-03-01T00:00:00.000Z';
const now = '2027-02-01T00:00:00.000Z';

type Line = { unit_price: string; line_total: { amount: string }; list: string; problem?: { code: string } };

describe('prices from rows, on the worked examples', async () => {
  const { db } = await testDatabase();
  const deps = depsAt(db, start);
  const api = await apiClient(deps);
  const must = async (method: string, path: string, body: unknown) => {
    const reply = await api(method, path, body);
    if (reply.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(reply.body)}`);
  };
  const list = async (code: string, body: object, entries: object[], more: object = {}) => {
    await must('PUT', `/price-lists/${code}`, { currency: 'EUR', ...body });
    await must('POST', `/price-lists/${code}/revisions`, { starts_at: start, submit: true, entries, ...more });
  };
  const put = async (slug: string, body: object, at = start) => {
    const done = await upsertCompany(depsAt(db, at), { slug, body: companyBody.parse(body), by: null, via: 'test' });
    if (!done.ok) throw new Error(done.code);
  };
  const tree = (parent: string) => [
    { slug: 'hq', parent: null },
    { slug: 'north', parent: 'hq' },
    { slug: 'south', parent: 'hq' },
    { slug: 'pier-9', parent },
  ];
  const ladder = (sku: string, steps: Record<string, string>) =>
    Object.entries(steps).map(([min_quantity, unit_price]) => ({ sku, min_quantity, unit_price }));
  const ask = async (p: { company?: string; unit?: string; at?: string; currency?: string; lines: object[] }) =>
    (await api('POST', '/prices', { currency: 'EUR', at: now, ...p })).body.lines as Line[];
  const asked = async (company: string, unit: string, sku: string, quantity: string, at = now) =>
    (await ask({ company, unit, at, lines: [{ sku, quantity }] }))[0] as Line;

  beforeAll(async () => {
    const variant = (sku: string, more: object = {}) => ({ sku, options: { Size: sku }, ...more });
    await must('PUT', '/products/espresso', {
      title: 'Espresso',
      category: 'coffee/beans/espresso',
      options: ['Size'],
      variants: [variant('A'), variant('B'), variant('SALE'), variant('FINE'), variant('BAND')],
    });
    await must('PUT', '/products/cable', {
      title: 'Cable',
      category: 'parts',
      options: ['Size'],
      variants: [variant('M', { unit: 'MTR', min_quantity: '0.5', quantity_step: '0.25' })],
    });
    await list('STANDARD-EUR', { kind: 'standard' }, [
      ...ladder('A', { 1: '20.00' }),
      ...ladder('B', { 1: '10.00' }),
      ...ladder('BAND', { 1: '20.00' }),
      ...ladder('FINE', { 1: '0.012345' }),
      ...ladder('M', { '0.5': '4.25', '10': '3.999999' }),
      ...ladder('SALE', { 1: '90.00', 10: '87.30', 20: '83.70', 50: '76.56', 100: '73.95' }),
    ]);
    for (const [currency, price] of [
      ['JPY', '1200.5'],
      ['KWD', '1.2345'],
    ] as const)
      await list(`STANDARD-${currency}`, { kind: 'standard', currency }, ladder('A', { 1: price }));
    await put('tree', { currency: 'EUR', segments: ['cafes'], units: tree('north') });
    await put('plain', { currency: 'EUR', segments: ['cafes', 'hotels'], units: [{ slug: 'hq', parent: null }] });
    await list('TREE-HQ', { kind: 'contract', company: 'tree', unit: 'hq' }, ladder('A', { 1: '19.00', 5: '18.00' }));
    await list('TREE-NORTH', { kind: 'contract', company: 'tree', unit: 'north' }, ladder('A', { 10: '15.00' }));
    await list('TREE-SOUTH', { kind: 'contract', company: 'tree', unit: 'south' }, ladder('A', { 1: '17.00' }));
    await list('TREE-BANDS', { kind: 'contract', company: 'tree', unit: 'hq', options: ['graduated'] }, [
      ...ladder('BAND', { 1: '18.00', 10: '16.50', 50: '15.00' }),
    ]);
    await list('CAFES', { kind: 'segment', segment: 'cafes', priority: 10, options: ['mix_and_match'] }, [
      { category: 'coffee', min_quantity: '1', percent_off: '10' },
      { category: 'coffee/beans', min_quantity: '12', percent_off: '12.5' },
    ]);
    await list('HOTELS', { kind: 'segment', segment: 'hotels', priority: 5 }, [{ sku: 'B', unit_price: '9.50' }]);
    await put('tree', { units: tree('south') }, moved);
    await put('plain', { segments: ['cafes'] }, moved);
  });

  test.each([
    ['the nearest unit first', 'pier-9', '10', '15.00', 'TREE-NORTH'],
    ['a list whose breaks all start above is passed over', 'pier-9', '5', '18.00', 'TREE-HQ'],
    ['a unit above does not see what is below', 'hq', '10', '18.00', 'TREE-HQ'],
    ['nor does a sister', 'south', '10', '17.00', 'TREE-SOUTH'],
  ])('contracts: %s', async (_case, unit, quantity, price, code) => {
    expect(await asked('tree', unit, 'A', quantity)).toMatchObject({ unit_price: price, list: code });
  });

  test('the unit tree is that of the moment, past or coming', async () => {
    expect((await asked('tree', 'pier-9', 'A', '10', '2027-02-28T23:59:59.999Z')).list).toBe('TREE-NORTH');
    expect((await asked('tree', 'pier-9', 'A', '10', moved)).list).toBe('TREE-SOUTH');
  });

  test('and so are the segments: the smallest priority first, until the company leaves it', async () => {
    expect(await asked('plain', 'hq', 'B', '1')).toMatchObject({ unit_price: '9.50', list: 'HOTELS' });
    expect(await asked('plain', 'hq', 'B', '1', moved)).toMatchObject({ unit_price: '9.00', list: 'CAFES' });
  });

  test('a percentage is taken off what the rest of the chain gives, by the nearest category', async () => {
    expect(await asked('plain', 'hq', 'A', '1')).toMatchObject({ unit_price: '18.00' });
    expect(await asked('plain', 'hq', 'A', '12')).toMatchObject({
      unit_price: '17.50',
      line_total: { amount: '210.00' },
    });
  });

  test('mix and match sums the document’s lines of one product', async () => {
    const lines = await ask({
      ...{ company: 'plain', unit: 'hq' },
      lines: [
        { sku: 'A', quantity: '5' },
        { sku: 'A', quantity: '4' },
        { sku: 'SALE', quantity: '3' },
      ],
    });
    expect(lines.map(({ unit_price }) => unit_price)).toEqual(['17.50', '17.50', '78.75']);
  });

  test.each([
    ['9', '162.00'],
    ['10', '178.50'],
    ['60', '987.00'],
  ])('graduated: %s cost %s', async (quantity, total) => {
    expect(await asked('tree', 'hq', 'BAND', quantity)).toMatchObject({
      unit_price: null,
      line_total: { amount: total },
    });
  });

  test.each([
    ['six decimals', 'EUR', 'FINE', '1000', '0.012345', '12.35'],
    ['below half a cent a price is still a price', 'EUR', 'FINE', '1', '0.012345', '0.01'],
    ['decimal quantities', 'EUR', 'M', '10.25', '3.999999', '41.00'],
    ['decimal minimum', 'EUR', 'M', '0.75', '4.25', '3.19'],
    ['a currency without decimals', 'JPY', 'A', '3', '1200.5', '3602'],
    ['one with three', 'KWD', 'A', '3', '1.2345', '3.704'],
  ])('%s', async (_case, currency, sku, quantity, unitPrice, amount) => {
    const [line] = await ask({ currency, lines: [{ sku, quantity }] });
    expect(line).toMatchObject({ unit_price: unitPrice, line_total: { amount, currency } });
  });

  test.each([
    ['lowest', 'THREE-LOWEST', ['lowest'], { 1: '80.00', 20: '77.05', 100: '73.95' }],
    ['the contract first', 'THREE-FIRST', [], { 1: '85.00', 20: '77.05', 100: '74.80' }],
    ['merged', 'THREE-MERGED', ['merge'], { 1: '85.00', 20: '77.05', 100: '73.95' }],
  ])('three lists, %s', async (_case, code, options, prices) => {
    const company = code.toLowerCase();
    await put(company, { currency: 'EUR', segments: [company], units: [{ slug: 'hq', parent: null }] });
    await list(
      code,
      { kind: 'contract', company, unit: 'hq', options },
      ladder('SALE', { 1: '85', 10: '82.45', 20: '77.05', 50: '74.80' }),
    );
    const clearance = ladder('SALE', { 1: '80', 10: '77.60' });
    await list(`${code}-CLEARANCE`, { kind: 'segment', segment: company, options }, clearance);
    for (const [quantity, price] of Object.entries(prices))
      expect(await asked(company, 'hq', 'SALE', quantity), quantity).toMatchObject({ unit_price: price });
  });

  test('a capped list is never above the public price, and the standard list is named', async () => {
    await put('capped', { currency: 'EUR', units: [{ slug: 'hq', parent: null }] });
    const options = ['cap_at_public'];
    await list('CAPPED', { kind: 'contract', company: 'capped', unit: 'hq', options }, ladder('A', { 1: '25.00' }));
    expect(await asked('capped', 'hq', 'A', '1')).toMatchObject({ unit_price: '20.00', list: 'STANDARD-EUR' });
  });

  test('a list that moves to another unit takes its prices along from the next revision on', async () => {
    await put('mover', { currency: 'EUR', units: tree('north') });
    await list('MOVER', { kind: 'contract', company: 'mover', unit: 'north' }, ladder('A', { 1: '11.00' }));
    await must('PUT', '/price-lists/MOVER', { company: 'mover', unit: 'south' });
    expect(await asked('mover', 'north', 'A', '1')).toMatchObject({ list: 'MOVER' });
    const next = { starts_at: moved, submit: true, entries: ladder('A', { 1: '12.00' }) };
    await must('POST', '/price-lists/MOVER/revisions', next);
    expect(await asked('mover', 'north', 'A', '1')).toMatchObject({ unit_price: '11.00' });
    expect(await asked('mover', 'north', 'A', '1', moved)).toMatchObject({ list: 'STANDARD-EUR' });
    expect(await asked('mover', 'south', 'A', '1', moved)).toMatchObject({ unit_price: '12.00', list: 'MOVER' });
  });

  test('when a revision ends the one before it counts again', async () => {
    const short = { starts_at: '2027-01-10T00:00:00Z', ends_at: '2027-01-20T00:00:00Z', submit: true };
    await must('POST', '/price-lists/TREE-SOUTH/revisions', { ...short, entries: ladder('A', { 1: '16.00' }) });
    const at = async (moment: string) => (await asked('tree', 'south', 'A', '1', moment)).unit_price;
    expect(await at('2027-01-09T23:59:59.999Z')).toBe('17.00');
    expect(await at('2027-01-10T00:00:00.000Z')).toBe('16.00');
    expect(await at('2027-01-20T00:00:00.000Z')).toBe('17.00');
  });

  test('nobody sees another’s prices: a key of one company asks for itself alone', async () => {
    const own = await apiClient(deps, 'tree');
    const lines = [{ sku: 'A', quantity: '10' }];
    const mine = await own('POST', '/prices', { currency: 'EUR', at: now, lines });
    expect(mine.body.lines).toMatchObject([{ list: 'TREE-HQ' }]);
    expect((await own('POST', '/prices', { company: 'plain', currency: 'EUR', lines })).status).toBe(404);
    const text = JSON.stringify(mine.body);
    for (const foreign of ['CAPPED', 'MOVER', 'HOTELS', 'THREE']) expect(text).not.toContain(foreign);
  });
});
