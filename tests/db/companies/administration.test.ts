import { and, desc, eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { money } from '#app/domain/money/money.ts';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { acceptInvitation, findInvitation } from '#app/use-cases/companies/accept-invitation.server.ts';
import { changeMember } from '#app/use-cases/companies/change-member.server.ts';
import { deactivateMember } from '#app/use-cases/companies/deactivate-member.server.ts';
import { delegate, endDelegation } from '#app/use-cases/companies/delegate.server.ts';
import { inviteMember } from '#app/use-cases/companies/invite-member.server.ts';
import { saveCostCentre } from '#app/use-cases/companies/save-cost-centre.server.ts';
import { saveUnit } from '#app/use-cases/companies/save-unit.server.ts';
import { switchBuyingAs } from '#app/use-cases/identity/switch-buying-as.server.ts';
import { listAdminIds, listDelegations } from '#db/queries/company-record.server.ts';
import { findMember, listUnitsInReach } from '#db/queries/memberships.server.ts';
import { members } from '#db/schema/companies.ts';
import { events, outboxEmails } from '#db/schema/jobs.ts';
import { aCompany } from '#tests/support/company-world.ts';
import { testDatabase } from '#tests/support/database.ts';
import { testDeps } from '#tests/support/deps.ts';

const { db } = await testDatabase({ connections: 4 });
const { deps } = testDeps(db);
const eur = (minor: bigint) => money(minor, 'EUR');

async function invitedLink(email: string) {
  const [mail] = await db
    .select()
    .from(outboxEmails)
    .where(and(eq(outboxEmails.recipient, email), eq(outboxEmails.template, 'invitation')))
    .orderBy(desc(outboxEmails.sequence));
  return /\/invitations\/([\w-]+)/.exec(JSON.stringify(mail?.props))?.[1] ?? '';
}

test('whoever is invited is nobody in the company until the link in the mail is accepted', async () => {
  const house = await aCompany(deps, { ada: ['hq', 'admin'] });
  const email = `new-${newId()}@guest.example`;
  const invitation = { actor: await house.actor('ada'), email, name: 'Nia', unitId: house.unit('pier') };
  const outcome = await inviteMember(deps, { ...invitation, roles: ['buyer'] });
  expect(outcome.ok).toBe(true);
  const token = await invitedLink(email);
  const invited = await findInvitation(deps, { token });
  expect(await findMember(db, { companyId: house.id, personId: invited?.personId ?? '' })).toBeNull();
  expect(await acceptInvitation(deps, { token, password: null, userAgent: '' })).toMatchObject({
    code: 'password_needed',
  });
  const accept = () => acceptInvitation(deps, { token, password: 'my own long password', userAgent: '' });
  const outcomes = await Promise.all([accept(), accept()]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  const joined = await findMember(db, { companyId: house.id, personId: invited?.personId ?? '' });
  expect(joined?.member.roles).toEqual([{ unit: house.unit('pier'), role: 'buyer' }]);
  expect(await inviteMember(deps, { ...invitation, roles: ['buyer'] })).toMatchObject({ code: 'already_member' });
});

test('an admin of a region invites and changes people there, and nowhere else', async () => {
  const house = await aCompany(deps, { ada: ['hq', 'admin'], ben: ['north', 'admin'], sue: ['south', 'buyer'] });
  const ben = await house.actor('ben');
  const invite = (unit: string) =>
    inviteMember(deps, {
      actor: ben,
      email: `${newId()}@guest.example`,
      name: '',
      unitId: house.unit(unit),
      roles: [],
    });
  expect(await invite('pier')).toMatchObject({ ok: true });
  expect(await invite('south')).toMatchObject({ code: 'forbidden' });
  expect(await invite('hq')).toMatchObject({ code: 'forbidden' });
  const sue = { memberId: await house.memberOf('sue'), managerId: null, spendingLimit: null };
  const roles = [{ unitId: house.unit('north'), role: 'buyer' as const }];
  expect(await changeMember(deps, { actor: ben, ...sue, roles })).toMatchObject({ code: 'forbidden' });
  expect(await deactivateMember(deps, { actor: ben, memberId: sue.memberId })).toMatchObject({ code: 'forbidden' });
  const ownUnit = { actor: ben, name: 'Dock', address: null, unitId: null };
  expect(await saveUnit(deps, { ...ownUnit, parentId: house.unit('north') })).toMatchObject({ ok: true });
  expect(await saveUnit(deps, { ...ownUnit, parentId: null })).toMatchObject({ code: 'forbidden' });
  const centre = { code: 'BAR', name: '', ownerId: null, budget: null, isActive: true };
  expect(await saveCostCentre(deps, { actor: ben, ...centre })).toMatchObject({ code: 'forbidden' });
});

test('who is neither admin nor finance changes nothing', async () => {
  const house = await aCompany(deps, { ada: ['hq', 'admin'], bea: ['hq', 'buyer', 'approver', 'viewer'] });
  const actor = await house.actor('bea');
  const memberId = await house.memberOf('ada');
  const acts = [
    inviteMember(deps, { actor, email: 'x@guest.example', name: '', unitId: house.unit('hq'), roles: ['admin'] }),
    changeMember(deps, { actor, memberId, roles: [], managerId: null, spendingLimit: null }),
    changeMember(deps, {
      actor,
      memberId: await house.memberOf('bea'),
      roles: [{ unitId: house.unit('hq'), role: 'admin' }],
      managerId: null,
      spendingLimit: null,
    }),
    deactivateMember(deps, { actor, memberId }),
    saveUnit(deps, { actor, unitId: house.unit('pier'), name: 'Mine', parentId: house.unit('north'), address: null }),
    saveCostCentre(deps, { actor, code: 'X', name: '', ownerId: null, budget: null, isActive: true }),
  ];
  for (const outcome of await Promise.all(acts)) expect(outcome).toMatchObject({ ok: false, code: 'forbidden' });
});

test('nothing of another company can be named: neither its people, its units nor its delegations', async () => {
  const [mine, other] = [
    await aCompany(deps, { ada: ['hq', 'admin'], bob: ['hq', 'approver'] }),
    await aCompany(deps, { eve: ['hq', 'admin', 'finance'], ivo: ['hq', 'approver'] }),
  ];
  const actor = await other.actor('eve');
  const kinds = ['purchase_order' as const];
  const [startsAt, endsAt] = [new Date('2027-01-01'), new Date('2027-02-01')];
  const when = { kinds, startsAt, endsAt, ceiling: null };
  const given = await delegate(deps, { actor: await mine.actor('ada'), toPersonId: mine.personOf('bob'), ...when });
  const delegationId = given.ok ? given.value.id : '';
  const foreign = { memberId: await mine.memberOf('bob'), managerId: null, spendingLimit: null };
  const mineOwn = { memberId: await other.memberOf('ivo'), managerId: null, spendingLimit: null };
  const acts = {
    'change its member': changeMember(deps, { actor, ...foreign, roles: [] }),
    'give a role in its unit': changeMember(deps, {
      actor,
      ...mineOwn,
      roles: [{ unitId: mine.unit('hq'), role: 'admin' }],
    }),
    'make its person a manager': changeMember(deps, { actor, ...mineOwn, roles: [], managerId: mine.personOf('bob') }),
    'deactivate its member': deactivateMember(deps, { actor, memberId: foreign.memberId }),
    'invite into its unit': inviteMember(deps, {
      actor,
      email: 'x@guest.example',
      name: '',
      unitId: mine.unit('hq'),
      roles: [],
    }),
    'rename its unit': saveUnit(deps, { actor, unitId: mine.unit('pier'), name: 'X', parentId: null, address: null }),
    'hang a unit below its own': saveUnit(deps, {
      actor,
      unitId: null,
      name: 'X',
      parentId: mine.unit('hq'),
      address: null,
    }),
    'let its person own a cost centre': saveCostCentre(deps, {
      actor,
      code: 'X',
      name: '',
      ownerId: mine.personOf('bob'),
      budget: null,
      isActive: true,
    }),
    'delegate to its person': delegate(deps, { actor, toPersonId: mine.personOf('bob'), ...when }),
    'end its delegation': endDelegation(deps, { actor, id: delegationId }),
  };
  for (const [act, outcome] of Object.entries(acts)) {
    expect(await outcome, act).toMatchObject({ ok: false, code: 'not_found' });
  }
  expect(await listDelegations(db, { companyId: mine.id })).toHaveLength(1);
  const reach = await listUnitsInReach(db, { personId: other.personOf('eve') });
  expect(reach.map(({ id }) => id)).not.toContain(mine.unit('hq'));
});

test('of two admins who deactivate each other at the same moment, one remains', async () => {
  for (let round = 0; round < 5; round++) {
    const house = await aCompany(deps, { ada: ['hq', 'admin'], ben: ['hq', 'admin'] });
    const [ada, ben] = [await house.actor('ada'), await house.actor('ben')];
    const [adasId, bensId] = [await house.memberOf('ada'), await house.memberOf('ben')];
    const outcomes = await Promise.all([
      deactivateMember(deps, { actor: ada, memberId: bensId }),
      deactivateMember(deps, { actor: ben, memberId: adasId }),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await listAdminIds(db, { companyId: house.id })).toHaveLength(1);
  }
});

test('the last admin can neither leave nor give the role away', async () => {
  const house = await aCompany(deps, { ada: ['hq', 'admin', 'buyer'], bob: ['hq', 'buyer'] });
  const actor = await house.actor('ada');
  const memberId = await house.memberOf('ada');
  expect(await deactivateMember(deps, { actor, memberId })).toMatchObject({ code: 'last_admin' });
  const roles = [{ unitId: house.unit('hq'), role: 'buyer' as const }];
  const change = { actor, memberId, roles, managerId: null, spendingLimit: eur(100n) };
  expect(await changeMember(deps, change)).toMatchObject({ code: 'last_admin' });
  const bob = { actor, memberId: await house.memberOf('bob'), managerId: null, spendingLimit: null };
  await changeMember(deps, { ...bob, roles: [{ unitId: house.unit('pier'), role: 'admin' }] });
  expect(await deactivateMember(deps, { actor, memberId })).toMatchObject({ ok: true });
});

test('deactivating acts at once: the session ends, the event is written and what waits is judged again', async () => {
  const house = await aCompany(deps, { ada: ['hq', 'admin'], bob: ['pier', 'buyer'] });
  const store = sessionStore(db, deps.settings);
  const token = await store.create({ personId: house.personOf('bob'), assurance: 1, userAgent: '' });
  const session = await store.validate(token);
  const switched = { personId: house.personOf('bob'), sessionId: session?.id ?? '' };
  expect(await switchBuyingAs(deps, { ...switched, unitId: house.unit('hq') })).toMatchObject({ code: 'not_found' });
  expect(await switchBuyingAs(deps, { ...switched, unitId: house.unit('pier') })).toMatchObject({ ok: true });
  const memberId = await house.memberOf('bob');
  expect(await deactivateMember(deps, { actor: await house.actor('ada'), memberId })).toMatchObject({ ok: true });
  expect(await store.validate(token)).toBeNull();
  const rows = await db.select().from(events).where(eq(events.subjectId, memberId));
  expect(rows.map(({ type }) => type)).toContain('member.deactivated');
  const jobs = await db.execute(
    sql`select count(*)::int as n from graphile_worker.jobs where task_identifier = 'judge-waiting-documents' and key = ${`company:${house.id}:judge`}`,
  );
  expect(jobs[0]?.n).toBe(1);
  const [row] = await db.select().from(members).where(eq(members.id, memberId));
  expect(row?.deactivatedAt).toEqual(deps.now());
});

test('one stands in for oneself never, and nobody passes on what is over', async () => {
  const house = await aCompany(deps, { ada: ['hq', 'approver'], bob: ['hq', 'approver'] });
  const actor = await house.actor('ada');
  const to = (toPersonId: string, startsAt: string, endsAt: string) =>
    delegate(deps, {
      actor,
      toPersonId,
      kinds: ['purchase_order'],
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
      ceiling: eur(1_000_00n),
    });
  expect(await to(house.personOf('ada'), '2027-01-01', '2027-02-01')).toMatchObject({ code: 'own_delegate' });
  expect(await to(house.personOf('bob'), '2027-02-01', '2027-01-01')).toMatchObject({ code: 'never_in_force' });
  expect(await to(house.personOf('bob'), '2026-01-01', '2026-02-01')).toMatchObject({ code: 'never_in_force' });
  const given = await to(house.personOf('bob'), '2027-01-01', '2027-02-01');
  if (!given.ok) throw new Error(given.code);
  const { id } = given.value;
  expect(await endDelegation(deps, { actor: await house.actor('bob'), id })).toMatchObject({ code: 'forbidden' });
  expect(await endDelegation(deps, { actor, id })).toMatchObject({ ok: true });
  expect(await listDelegations(db, { companyId: house.id })).toEqual([]);
});
