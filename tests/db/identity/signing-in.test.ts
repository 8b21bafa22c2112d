import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { newId } from '#app/integrations/ids.server.ts';
import { hashPassword } from '#app/integrations/auth/passwords.server.ts';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import { changePassword } from '#app/use-cases/identity/change-password.server.ts';
import { signIn, signInLimits } from '#app/use-cases/identity/sign-in.server.ts';
import { persons, sessions } from '#db/schema/identity.ts';
import { testDatabase } from '#tests/support/database.ts';
import { testDeps } from '#tests/support/deps.ts';

const { db } = await testDatabase();
const { deps } = testDeps(db);
const store = sessionStore(db, deps.settings);

async function aPerson(email = `${newId()}@example.com`, password = 'a good long password') {
  const id = newId();
  await db.insert(persons).values({
    id,
    email,
    name: 'Ana',
    passwordHash: await hashPassword(password),
    emailVerifiedAt: deps.now(),
    createdAt: deps.now(),
  });
  return { id, email, password };
}
const attempt = (email: string, password: string, clientIp = newId()) =>
  signIn(deps, { email, password, clientIp, userAgent: 'test' });

test('the right password opens a session, and the table holds only a hash of what is in the cookie', async () => {
  const ana = await aPerson();
  const outcome = await attempt(` ${ana.email.toUpperCase()} `, ana.password);
  if (!outcome.ok) throw new Error(outcome.code);
  const { token } = outcome.value;
  const rows = await db.select().from(sessions).where(eq(sessions.userId, ana.id));
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(token);
  expect((await store.validate(token))?.personId).toBe(ana.id);
  expect(await store.validate(rows[0]?.id ?? '')).toBeNull();
});

test('the cookie is __Host- and secure over https, and plain on http for development', () => {
  expect(store.cookie('abc')).toMatch(/^session=abc; .*HttpOnly.*SameSite=Lax/);
  const https = sessionStore(db, { origin: 'https://shop.example' });
  expect(https.cookie('abc')).toMatch(/^__Host-session=abc; /);
  expect(https.cookie('abc')).toMatch(/Secure/);
  expect(https.cookie('abc')).not.toMatch(/Domain/);
  expect(https.tokenOf('__Host-session=abc')).toBe('abc');
  expect(https.tokenOf('session=abc')).toBeNull();
});

test('a wrong password, an unknown address and an account without a password answer the same, after the same work', async () => {
  const ana = await aPerson();
  const id = newId();
  await db.insert(persons).values({ id, email: `${id}@example.com`, createdAt: deps.now() });
  const timed = async (email: string) => {
    const start = performance.now();
    const outcome = await attempt(email, 'not the password');
    return { outcome, ms: performance.now() - start };
  };
  await timed(ana.email);
  const [wrong, unknown, without] = [
    await timed(ana.email),
    await timed('nobody@example.com'),
    await timed(`${id}@example.com`),
  ];
  expect(unknown.outcome).toEqual(wrong.outcome);
  expect(without.outcome).toEqual(wrong.outcome);
  // hashing dominates: whoever skipped it would answer in a small part of the time
  for (const { ms } of [unknown, without]) expect(ms).toBeGreaterThan(wrong.ms / 4);
});

test('wrong attempts from one address at one account are counted exactly, also at once; right ones are not', async () => {
  const ana = await aPerson();
  for (let i = 0; i < signInLimits.both.points + 3; i++) {
    expect((await attempt(ana.email, ana.password, 'home')).ok).toBe(true);
  }
  const answers = await Promise.all(Array.from({ length: 20 }, () => attempt(ana.email, 'wrong', 'elsewhere')));
  const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.code));
  expect(codes.filter((code) => code === 'invalid_credentials')).toHaveLength(signInLimits.both.points);
  expect(codes.filter((code) => code === 'rate_limited')).toHaveLength(20 - signInLimits.both.points);
  expect((await attempt(ana.email, ana.password, 'elsewhere')).ok).toBe(false);
  expect((await attempt(ana.email, ana.password, 'home')).ok).toBe(true);
});

test('rotating gives a new token to the same session and kills the old one', async () => {
  const ana = await aPerson();
  const first = await store.create({ personId: ana.id, assurance: 1, userAgent: 'test' });
  const second = await store.rotate(first, { assurance: 2 });
  expect(await store.validate(first)).toBeNull();
  expect(await store.validate(second ?? '')).toMatchObject({ personId: ana.id, assurance: 2 });
  expect(await store.rotate(first)).toBeNull();
});

test('changing the password keeps this session under a new token and ends all others', async () => {
  const ana = await aPerson();
  const here = await store.create({ personId: ana.id, assurance: 1, userAgent: 'here' });
  const there = await store.create({ personId: ana.id, assurance: 1, userAgent: 'there' });
  const change = (current: string) =>
    changePassword(deps, { personId: ana.id, sessionToken: here, current, next: 'another long password' });
  expect(await change('not it')).toMatchObject({ ok: false, code: 'wrong_password' });
  const outcome = await change(ana.password);
  if (!outcome.ok) throw new Error(outcome.code);
  expect(await store.validate(here)).toBeNull();
  expect(await store.validate(there)).toBeNull();
  expect(await store.list(ana.id)).toHaveLength(1);
  expect((await store.validate(outcome.value.token))?.personId).toBe(ana.id);
  expect((await attempt(ana.email, 'another long password')).ok).toBe(true);
});

test('a session is revoked by the name it has in the list, and only by its own person', async () => {
  const [ana, ben] = [await aPerson(), await aPerson()];
  const token = await store.create({ personId: ana.id, assurance: 1, userAgent: 'phone' });
  const [listed] = await store.list(ana.id);
  expect(await store.revokeById({ personId: ben.id, id: listed?.id ?? '' })).toBe(false);
  expect(await store.validate(token)).not.toBeNull();
  expect(await store.revokeById({ personId: ana.id, id: listed?.id ?? '' })).toBe(true);
  expect(await store.validate(token)).toBeNull();
});
