import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { companyBody } from '#app/http/api/schemas/companies.ts';
import { readCompany } from '#app/http/api/read-company.server.ts';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { upsertCompany } from '#app/use-cases/companies/upsert-company.server.ts';
import { findCompany, listAdminIds } from '#db/queries/company-record.server.ts';
import { findMember } from '#db/queries/memberships.server.ts';
import { findCredentialsByEmail } from '#db/queries/persons.server.ts';
import {
  approvalRules,
  companies,
  delegations,
  memberRoles,
  members,
  segmentMemberships,
  unitParents,
  units,
} from '#db/schema/companies.ts';
import { apiKeys, persons, staff } from '#db/schema/identity.ts';
import { events } from '#db/schema/jobs.ts';
import { harbourHotels } from '#tests/support/company-body.ts';
import { testDatabase } from '#tests/support/database.ts';
import { testDeps } from '#tests/support/deps.ts';

const { db } = await testDatabase({ connections: 4 });
const { deps, moveTo } = testDeps(db);

const put = (slug: string, body = harbourHotels()) => upsertCompany(deps, { slug, body, by: null, via: 'key:test' });
const putChanges = (slug: string, body: object) => put(slug, companyBody.parse(body));
async function harbour() {
  const slug = `harbour-${newId()}`;
  const outcome = await put(slug);
  if (!outcome.ok) throw new Error(outcome.code);
  return { slug, id: outcome.value.id };
}
const personId = async (email: string) => (await findCredentialsByEmail(db, { email }))?.id ?? '';
/** Every row of a company, to see that nothing moved. */
async function everything(companyId: string) {
  return JSON.stringify(
    [
      await db.select().from(companies).where(eq(companies.id, companyId)),
      await db.select().from(units).where(eq(units.companyId, companyId)).orderBy(units.id),
      await db.select().from(unitParents).orderBy(unitParents.unitId, unitParents.fromAt),
      await db.select().from(members).where(eq(members.companyId, companyId)).orderBy(members.id),
      await db.select().from(memberRoles).orderBy(memberRoles.memberId, memberRoles.unitId, memberRoles.role),
      await db.select().from(approvalRules).where(eq(approvalRules.companyId, companyId)).orderBy(approvalRules.id),
      await db.select().from(delegations).where(eq(delegations.companyId, companyId)).orderBy(delegations.id),
      await db.select().from(segmentMemberships).where(eq(segmentMemberships.companyId, companyId)),
      await db.$count(events),
    ],
    (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value),
  );
}

beforeAll(async () => {
  const id = newId();
  await db.insert(persons).values({ id, email: 'rep@tradepost.example', name: 'Rosa', createdAt: deps.now() });
  await db.insert(staff).values({ personId: id, role: 'rep', createdAt: deps.now() });
});

test('the first PUT makes the company active, and its members may act at once', async () => {
  const { slug, id } = await harbour();
  expect(await findCompany(db, { slug })).toMatchObject({
    status: 'active',
    terms: 'net30',
    creditLimitMinor: 2000000n,
  });
  const ana = await findMember(db, { companyId: id, personId: await personId('ana@harbour.example') });
  expect(ana?.member.roles).toHaveLength(1);
  expect(ana?.units.map((unit) => unit.slug).sort()).toEqual(['hq', 'north', 'pier-9']);
});

test('the body of the contract is taken as it stands, also where it names people who are no members', async () => {
  const body = harbourHotels();
  const onlyAna = { ...body, rep: 'rep@tradepost.example', members: body.members?.slice(0, 1) };
  expect(await put(`contract-${newId()}`, onlyAna)).toMatchObject({ ok: true, value: { wasCreated: true } });
});

test('an empty first PUT gives a company with a head office, in the currency of the store', async () => {
  const slug = `plain-${newId()}`;
  expect(await putChanges(slug, {})).toMatchObject({ ok: true });
  expect(await readCompany(db, { slug })).toMatchObject({
    name: slug,
    currency: 'EUR',
    terms: 'now',
    rep: null,
    credit_limit: null,
    units: [{ slug: 'hq', parent: null }],
    members: [],
  });
});

test('putting the same again, or what was read, changes no row', async () => {
  const { slug, id } = await harbour();
  const before = await everything(id);
  moveTo('2026-11-22T10:00:00Z');
  expect(await put(slug)).toMatchObject({ ok: true, value: { wasCreated: false, hasChanged: false } });
  expect(await everything(id)).toBe(before);
  const { slug: _slug, ...read } = (await readCompany(db, { slug })) ?? { slug };
  expect(await putChanges(slug, read)).toMatchObject({ ok: true, value: { hasChanged: false } });
  expect(await everything(id)).toBe(before);
});

test('a field left out keeps its value; null takes it away', async () => {
  const { slug } = await harbour();
  await putChanges(slug, { name: 'Harbour Hotels AG' });
  expect(await readCompany(db, { slug })).toMatchObject({
    name: 'Harbour Hotels AG',
    terms: 'net30',
    credit_limit: { amount: '20000.00' },
  });
  await putChanges(slug, { credit_limit: null, rep: 'rep@tradepost.example' });
  expect(await readCompany(db, { slug })).toMatchObject({ credit_limit: null, rep: 'rep@tradepost.example' });
  const members = [{ email: 'ana@harbour.example', unit: 'pier-9', roles: ['buyer', 'viewer'] }];
  await putChanges(slug, { members });
  expect((await readCompany(db, { slug }))?.members).toMatchObject([
    { manager: 'ben@harbour.example', spending_limit: { amount: '500.00' }, roles: ['buyer', 'viewer'] },
  ]);
});

test('whoever the list of members leaves out is out at once: session, key and delegations end', async () => {
  const { slug, id } = await harbour();
  const vp = await personId('vp@harbour.example');
  const pier = (await findMember(db, { companyId: id, personId: vp }))?.units.find((unit) => unit.slug === 'hq');
  const store = sessionStore(db, deps.settings);
  const asHarbour = await store.create({ personId: vp, assurance: 1, userAgent: '', buyingAsUnitId: pier?.id ?? '' });
  const asThemself = await store.create({ personId: vp, assurance: 1, userAgent: '' });
  await db.insert(apiKeys).values({
    id: newId(),
    keyHash: newId(),
    lastCharacters: 'abcd',
    companyId: id,
    scopes: ['company'],
    createdBy: vp,
    createdAt: deps.now(),
  });
  const body = harbourHotels({ delegations: undefined });
  await put(slug, { ...body, members: body.members?.filter(({ email }) => email !== 'vp@harbour.example') });
  expect(await findMember(db, { companyId: id, personId: vp })).toBeNull();
  expect(await store.validate(asHarbour)).toBeNull();
  expect(await store.validate(asThemself)).not.toBeNull();
  const [key] = await db.select().from(apiKeys).where(eq(apiKeys.createdBy, vp));
  expect(key?.revokedAt).not.toBeNull();
  expect((await readCompany(db, { slug }))?.delegations).toEqual([]);
  await put(slug);
  expect(await findMember(db, { companyId: id, personId: vp })).not.toBeNull();
});

test('roles may be held in several units, and several companies may name one person', async () => {
  const { slug, id } = await harbour();
  const other = await harbour();
  await putChanges(slug, {
    members: [
      { email: 'ben@harbour.example', unit: 'north', roles: ['approver'] },
      { email: 'ben@harbour.example', unit: 'pier-9', roles: ['buyer', 'admin'] },
    ],
  });
  const ben = await personId('ben@harbour.example');
  expect((await findMember(db, { companyId: id, personId: ben }))?.member.roles).toHaveLength(3);
  expect((await findMember(db, { companyId: other.id, personId: ben }))?.member.roles).toHaveLength(1);
  expect(await listAdminIds(db, { companyId: id })).toEqual([ben]);
});

test('a unit that moves leaves its old place in the record, with the day', async () => {
  moveTo('2026-11-22T11:00:00Z');
  const { slug, id } = await harbour();
  moveTo('2026-12-01T00:00:00Z');
  await putChanges(slug, { units: [{ slug: 'pier-9', parent: 'hq' }] });
  const ids = new Map(
    (await db.select().from(units).where(eq(units.companyId, id))).map((unit) => [unit.slug, unit.id]),
  );
  const hung = await db
    .select()
    .from(unitParents)
    .where(eq(unitParents.unitId, ids.get('pier-9') ?? ''))
    .orderBy(unitParents.fromAt);
  expect(hung.map(({ parentId, fromAt, untilAt }) => [parentId, fromAt.toISOString(), untilAt?.toISOString()])).toEqual(
    [
      [ids.get('north'), '2026-11-22T11:00:00.000Z', '2026-12-01T00:00:00.000Z'],
      [ids.get('hq'), '2026-12-01T00:00:00.000Z', undefined],
    ],
  );
});

test('segments are entered and left with their days', async () => {
  const { slug, id } = await harbour();
  moveTo('2026-12-05T00:00:00Z');
  await putChanges(slug, { segments: ['hotels'] });
  const rows = await db
    .select()
    .from(segmentMemberships)
    .where(eq(segmentMemberships.companyId, id))
    .orderBy(segmentMemberships.segment);
  expect(rows.map(({ segment, untilAt }) => [segment, untilAt?.toISOString()])).toEqual([
    ['cafes', '2026-12-05T00:00:00.000Z'],
    ['hotels', undefined],
  ]);
});

const eur = (amount: string) => ({ amount, currency: 'EUR' });
test.each<[string, object, string]>([
  ['a unit that is not there', { members: [{ email: 'x@y.example', unit: 'moon', roles: [] }] }, 'unknown_unit'],
  ['a parent that is not there', { units: [{ slug: 'new', parent: 'moon' }] }, 'unknown_unit'],
  ['a unit below itself', { units: [{ slug: 'hq', parent: 'pier-9' }] }, 'unit_loop'],
  ['a rep who does not work here', { rep: 'ana@harbour.example' }, 'unknown_rep'],
  ['another currency than its own', { currency: 'GBP' }, 'currency_fixed'],
  ['an amount in another currency', { credit_limit: { amount: '1', currency: 'GBP' } }, 'wrong_currency'],
  ['half a cent', { credit_limit: eur('1.005') }, 'too_many_decimals'],
])('%s is refused, and nothing of the body is done', async (_case, body, code) => {
  const { slug, id } = await harbour();
  const before = await everything(id);
  expect(await putChanges(slug, { name: 'Changed', segments: ['new'], ...body })).toMatchObject({ ok: false, code });
  expect(await everything(id)).toBe(before);
});

test.each<[string, object]>([
  ['an unknown field', { colour: 'blue' }],
  ['an unknown field below', { members: [{ email: 'a@b.example', roles: [], colour: 'blue' }] }],
  ['an unknown role', { members: [{ email: 'a@b.example', roles: ['king'] }] }],
  ['terms nobody knows', { terms: 'whenever' }],
  ['a time zone nobody knows', { time_zone: 'Mars/Olympus' }],
  ['a level that asks nobody', { approval_rules: [{ name: 'x', levels: [{ groups: [] }] }] }],
  [
    'standing in for oneself',
    {
      delegations: [
        {
          from: 'a@b.example',
          to: 'a@b.example',
          kinds: ['purchase_order'],
          starts_at: '2027-01-01T00:00:00Z',
          ends_at: '2027-02-01T00:00:00Z',
        },
      ],
    },
  ],
])('%s does not pass the schema', (_case, body) => expect(companyBody.safeParse(body).success).toBe(false));

test('the same company put by many at once is one company', async () => {
  const slug = `rush-${newId()}`;
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => put(slug)));
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  expect(outcomes.filter((outcome) => outcome.ok && outcome.value.wasCreated)).toHaveLength(1);
  const { id } = (await findCompany(db, { slug })) ?? { id: '' };
  expect(await db.$count(members, eq(members.companyId, id))).toBe(5);
  expect(await db.$count(units, eq(units.companyId, id))).toBe(3);
});
