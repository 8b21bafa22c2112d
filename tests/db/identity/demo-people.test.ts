import { expect, test } from 'vitest';
import { findMember, listMemberships } from '#db/queries/memberships.server.ts';
import { findCredentialsByEmail, findStaffByEmail } from '#db/queries/persons.server.ts';
import { seedCompanies } from '#db/seed/companies.server.ts';
import { demoPassword, seedPasswords, seedPeople } from '#db/seed/people.server.ts';
import { findCompany } from '#db/queries/company-record.server.ts';
import { signIn } from '#app/use-cases/identity/sign-in.server.ts';
import { testDatabase } from '#tests/support/database.ts';
import { testDeps } from '#tests/support/deps.ts';

const { db } = await testDatabase();
const { deps } = testDeps(db);

test("the demo's companies pass through the API's own act, and everyone in it can sign in", async () => {
  await seedPeople(deps);
  await seedCompanies(deps, deps.now());
  await seedPasswords(deps);
  expect(await findStaffByEmail(db, { email: 'manager@tradepost.example' })).toMatchObject({ role: 'manager' });
  const harbour = await findCompany(db, { slug: 'harbour-hotels' });
  const ana = await findCredentialsByEmail(db, { email: 'ana@harbour.example' });
  expect(await findMember(db, { companyId: harbour?.id ?? '', personId: ana?.id ?? '' })).not.toBeNull();
  expect(await listMemberships(db, { personId: ana?.id ?? '' })).toHaveLength(1);
  for (const email of ['rep@tradepost.example', 'marta@home.example', 'ana@harbour.example']) {
    const entered = await signIn(deps, { email, password: demoPassword, clientIp: 'x', userAgent: '' });
    expect(entered.ok, email).toBe(true);
  }
});
