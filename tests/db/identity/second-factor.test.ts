import { TOTP, Secret } from 'otpauth';
import { setTimeout } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { newId } from '#app/integrations/ids.server.ts';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
} from '#app/use-cases/identity/enrol-second-factor.server.ts';
import { passSecondFactor, secondFactorLimit } from '#app/use-cases/identity/pass-second-factor.server.ts';
import { persons } from '#db/schema/identity.ts';
import { testDatabase } from '#tests/support/database.ts';
import { testDeps } from '#tests/support/deps.ts';

const { db } = await testDatabase();
const { deps } = testDeps(db);
const store = sessionStore(db, deps.settings);

const codeOf = (secret: string, stepsFromNow = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + stepsFromNow * 30_000 });

/** Codes follow the wall clock: one made at the end of a step would be looked at in the next. */
beforeEach(async () => {
  const left = 30_000 - (Date.now() % 30_000);
  if (left < 3_000) await setTimeout(left);
});

async function aPerson() {
  const id = newId();
  await db.insert(persons).values({ id, email: `${id}@example.com`, createdAt: deps.now() });
  return { id, token: await store.create({ personId: id, assurance: 1, userAgent: 'test' }) };
}

async function enrolled() {
  const { id, token } = await aPerson();
  const begun = await beginSecondFactor(deps, { personId: id });
  if (!begun.ok) throw new Error(begun.code);
  const { secret } = begun.value;
  const done = await confirmSecondFactor(deps, { personId: id, sessionToken: token, code: codeOf(secret, -1) });
  if (!done.ok) throw new Error(done.code);
  return { id, secret, token: done.value.token };
}

test('the secret stays the same until a first code is right, and then the session is one of two factors', async () => {
  const { id, token } = await aPerson();
  const [first, again] = [
    await beginSecondFactor(deps, { personId: id }),
    await beginSecondFactor(deps, { personId: id }),
  ];
  expect(again).toEqual(first);
  expect(await confirmSecondFactor(deps, { personId: id, sessionToken: token, code: '000000' })).toMatchObject({
    code: 'wrong_code',
  });
  const { token: raised } = await enrolled();
  expect((await store.validate(raised))?.assurance).toBe(2);
});

test('a code counts once, also when it is sent twice at the same moment', async () => {
  const { id, secret } = await enrolled();
  const [one, two] = [
    await store.create({ personId: id, assurance: 1, userAgent: 'a' }),
    await store.create({ personId: id, assurance: 1, userAgent: 'b' }),
  ];
  const code = codeOf(secret);
  const pass = (sessionToken: string) => passSecondFactor(deps, { personId: id, sessionToken, code });
  const outcomes = await Promise.all([pass(one), pass(two)]);
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(await pass(one)).toMatchObject({ ok: false });
});

test('guesses at the second factor are limited', async () => {
  const { id, token } = await enrolled();
  const guesses = [];
  for (let i = 0; i < secondFactorLimit.points + 2; i++) {
    guesses.push(await passSecondFactor(deps, { personId: id, sessionToken: token, code: '000000' }));
  }
  expect(guesses.at(-1)).toMatchObject({ code: 'rate_limited' });
});

test('taking the second factor off asks for a code', async () => {
  const { id, secret } = await enrolled();
  expect(await removeSecondFactor(deps, { personId: id, code: '123456' })).toMatchObject({ ok: false });
  expect(await removeSecondFactor(deps, { personId: id, code: codeOf(secret) })).toMatchObject({ ok: true });
  expect(await beginSecondFactor(deps, { personId: id })).toMatchObject({ ok: true });
});
