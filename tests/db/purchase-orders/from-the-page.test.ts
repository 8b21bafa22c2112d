import { beforeAll, describe, expect, test } from 'vitest';
import { desc, eq } from 'drizzle-orm';
import { action as comment } from '#app/routes/company/purchase-order-comments.ts';
import { action as edit } from '#app/routes/company/purchase-order-edit.tsx';
import { action as approve } from '#app/routes/company/purchase-order-approvals.ts';
import { loader as show } from '#app/routes/company/purchase-order.tsx';
import { loader as openLink } from '#app/routes/company/decide.tsx';
import { sha256 } from '#app/use-cases/approvals/record-trail.server.ts';
import { verifyTrail } from '#app/domain/purchase-orders/trail.ts';
import { findTrailHead, listTrail } from '#db/queries/trail.server.ts';
import { companies } from '#db/schema/companies.ts';
import { persons } from '#db/schema/identity.ts';
import { outboxEmails } from '#db/schema/jobs.ts';
import { changePerson, findCredentialsByEmail } from '#db/queries/persons.server.ts';
import { TOTP } from 'otpauth';
import { type Browser, browserOf, visiting } from '#tests/support/browser.ts';
import { testDatabase } from '#tests/support/database.ts';
import { purchaseOrderWorld } from '#tests/support/purchase-order-world.ts';
import { findUnitsBySlug } from '#tests/support/units.ts';

const { db } = await testDatabase({ connections: 4 });
const world = await purchaseOrderWorld(db);
let companyId = '';
const browsers: Record<string, Browser> = {};

beforeAll(async () => {
  companyId = await world.putCompany();
  const units = await findUnitsBySlug(db, companyId);
  for (const [who, unit] of [
    ['ana', 'pier-9'],
    ['ben', 'north'],
    ['cfo', 'hq'],
  ] as const)
    browsers[who] = await browserOf(world.deps, { email: `${who}@harbour.example`, unitId: units[unit] });
});
const browser = (who: string): Browser => browsers[who] as Browser;

const post = (act: typeof edit | typeof approve, who: string, id: string, fields: Record<string, string>) => {
  const body = new URLSearchParams({ ...fields, buying_as: browser(who).buyingAs });
  return act({ ...browser(who).ask(`/company/purchase-orders/${id}/x`, { method: 'POST', body }), params: { id } });
};
const page = (who: string, id: string) =>
  show({ ...browser(who).ask(`/company/purchase-orders/${id}`), params: { id } });
const unchanged = { revision: '1', number: 'PO-E', cost_centre: '', 'lines.0.line': '1', 'lines.0.quantity': '100' };

describe('changing it on its page', () => {
  test('saying again what is there changes nothing; another quantity makes a revision and asks anew', async () => {
    const id = await world.submitted({ number: 'PO-E' });
    expect(await post(edit, 'ana', id, unchanged)).toMatchObject({ status: 303 });
    expect(await world.seen(id)).toMatchObject({ revision: 1, status: 'awaiting_approval' });
    const fewer = {
      ...unchanged,
      'lines.0.quantity': '80',
      'more.0.sku': 'ESP-1K',
      'more.0.quantity': '5',
      then: 'submit',
    };
    expect(await post(edit, 'ana', id, fewer)).toMatchObject({ status: 303 });
    const seen = await world.seen(id);
    expect(seen).toMatchObject({ revision: 2, status: 'awaiting_approval' });
    expect((seen as unknown as { lines: object[] }).lines).toMatchObject([
      { line: 1, quantity: '80' },
      { line: 2, quantity: '5' },
    ]);
    // a second tab still shows the first revision
    expect(await post(edit, 'ana', id, unchanged)).toMatchObject({ init: { status: 409 } });
  });

  test('what cannot be changed leaves everything as it was, the notes too', async () => {
    const id = await world.submitted({ number: 'PO-F' });
    const wrong = { ...unchanged, number: 'PO-G', 'more.0.sku': 'NOPE' };
    expect(await post(edit, 'ana', id, wrong)).toMatchObject({ init: { status: 422 } });
    expect(await world.seen(id)).toMatchObject({ number: 'PO-F', revision: 1, status: 'awaiting_approval' });
    expect(await post(edit, 'ana', id, { ...unchanged, number: 'PO-F', 'lines.0.quantity': '' })).toMatchObject({
      init: { status: 422 },
    });
  });
});

test('a comment is read by everyone who sees it, mailed to who asked, and in the trail', async () => {
  const id = await world.submitted({ number: 'PO-C' });
  expect(await post(comment, 'ben', id, { reason: 'Why so many?' })).toMatchObject({ status: 303 });
  expect((await page('ana', id)).comments).toMatchObject([{ by: 'Ben', body: 'Why so many?' }]);
  const mails = await db.select().from(outboxEmails).where(eq(outboxEmails.recipient, 'ana@harbour.example'));
  expect(mails.map(({ props }) => props)).toContainEqual(
    expect.objectContaining({ news: 'commented', number: 'PO-C' }),
  );
  const trail = await listTrail(db, { documentId: id });
  expect(trail.at(-1)).toMatchObject({ event: 'commented' });
  expect(verifyTrail(id, trail, await findTrailHead(db, { documentId: id }), sha256).isIntact).toBe(true);
});

describe('the link of a mail', () => {
  async function linkFor(email: string) {
    const person = await findCredentialsByEmail(db, { email });
    await world.ask(person?.id ?? '');
    const [mail] = await db
      .select()
      .from(outboxEmails)
      .where(eq(outboxEmails.recipient, email))
      .orderBy(desc(outboxEmails.sequence))
      .limit(1);
    const { items } = mail?.props as { items: { number: string; url: string }[] };
    return Object.fromEntries(items.map(({ number, url }) => [number, url.split('/decide/')[1] ?? '']));
  }
  const open = (by: Browser, token: string, cookie?: string) => {
    const asked = by.ask(`/decide/${token}`);
    if (cookie) asked.request.headers.set('Cookie', cookie);
    return openLink({ ...asked, params: { token } }).catch((thrown: Response) => thrown);
  };

  test('opens once, in one browser, signs nobody in, and leads who is signed in to the page', async () => {
    const id = await world.submitted({ number: 'PO-L' });
    const token = (await linkFor('ben@harbour.example'))['PO-L'] ?? '';
    const visitor = visiting(world.deps);
    const ahead = visitor.ask(`/decide/${token}`, { headers: { 'Sec-Purpose': 'prefetch' } });
    expect(await openLink({ ...ahead, params: { token } })).toMatchObject({ data: { seen: null } });

    const first = (await open(visitor, token)) as { data: { seen: object }; init: { headers: Record<string, string> } };
    expect(first.data.seen).toMatchObject({ number: 'PO-L', status: 'awaiting_approval' });
    expect(await open(visitor, token)).toMatchObject({ data: { seen: null }, init: { status: 410 } });
    const cookie = first.init.headers['Set-Cookie']?.split(';')[0];
    expect(await open(visitor, token, cookie)).toMatchObject({ data: { seen: { number: 'PO-L' } } });
    expect(await open(visitor, 'made-up', cookie)).toMatchObject({ init: { status: 410 } });

    // forwarded to the buyer it still makes nobody an approver
    expect(await post(approve, 'ana', id, { revision: '1' })).toMatchObject({ status: 303 });
    expect(await world.seen(id)).toMatchObject({ status: 'awaiting_approval', decisions: [] });
  });

  test('of two who open it at once, one sees it', async () => {
    await world.submitted({ number: 'PO-M' });
    const token = (await linkFor('ben@harbour.example'))['PO-M'] ?? '';
    const both = await Promise.all([open(visiting(world.deps), token), open(visiting(world.deps), token)]);
    expect(both.filter((each) => 'data' in each && each.data.seen !== null)).toHaveLength(1);
  });
});

describe('above the sum the company set', () => {
  test('a decision on the page needs a code, once; a key is asked for none', async () => {
    await db.update(companies).set({ totpAboveMinor: 100_000n }).where(eq(companies.id, companyId));
    const ben = await findCredentialsByEmail(db, { email: 'ben@harbour.example' });
    const id = await world.submitted({ number: 'PO-T' });
    const decide = async (code?: string) => {
      await post(approve, 'ben', id, { revision: '1', ...(code && { code }) });
      return (await world.seen(id)).decisions.length;
    };
    expect((await page('ben', id)).may.decide).toMatchObject({ code: 'enrol' });
    expect(await decide('123456')).toBe(0);
    const totp = new TOTP();
    await changePerson(db, { id: ben?.id ?? '', changes: { totpSecret: totp.secret.base32 } });
    const { north } = await findUnitsBySlug(db, companyId);
    browsers.ben = await browserOf(world.deps, { email: 'ben@harbour.example', unitId: north, assurance: 2 });
    expect(await decide()).toBe(0);
    expect(await decide(totp.generate() === '000000' ? '000001' : '000000')).toBe(0);
    const code = totp.generate();
    expect(await decide(code)).toBe(1);
    const other = await world.submitted({ number: 'PO-U' });
    await post(approve, 'ben', other, { revision: '1', code });
    expect((await world.seen(other)).decisions).toHaveLength(0);
    expect((await world.approve(other, 'ben@harbour.example')).status).toBe(200);
    await db
      .update(persons)
      .set({ totpSecret: null })
      .where(eq(persons.id, ben?.id ?? ''));
  });
});
