import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { type CompanyScope, salesScope } from '#app/domain/access/company-scope.ts';
import { personId } from '#app/domain/access/ids.ts';
import type { StaffRole } from '#app/domain/access/roles.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { decideCompany } from '#app/use-cases/companies/decide-company.server.ts';
import { registerCompany } from '#app/use-cases/companies/register-company.server.ts';
import { changeSettings } from '#app/use-cases/settings/change-settings.server.ts';
import { findCompany } from '#db/queries/company-record.server.ts';
import { findPortfolioCompany, listPortfolio } from '#db/queries/company-portfolio.server.ts';
import { listMemberships } from '#db/queries/memberships.server.ts';
import { findCredentialsByEmail, verifyPersonEmail } from '#db/queries/persons.server.ts';
import { readSettings } from '#db/queries/settings.server.ts';
import { companies } from '#db/schema/companies.ts';
import { persons, staff } from '#db/schema/identity.ts';
import { outboxEmails } from '#db/schema/jobs.ts';
import { aCompany } from '#tests/support/company-world.ts';
import { testDatabase } from '#tests/support/database.ts';
import { testDeps } from '#tests/support/deps.ts';

const { db } = await testDatabase({ connections: 3 });
const { deps } = testDeps(db);

async function ourOwn(role: StaffRole, id = newId()): Promise<StaffActor & { scope: CompanyScope }> {
  await db.insert(persons).values({ id, createdAt: deps.now() }).onConflictDoNothing();
  await db.insert(staff).values({ personId: id, role, createdAt: deps.now() });
  const person = personId(id);
  const works = { person, roles: [role] };
  return { person, via: 'page', member: null, standsInFor: null, staff: works, scope: salesScope(works) };
}
async function applied(companyName = `Bäckerei ${newId().slice(-6)}`, vatNumber: string | null = 'DE136695976') {
  const email = `office@${newId().slice(-12)}.example`;
  const outcome = await registerCompany(deps, {
    companyName,
    vatNumber,
    country: 'DE',
    place: { address: 'Hauptstr. 1', postalCode: '10117', city: 'Berlin' },
    personName: 'Nora',
    email,
    locale: 'de',
    clientIp: newId(),
  });
  if (!outcome.ok) throw new Error(outcome.code);
  return { id: outcome.value.companyId, email };
}
const mailsTo = async (email: string) =>
  (await db.select().from(outboxEmails).where(eq(outboxEmails.recipient, email))).map(({ template }) => template);

test('an application waits: nobody acts as the company before one of us has said yes and their e-mail is proven', async () => {
  const { id, email } = await applied();
  const person = await findCredentialsByEmail(db, { email });
  expect(await listMemberships(db, { personId: person?.id ?? '' })).toEqual([]);
  expect(await mailsTo(email)).toEqual(['company-received']);
  const rep = await ourOwn('rep');
  const decide = () => decideCompany(deps, { actor: rep, companyId: id, decision: 'approved', reason: '' });
  const outcomes = await Promise.all([decide(), decide()]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ code: 'not_pending' });
  expect(await listMemberships(db, { personId: person?.id ?? '' })).toEqual([]);
  await db.transaction((tx) => verifyPersonEmail(tx, { id: person?.id ?? '', at: deps.now() }));
  expect(await listMemberships(db, { personId: person?.id ?? '' })).toHaveLength(1);
  expect(await findCompany(db, { id })).toMatchObject({ status: 'active', repId: rep.person, currency: 'EUR' });
  expect(await mailsTo(email)).toEqual(['company-received', 'company-approved']);
});

test('a no is told with its reason, and stays', async () => {
  const { id, email } = await applied();
  const actor = await ourOwn('manager');
  const no = { actor, companyId: id, decision: 'declined' as const, reason: 'We deliver to cafés only.' };
  expect(await decideCompany(deps, no)).toMatchObject({ ok: true });
  expect(await decideCompany(deps, { ...no, decision: 'approved' })).toMatchObject({ code: 'not_pending' });
  expect(await mailsTo(email)).toContain('company-declined');
});

test('nobody lets in a company they belong to', async () => {
  const { id, email } = await applied();
  const applicant = await findCredentialsByEmail(db, { email });
  const actor = await ourOwn('manager', applicant?.id);
  expect(await decideCompany(deps, { actor, companyId: id, decision: 'approved', reason: '' })).toMatchObject({
    code: 'own_request',
  });
});

test('two companies of one name are two companies', async () => {
  const name = `Zwilling ${newId().slice(-6)}`;
  const [one, two] = [await applied(name), await applied(name)];
  const slugs = [await findCompany(db, { id: one.id }), await findCompany(db, { id: two.id })].map((row) => row?.slug);
  expect(slugs[1]).toBe(`${slugs[0]}-2`);
});

test("a rep sees their own companies and those nobody owns; a manager sees all; another rep's company is not there", async () => {
  const [rosa, milan, mara] = [await ourOwn('rep'), await ourOwn('rep'), await ourOwn('manager')];
  const mine = await aCompany(deps, { ada: ['hq', 'admin'] });
  const his = await aCompany(deps, { bea: ['hq', 'admin'] });
  const free = await aCompany(deps, { cyn: ['hq', 'admin'] });
  await db.update(companies).set({ repId: rosa.person }).where(eq(companies.id, mine.id));
  await db.update(companies).set({ repId: milan.person }).where(eq(companies.id, his.id));
  const seenBy = async ({ scope }: { scope: CompanyScope }) =>
    (await listPortfolio(db, { scope, search: 'company-', after: null, limit: 1000 })).map(({ id }) => id);
  const of = (ids: string[]) => [mine.id, his.id, free.id].filter((id) => ids.includes(id));
  expect(of(await seenBy(rosa))).toEqual([mine.id, free.id]);
  expect(of(await seenBy(milan))).toEqual([his.id, free.id]);
  expect(of(await seenBy(mara))).toEqual([mine.id, his.id, free.id]);
  expect(await findPortfolioCompany(db, { scope: rosa.scope, slug: his.slug })).toBeNull();
  const { id } = await applied();
  await db.update(companies).set({ repId: milan.person }).where(eq(companies.id, id));
  const decided = await decideCompany(deps, { actor: rosa, companyId: id, decision: 'approved', reason: '' });
  expect(decided).toMatchObject({ code: 'not_found' });
});

test('where the owner lets the rule decide, a company with a VAT number is in at once, one without waits', async () => {
  const { number } = await readSettings(db, { kind: 'companies' });
  const saved = await changeSettings(deps, {
    ...{ actor: await ourOwn('admin'), kind: 'companies', base: number },
    part: (admission) => admission,
    change: () => ({ letsIn: 'with_vat_number' }),
  });
  expect(saved).toMatchObject({ ok: true });
  const one = await applied();
  const other = await applied(undefined, null);
  expect(await findCompany(db, { id: one.id })).toMatchObject({ status: 'active', repId: null });
  expect(await findCompany(db, { id: other.id })).toMatchObject({ status: 'pending' });
  expect([await mailsTo(one.email), await mailsTo(other.email)]).toEqual([['company-approved'], ['company-received']]);
  const person = await findCredentialsByEmail(db, { email: one.email });
  expect(await listMemberships(db, { personId: person?.id ?? '' })).toEqual([]);
  await db.transaction((tx) => verifyPersonEmail(tx, { id: person?.id ?? '', at: deps.now() }));
  expect(await listMemberships(db, { personId: person?.id ?? '' })).toHaveLength(1);
});
