import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { hashPassword } from '#app/integrations/auth/passwords.server.ts';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { deletePerson } from '#app/use-cases/identity/delete-person.server.ts';
import { dropAddress, keepAddress } from '#app/use-cases/identity/keep-address.server.ts';
import { listAddresses } from '#db/queries/addresses.server.ts';
import { listEventsOf } from '#db/queries/events.server.ts';
import { findMember } from '#db/queries/memberships.server.ts';
import { collectPersonalData } from '#db/queries/privacy.server.ts';
import { persons } from '#db/schema/identity.ts';
import { aCompany } from '#tests/support/company-world.ts';
import { testDatabase } from '#tests/support/database.ts';
import { testDeps } from '#tests/support/deps.ts';

const { db } = await testDatabase();
const { deps } = testDeps(db);
const password = 'espresso at seven';
const home = { name: 'Ana', address: 'Hauptstr. 1', city: 'Berlin', postalCode: '10117', country: 'DE' };

const givePassword = async (id: string) =>
  db
    .update(persons)
    .set({ passwordHash: await hashPassword(password) })
    .where(eq(persons.id, id));

test('deleting leaves an id: no name, no address, no way in, and no role in any company', async () => {
  const house = await aCompany(deps, { ada: ['hq', 'admin'], bob: ['pier', 'buyer'] });
  const bob = house.personOf('bob');
  await givePassword(bob);
  await keepAddress(deps, { personId: bob, id: null, address: home, isDefault: false });
  const store = sessionStore(db, deps.settings);
  const token = await store.create({ personId: bob, assurance: 1, userAgent: '' });
  const memberId = await house.memberOf('bob');
  expect(await deletePerson(deps, { personId: bob, password: 'wrong' })).toMatchObject({ code: 'wrong_password' });
  expect(await deletePerson(deps, { personId: bob, password })).toMatchObject({ ok: true });
  const [row] = await db.select().from(persons).where(eq(persons.id, bob));
  expect(row).toMatchObject({ id: bob, email: null, name: '', passwordHash: null, deletedAt: deps.now() });
  expect(await store.validate(token)).toBeNull();
  expect(await listAddresses(db, { personId: bob })).toEqual([]);
  expect(await findMember(db, { companyId: house.id, personId: bob })).toBeNull();
  expect((await listEventsOf(db, { subjectId: memberId, companyId: house.id })).at(-1)?.type).toBe(
    'member.deactivated',
  );
});

test('the last admin of a company hands it over before they go', async () => {
  const house = await aCompany(deps, { ada: ['hq', 'admin'] });
  await givePassword(house.personOf('ada'));
  expect(await deletePerson(deps, { personId: house.personOf('ada'), password })).toMatchObject({ code: 'last_admin' });
});

test('the export holds what is kept, and neither the password nor its hash', async () => {
  const house = await aCompany(deps, { ada: ['hq', 'admin'] });
  const ada = house.personOf('ada');
  await givePassword(ada);
  await keepAddress(deps, { personId: ada, id: null, address: home, isDefault: true });
  const collected = await collectPersonalData(db, { personId: ada });
  expect(collected).toMatchObject({ person: { name: 'ada' }, addresses: [{ address: home }], orders: [] });
  expect(JSON.stringify(collected)).not.toMatch(/argon2|password/i);
});

test('one address is the default, and nobody touches those of others', async () => {
  const house = await aCompany(deps, { ada: ['hq', 'admin'], bob: ['hq', 'buyer'] });
  const [personId, other] = [house.personOf('ada'), house.personOf('bob')];
  const first = await keepAddress(deps, { personId, id: null, address: home, isDefault: false });
  const second = await keepAddress(deps, { personId, id: null, address: { ...home, city: 'Bonn' }, isDefault: true });
  const kept = await listAddresses(db, { personId });
  expect(kept.map(({ address, isDefault }) => [address.city, isDefault])).toEqual([
    ['Bonn', true],
    ['Berlin', false],
  ]);
  const id = first.ok ? first.value.id : '';
  expect(second.ok).toBe(true);
  const stolen = { personId: other, id, address: home, isDefault: false };
  expect(await keepAddress(deps, stolen)).toMatchObject({ code: 'not_found' });
  expect(await dropAddress(deps, { personId: other, id })).toMatchObject({ code: 'not_found' });
  expect(await dropAddress(deps, { personId, id: newId() })).toMatchObject({ code: 'not_found' });
  expect(await dropAddress(deps, { personId, id })).toMatchObject({ ok: true });
});
