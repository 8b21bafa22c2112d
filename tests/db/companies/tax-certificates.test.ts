import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { MemberActor, StaffActor } from '#app/domain/access/actor.ts';
import { salesScope } from '#app/domain/access/company-scope.ts';
import { personId } from '#app/domain/access/ids.ts';
import { loader as serve } from '#app/routes/files/file.ts';
import { action as give, loader as page } from '#app/routes/company/tax-certificates.tsx';
import { checkTaxCertificate } from '#app/use-cases/companies/check-tax-certificate.server.ts';
import { giveTaxCertificate, withdrawTaxCertificate } from '#app/use-cases/companies/give-tax-certificate.server.ts';
import { sweepTaxCertificates } from '#app/use-cases/companies/sweep-tax-certificates.server.ts';
import { findCompanyIdBySlug } from '#db/queries/companies.server.ts';
import { listFiles } from '#db/queries/files.server.ts';
import { findMember } from '#db/queries/memberships.server.ts';
import { findPersonByEmail } from '#db/queries/ordering-companies.server.ts';
import { findStaffRole } from '#db/queries/persons.server.ts';
import {
  findTaxTreatment,
  listTaxCertificates,
  listWaitingTaxCertificates,
} from '#db/queries/tax-certificates.server.ts';
import { outboxEmails } from '#db/schema/jobs.ts';
import { browserOf } from '#tests/support/browser.ts';
import { testDatabase } from '#tests/support/database.ts';
import { people, quoteWorld } from '#tests/support/quote-world.ts';
import { findUnitsBySlug } from '#tests/support/units.ts';

const { db } = await testDatabase({ connections: 6 });
const world = await quoteWorld(db);
const { deps } = world;
const companyId = (await findCompanyIdBySlug(db, { slug: 'harbour-hotels' })) ?? '';
const admin = 'admin@harbour.example';

const idOf = async (email: string) => personId((await findPersonByEmail(db, { email }))?.id ?? '');
async function memberOf(email: string): Promise<MemberActor> {
  const person = await idOf(email);
  const found = await findMember(db, { companyId, personId: person });
  if (!found) throw new Error(email);
  return { person, via: 'page', member: found.member, standsInFor: null, staff: null };
}
async function sellerOf(email: string): Promise<StaffActor> {
  const person = await idOf(email);
  const role = await findStaffRole(db, { personId: person });
  if (!role) throw new Error(email);
  return { person, via: 'page', member: null, standsInFor: null, staff: { person, roles: [role] } };
}
const [aylin, ana, rep] = [await memberOf(admin), await memberOf(people.buyer), await sellerOf(people.rep)];

const paper = [{ name: 'paper.pdf', content: new TextEncoder().encode('%PDF-1.7 a certificate') }];
const exempt = {
  kind: 'exemption' as const,
  country: 'DE',
  number: 'EX-1',
  validFrom: new Date('2027-01-20T00:00:00.000Z'),
  validUntil: new Date('2027-06-01T00:00:00.000Z'),
};
const given = async (changes: Partial<typeof exempt> = {}) => {
  const done = await giveTaxCertificate(deps, {
    actor: aylin,
    certificate: { ...exempt, ...changes },
    files: paper,
  });
  if (!done.ok) throw new Error(done.code);
  return done.value.id;
};
const check = (id: string, verdict: 'accepted' | 'refused' | 'ended', reason = '') =>
  checkTaxCertificate(deps, { actor: rep, companyId, id, verdict, reason });
const treatmentOn = (day: string, country = 'DE') =>
  findTaxTreatment(db, { companyId, country, at: new Date(`${day}T12:00:00.000Z`) });
const newsTo = async (email: string) => {
  const mails = await db.select().from(outboxEmails).where(eq(outboxEmails.recipient, email));
  return mails.filter(({ template }) => template === 'tax-certificate').map(({ props }) => props.news);
};
const taxOfAnOrder = async () => {
  const { body } = await world.api('POST', '/purchase-orders', {
    company: 'harbour-hotels',
    unit: 'pier-9',
    as: people.buyer,
    currency: 'EUR',
    lines: [{ sku: 'ESP-1K', quantity: '10' }],
  });
  return (body as unknown as { tax: { amount: string } }).tax.amount;
};

test('a certificate counts on its days once it is accepted, and orders are priced by it', async () => {
  const id = await given();
  expect(await treatmentOn('2027-02-01')).toBe('taxed');
  expect(await listWaitingTaxCertificates(db, { scope: salesScope(rep.staff), limit: 5 })).toMatchObject([{ id }]);
  expect(await newsTo(people.rep)).toEqual(['given']);

  expect(await check(id, 'accepted')).toMatchObject({ ok: true });
  expect(await check(id, 'accepted')).toMatchObject({ code: 'wrong_state' });
  expect(await newsTo(admin)).toEqual(['accepted']);
  expect(await treatmentOn('2027-01-19')).toBe('taxed');
  expect(await treatmentOn('2027-02-01')).toBe('exempt');
  expect(await treatmentOn('2027-06-02')).toBe('taxed');
  expect(await treatmentOn('2027-02-01', 'AT')).toBe('taxed');

  expect(await taxOfAnOrder()).not.toBe('0.00');
  world.moveTo('2027-02-01T10:00:00.000Z');
  expect(await taxOfAnOrder()).toBe('0.00');

  expect(await check(id, 'ended')).toMatchObject({ code: 'reason_required' });
  expect(await check(id, 'ended', 'It was revoked')).toMatchObject({ ok: true });
  expect(await taxOfAnOrder()).not.toBe('0.00');
  expect(await check(id, 'ended', 'Again')).toMatchObject({ code: 'wrong_state' });
});

test('accepted, refused and taken back at the same moment: one of them', async () => {
  for (let round = 0; round < 6; round += 1) {
    const id = await given({ number: `R-${String(round)}`, country: 'GB' });
    const done = await Promise.all([
      check(id, 'accepted'),
      check(id, 'refused', 'It cannot be read'),
      withdrawTaxCertificate(deps, { actor: aylin, id }),
      check(id, 'accepted'),
    ]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
  }
});

test('what cannot count is refused and leaves nothing, and only who looks after the company gives one', async () => {
  const before = (await listTaxCertificates(db, { companyId, limit: 50 })).length;
  const certificate = { ...exempt, kind: 'reverse_charge' as const };
  const none: typeof paper = [];
  const program = [{ name: 'x.exe', content: new Uint8Array([0x4d, 0x5a, 0, 1]) }];
  const tries = [
    [{ actor: aylin, certificate, files: paper }, 'not_reverse_charged'],
    [{ actor: aylin, certificate: exempt, files: none }, 'file_missing'],
    [{ actor: aylin, certificate: exempt, files: program }, 'file_type_refused'],
    [{ actor: ana, certificate: exempt, files: paper }, 'forbidden'],
    [{ actor: { ...aylin, standsInFor: aylin.person }, certificate: exempt, files: paper }, 'forbidden'],
  ] as const;
  for (const [asked, code] of tries) expect(await giveTaxCertificate(deps, asked)).toMatchObject({ code });
  expect(await listTaxCertificates(db, { companyId, limit: 50 })).toHaveLength(before);
  const manager = await sellerOf(people.manager);
  const own = await given({ number: 'OWN' });
  const asSelf = { ...manager, person: aylin.person };
  expect(
    await checkTaxCertificate(deps, { actor: asSelf, companyId, id: own, verdict: 'accepted', reason: '' }),
  ).toMatchObject({ code: 'own_request' });
});

test('on its page it is given by day, up to and including the last one; its paper is for the company and its rep', async () => {
  const units = await findUnitsBySlug(db, companyId);
  const own = await browserOf(deps, { email: admin, unitId: units.hq });
  const buyer = await browserOf(deps, { email: people.buyer, unitId: units['pier-9'] });
  const body = new FormData();
  const fields = { kind: 'reverse_charge', country: 'AT', number: 'ATU1', valid_from: '2027-03-01' };
  for (const [name, value] of Object.entries({ ...fields, valid_until: '2027-03-31', buying_as: own.buyingAs }))
    body.set(name, value);
  body.append('files', new File(['%PDF-1.7 a certificate'], 'paper.pdf'));
  const answer = await give({ ...own.ask('/company/tax-certificates', { method: 'POST', body }), params: {} });
  expect((answer as Response).status).toBe(303);
  const [newest] = await listTaxCertificates(db, { companyId, limit: 1 });
  expect(newest).toMatchObject({
    validFrom: new Date('2027-02-28T23:00:00.000Z'),
    validUntil: new Date('2027-03-31T22:00:00.000Z'),
  });
  const { certificates } = await page({ ...own.ask('/company/tax-certificates'), params: {} });
  expect(certificates[0]).toMatchObject({ number: 'ATU1', standing: 'waiting', until: expect.stringContaining('31') });
  const [file] = await listFiles(db, { owner: { kind: 'tax_certificate', id: newest?.id ?? '' } });
  const get = (who: typeof own) =>
    serve({ ...who.ask(`/files/${file?.id ?? ''}`), params: { file: file?.id ?? '' } }).catch(
      (thrown: Response) => thrown,
    );
  expect((await get(own)).status).toBe(200);
  expect((await get(buyer)).status).toBe(404);
  await expect(page({ ...buyer.ask('/company/tax-certificates'), params: {} })).rejects.toMatchObject({ status: 404 });
});

test('a month before one ends its company is told, once', async () => {
  const until = new Date('2027-04-01T00:00:00.000Z');
  const id = await given({ number: 'END', country: 'FR', validUntil: until });
  await check(id, 'accepted');
  world.moveTo('2027-03-01T00:00:00.000Z');
  await sweepTaxCertificates(deps);
  expect(await newsTo(admin)).not.toContain('ending');
  world.moveTo('2027-03-03T00:00:00.000Z');
  await Promise.all([sweepTaxCertificates(deps), sweepTaxCertificates(deps)]);
  await sweepTaxCertificates(deps);
  expect((await newsTo(admin)).filter((news) => news === 'ending')).toHaveLength(1);
});
