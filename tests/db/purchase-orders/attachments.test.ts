import { beforeAll, expect, test } from 'vitest';
import { loader as serve } from '#app/routes/files/file.ts';
import { action as attach } from '#app/routes/company/purchase-order-attachments.ts';
import { action as remove } from '#app/routes/company/purchase-order-attachment-removal.ts';
import { listFiles } from '#db/queries/files.server.ts';
import { findUnitsBySlug } from '#tests/support/units.ts';
import { type Browser, browserOf, visiting } from '#tests/support/browser.ts';
import { testDatabase } from '#tests/support/database.ts';
import { purchaseOrderWorld } from '#tests/support/purchase-order-world.ts';

const { db } = await testDatabase({ connections: 4 });
const world = await purchaseOrderWorld(db);
const browsers: Record<string, Browser> = {};

beforeAll(async () => {
  const companyId = await world.putCompany();
  const others = await world.putCompany('other-hotels', {
    members: [{ email: 'eve@other.example', name: 'Eve', unit: 'hq', roles: ['admin', 'buyer', 'approver'] }],
    cost_centres: [],
    approval_rules: [],
    delegations: [],
  });
  const [own, foreign] = [await findUnitsBySlug(db, companyId), await findUnitsBySlug(db, others)];
  browsers.ana = await browserOf(world.deps, { email: 'ana@harbour.example', unitId: own['pier-9'] });
  browsers.vp = await browserOf(world.deps, { email: 'vp@harbour.example', unitId: own.hq });
  browsers.eve = await browserOf(world.deps, { email: 'eve@other.example', unitId: foreign.hq });
  browsers.nobody = visiting(world.deps);
});

const browser = (who: string): Browser => browsers[who] as Browser;
const pdf = (text = 'a plan') => new File([`%PDF-1.7 ${text}`], 'plan.pdf', { type: 'text/html' });
const owner = (id: string) => ({ kind: 'purchase_order', id }) as const;

async function post(act: typeof attach, who: string, params: Record<string, string>, files: File[] = []) {
  const body = new FormData();
  body.set('buying_as', browser(who).buyingAs);
  for (const file of files) body.append('files', file);
  const asked = { ...browser(who).ask('/company/purchase-orders/x/attachments', { method: 'POST', body }), params };
  return act(asked).catch((thrown: Response) => thrown);
}
const get = (who: string, file: string) =>
  serve({ ...browser(who).ask(`/files/${file}`), params: { file } }).catch((thrown: Response) => thrown);

test('what a buyer attaches, whoever may see the order saves, and nobody else learns of', async () => {
  const id = await world.submitted();
  expect((await post(attach, 'ana', { id }, [pdf()])).status).toBe(303);
  const [file] = await listFiles(db, { owner: owner(id) });
  expect(file).toMatchObject({ name: 'plan.pdf', mediaType: 'application/pdf', size: 15 });

  for (const who of ['ana', 'vp']) {
    const response = await get(who, file?.id ?? '');
    expect(await response.text()).toBe('%PDF-1.7 a plan');
    expect(response.headers.get('Content-Disposition')).toMatch(/^attachment; filename="plan\.pdf"/);
    expect(response.headers.get('Content-Type')).toBe('application/pdf');
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
  }
  for (const who of ['eve', 'nobody']) expect((await get(who, file?.id ?? '')).status).toBe(404);
  expect((await post(attach, 'eve', { id }, [pdf()])).status).toBe(404);
  expect((await post(remove, 'eve', { id, file: file?.id ?? '' })).status).toBe(404);
  expect(await listFiles(db, { owner: owner(id) })).toHaveLength(1);
});

test('after the first decision nothing is added and nothing goes', async () => {
  const id = await world.submitted();
  await post(attach, 'ana', { id }, [pdf()]);
  const [file] = await listFiles(db, { owner: owner(id) });
  await world.approve(id, 'ben@harbour.example');
  await post(attach, 'ana', { id }, [pdf('another')]);
  await post(remove, 'ana', { id, file: file?.id ?? '' });
  expect((await listFiles(db, { owner: owner(id) })).map(({ sha256 }) => sha256)).toEqual([file?.sha256]);
});

test('all of them or none; never more than twenty; too much at once is not kept', async () => {
  const id = await world.submitted();
  await post(attach, 'ana', { id }, [pdf(), new File(['MZ\0'], 'setup.pdf')]);
  expect(await listFiles(db, { owner: owner(id) })).toEqual([]);
  await post(attach, 'ana', { id }, [new File([new Uint8Array(26 * 1024 * 1024)], 'large.pdf')]);
  expect(await listFiles(db, { owner: owner(id) })).toEqual([]);
  await post(
    attach,
    'ana',
    { id },
    Array.from({ length: 19 }, () => pdf()),
  );
  await Promise.all([post(attach, 'ana', { id }, [pdf('a')]), post(attach, 'ana', { id }, [pdf('b')])]);
  expect(await listFiles(db, { owner: owner(id) })).toHaveLength(20);
});
