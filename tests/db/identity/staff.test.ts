import { describe, expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { StaffRole } from '#app/domain/access/roles.ts';
import { personId } from '#app/domain/access/ids.ts';
import { hashApiKey } from '#app/integrations/api-key.server.ts';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import { runDueJobs } from '#app/jobs/worker.server.ts';
import { addStaff, changeStaffRole, switchOffStaff } from '#app/use-cases/identity/change-staff.server.ts';
import { createApiKey } from '#app/use-cases/identity/create-api-key.server.ts';
import { openStaffAccount } from '#app/use-cases/identity/open-staff-account.server.ts';
import { revokeApiKey } from '#app/use-cases/identity/revoke-api-key.server.ts';
import { findApiKey, listApiKeys } from '#db/queries/api-keys.server.ts';
import { listSentEmails } from '#db/queries/outbox.server.ts';
import { findStaffRole } from '#db/queries/persons.server.ts';
import { listStaff } from '#db/queries/staff.server.ts';
import { depsAt } from '#tests/support/api.ts';
import { testDatabase } from '#tests/support/database.ts';

describe('an admin looks after who works for the store', async () => {
  const { db, url } = await testDatabase({ connections: 4 });
  const deps = depsAt(db, '2027-03-01T09:00:00Z');
  const hire = async (name: string, role: StaffRole): Promise<StaffActor> => {
    const email = `${name}@store.example`;
    const made = await openStaffAccount(deps, { email, name, role, by: null, via: 'test' });
    if (!made.ok) throw new Error(`${name} was not hired`);
    const person = personId(made.value.personId);
    return { person, via: 'page', member: null, standsInFor: null, staff: { person, roles: [role] } } as StaffActor;
  };
  const ada = await hire('ada', 'admin');
  const change = (actor: StaffActor, other: StaffActor, role: StaffRole) =>
    changeStaffRole(deps, { actor, personId: other.person, role });
  const dismiss = (actor: StaffActor, other: StaffActor) => switchOffStaff(deps, { actor, personId: other.person });
  const roleOf = (one: StaffActor) => findStaffRole(db, { personId: one.person });

  test('a role changes from now on, by an admin alone and never one’s own', async () => {
    const rob = await hire('rob', 'rep');
    expect((await change(ada, rob, 'manager')).ok).toBe(true);
    expect(await roleOf(rob)).toBe('manager');
    expect(await change(rob, ada, 'rep')).toMatchObject({ ok: false, code: 'last_store_admin' });
    expect(await change(rob, rob, 'admin')).toMatchObject({ ok: false, code: 'forbidden' });
    expect(await change(ada, ada, 'rep')).toMatchObject({ ok: false, code: 'last_store_admin' });
    expect(await roleOf(ada)).toBe('admin');
  });

  test('switched off at once: no role, no session, no key; others keep theirs', async () => {
    const mia = await hire('mia', 'admin');
    const sessions = sessionStore(db, deps.settings);
    const token = await sessions.create({ personId: mia.person, assurance: 2, userAgent: 'test' });
    const hers = await createApiKey(deps, { companySlug: null, name: 'hers', createdBy: mia.person });
    const other = await createApiKey(deps, { companySlug: null, name: 'other', createdBy: ada.person });
    if (!hers.ok || !other.ok) throw new Error('no key');
    expect((await dismiss(ada, mia)).ok).toBe(true);
    expect(await roleOf(mia)).toBeNull();
    expect(await sessions.validate(token)).toBeNull();
    expect(await findApiKey(db, { keyHash: hashApiKey(hers.value.key) })).toBeNull();
    expect(await findApiKey(db, { keyHash: hashApiKey(other.value.key) })).not.toBeNull();
    expect(await dismiss(ada, mia)).toMatchObject({ ok: false, code: 'not_found' });
    expect(await change(ada, mia, 'rep')).toMatchObject({ ok: false, code: 'not_found' });
  });

  test('two admins who switch each other off at the same time: one of them stays', async () => {
    const eve = await hire('eve', 'admin');
    const both = await Promise.all([dismiss(ada, eve), dismiss(eve, ada)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const admins = (await listStaff(db, { after: null, limit: 50 })).filter(
      (one) => one.isActive && one.role === 'admin',
    );
    expect(admins).toHaveLength(1);
    await openStaffAccount(deps, { email: 'ada@store.example', name: 'ada', role: 'admin', by: null, via: 'test' });
  });

  test('someone new is sent a link to choose a password, once', async () => {
    const asked = {
      actor: ada,
      email: ' New@Store.example',
      name: 'New',
      role: 'rep',
      locale: 'en',
      clientIp: '::1',
    } as const;
    expect(await addStaff(deps, asked)).toMatchObject({ ok: true, value: { isMailed: true } });
    expect(await addStaff(deps, asked)).toMatchObject({ ok: false, code: 'already_staff' });
    await runDueJobs(deps, { url });
    const mails = await listSentEmails(db, { to: 'new@store.example', limit: 10 });
    expect(mails).toHaveLength(1);
    const listed = (await listStaff(db, { after: null, limit: 50 })).find(({ email }) => email === 'new@store.example');
    expect(listed).toMatchObject({ role: 'rep', isActive: true, hasPassword: false, hasSecondFactor: false });
  });

  test('a key is made with what it may do, listed without itself, and opens nothing once revoked', async () => {
    const made = await createApiKey(deps, { companySlug: null, name: 'erp', createdBy: ada.person, mayActAs: false });
    if (!made.ok) throw new Error('no key');
    const [listed] = (await listApiKeys(db, { after: null, limit: 50 })).filter(({ name }) => name === 'erp');
    expect(listed).toMatchObject({ scopes: ['all'], company: null, createdBy: 'ada', revokedAt: null });
    expect(JSON.stringify(listed)).not.toContain(made.value.key);
    const revoke = () => revokeApiKey(deps, { actor: ada, id: made.value.id });
    expect((await revoke()).ok).toBe(true);
    expect(await revoke()).toMatchObject({ ok: false, code: 'not_found' });
    expect(await findApiKey(db, { keyHash: hashApiKey(made.value.key) })).toBeNull();
  });
});
