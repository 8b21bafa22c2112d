import { desc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { newId } from '#app/integrations/ids.server.ts';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import { confirmRegistration } from '#app/use-cases/identity/confirm-registration.server.ts';
import { requestPasswordReset } from '#app/use-cases/identity/request-password-reset.server.ts';
import { mailLinkLimits, requestRegistration } from '#app/use-cases/identity/request-registration.server.ts';
import { resetPassword } from '#app/use-cases/identity/reset-password.server.ts';
import { signIn } from '#app/use-cases/identity/sign-in.server.ts';
import { oneTimeTokens } from '#db/schema/identity.ts';
import { outboxEmails } from '#db/schema/jobs.ts';
import { testDatabase } from '#tests/support/database.ts';
import { testDeps } from '#tests/support/deps.ts';

const { db } = await testDatabase();
const { deps, moveTo } = testDeps(db);
const password = 'espresso at seven';
const enter = (email: string, secret = password) =>
  signIn(deps, { email, password: secret, clientIp: newId(), userAgent: 'test' });

async function lastMail(to: string) {
  const [mail] = await db
    .select()
    .from(outboxEmails)
    .where(eq(outboxEmails.recipient, to))
    .orderBy(desc(outboxEmails.sequence));
  const token = /\/(?:register|reset-password)\/([\w-]+)/.exec(JSON.stringify(mail?.props))?.[1] ?? '';
  return { template: mail?.template, token };
}
const ask = (email: string, clientIp = newId()) =>
  requestRegistration(deps, { name: 'Ana', email, locale: 'en', next: '/cart', clientIp });

async function registered(email = `${newId()}@example.com`) {
  await ask(email);
  const { token } = await lastMail(email);
  const outcome = await confirmRegistration(deps, { token, password, userAgent: 'test' });
  if (!outcome.ok) throw new Error(outcome.code);
  return { email, ...outcome.value };
}

test('an account opens through the mail alone: no password, no session, nothing before the link', async () => {
  const email = `${newId()}@example.com`;
  expect(await ask(email.toUpperCase())).toEqual({ ok: true, value: null });
  expect((await enter(email)).ok).toBe(false);
  const { token, template } = await lastMail(email);
  expect(template).toBe('confirm-registration');
  expect(await confirmRegistration(deps, { token, password: 'short', userAgent: '' })).toMatchObject({
    code: 'password_too_short',
  });
  const outcome = await confirmRegistration(deps, { token, password, userAgent: 'test' });
  expect(outcome).toMatchObject({ ok: true, value: { next: '/cart' } });
  expect((await enter(email)).ok).toBe(true);
});

test('a link works once, of two at the same moment too, and not after its day', async () => {
  const email = `${newId()}@example.com`;
  await ask(email);
  const { token } = await lastMail(email);
  const open = () => confirmRegistration(deps, { token, password, userAgent: '' });
  const outcomes = await Promise.all([open(), open()]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await open()).toMatchObject({ code: 'link_over' });

  const late = `${newId()}@example.com`;
  await ask(late);
  const lateToken = (await lastMail(late)).token;
  moveTo('2026-11-23T09:00:01Z');
  expect(await confirmRegistration(deps, { token: lateToken, password, userAgent: '' })).toMatchObject({
    code: 'link_over',
  });
});

test('the table of links holds no link that works', async () => {
  const email = `${newId()}@example.com`;
  await ask(email);
  const { token } = await lastMail(email);
  expect(token).toHaveLength(43);
  expect(JSON.stringify(await db.select().from(oneTimeTokens))).not.toContain(token);
});

test('asking for an account that exists answers the same, does the same work, and says so in the mail alone', async () => {
  const { email } = await registered();
  const counts = async () => [await db.$count(oneTimeTokens), await db.$count(outboxEmails)];
  const before = await counts();
  const answerToOwner = await ask(email);
  const afterOwner = await counts();
  const answerToStranger = await ask(`${newId()}@example.com`);
  const afterStranger = await counts();
  expect(answerToOwner).toEqual(answerToStranger);
  expect(afterOwner.map((n, i) => n - (before[i] ?? 0))).toEqual(afterStranger.map((n, i) => n - (afterOwner[i] ?? 0)));
  expect((await lastMail(email)).template).toBe('account-exists');
});

test('a new password ends every session and every older link; an address without an account is told by mail alone', async () => {
  const { email, token: session } = await registered();
  const reset = () => requestPasswordReset(deps, { email, locale: 'de', clientIp: newId() });
  await reset();
  const older = (await lastMail(email)).token;
  expect(await reset()).toEqual({ ok: true, value: null });
  const { token } = await lastMail(email);
  expect((await resetPassword(deps, { token, password: 'a newer password' })).ok).toBe(true);
  expect(await sessionStore(db, deps.settings).validate(session)).toBeNull();
  expect(await resetPassword(deps, { token: older, password: 'yet another one' })).toMatchObject({ code: 'link_over' });
  expect((await enter(email)).ok).toBe(false);
  expect((await enter(email, 'a newer password')).ok).toBe(true);

  const stranger = `${newId()}@example.com`;
  expect(await requestPasswordReset(deps, { email: stranger, locale: 'en', clientIp: newId() })).toEqual({
    ok: true,
    value: null,
  });
  expect((await lastMail(stranger)).template).toBe('no-account');
});

test('nobody can have a mailbox filled by asking again and again', async () => {
  const email = `${newId()}@example.com`;
  const answers = [];
  for (let i = 0; i <= mailLinkLimits.recipient.points; i++) answers.push(await ask(email));
  expect(answers.map(({ ok }) => ok)).toEqual([...Array<boolean>(mailLinkLimits.recipient.points).fill(true), false]);
});
