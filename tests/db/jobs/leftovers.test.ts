import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import { countAttempt } from '#app/integrations/rate-limits.server.ts';
import { handle as sweep } from '#app/jobs/handlers/sweep-leftovers.server.ts';
import { addOneTimeToken } from '#db/queries/one-time-tokens.server.ts';
import { idempotentAnswers, oneTimeTokens, persons, rateLimits, sessions } from '#db/schema/identity.ts';
import { orders } from '#db/schema/orders.ts';
import { reorders } from '#db/schema/reorders.ts';
import { testDatabase } from '#tests/support/database.ts';
import { purchaseOrderWorld } from '#tests/support/purchase-order-world.ts';

const { db } = await testDatabase({ connections: 4 });
const world = await purchaseOrderWorld(db);
await world.putCompany('harbour-hotels', { approval_rules: [] });
const day = 86_400_000;
const later = (days: number) => world.moveTo(new Date(world.at().getTime() + days * day).toISOString());

test('what has served its purpose goes in its time, and nothing else', async () => {
  const as = { as: 'ana@harbour.example' };
  const past = await world.submitted({ lines: [{ sku: 'ESP-1K', quantity: '2' }] });
  await world.place(past);
  const { order } = await world.seen(past);
  const again = async (body: object, key?: string) =>
    (await world.api('POST', `/orders/${order}/reorders`, { ...as, ...body }, key ? { 'Idempotency-Key': key } : {}))
      .body;
  const committed = await again({ preview: true });
  await again({ preview_version: committed.preview_version });
  const link = (tokenHash: string, days: number) =>
    addOneTimeToken(db, {
      ...{ tokenHash, purpose: 'reset_password', personId: null, createdAt: world.at() },
      expiresAt: new Date(world.at().getTime() + days * day),
    });
  await link('over', 1);
  await link('long', 60);
  await again({ preview: true }, 'first');

  const counts = async () => ({
    previews: await db.$count(reorders, eq(reorders.status, 'previewed')),
    committed: await db.$count(reorders, eq(reorders.status, 'committed')),
    links: (await db.select({ hash: oneTimeTokens.tokenHash }).from(oneTimeTokens)).map(({ hash }) => hash).sort(),
    answers: await db.$count(idempotentAnswers),
    orders: await db.$count(orders),
  });
  const all = { previews: 1, committed: 1, links: ['long', 'over'], answers: 1, orders: 2 };
  await sweep(world.deps);
  expect(await counts()).toEqual(all);
  later(20);
  await sweep(world.deps);
  expect(await counts()).toEqual(all);
  await db.update(idempotentAnswers).set({ createdAt: sql`now() - interval '8 days'` });
  later(12);
  await sweep(world.deps);
  expect(await counts()).toEqual({ ...all, answers: 0, previews: 0, links: ['long'] });
  later(365);
  await sweep(world.deps);
  expect(await counts()).toEqual({ ...all, answers: 0, previews: 0, links: [] });
});

test('sessions and counters that are over go by the wall’s clock', async () => {
  const [person] = await db.select({ id: persons.id }).from(persons).limit(1);
  const store = sessionStore(db, world.deps.settings);
  const [over, kept] = await Promise.all(
    ['over', 'kept'].map((userAgent) => store.create({ personId: person?.id ?? '', assurance: 1, userAgent })),
  );
  await db
    .update(sessions)
    .set({ expiresAt: sql`now() - interval '1 minute'` })
    .where(eq(sessions.userAgent, 'over'));
  await countAttempt(db, { name: 'gone', points: 5, seconds: 1 }, 'ana');
  await countAttempt(db, { name: 'counts', points: 5, seconds: 3600 }, 'ana');
  await db
    .update(rateLimits)
    .set({ expire: sql`now() - interval '1 minute'` })
    .where(sql`key like 'gone%'`);
  await sweep(world.deps);
  expect([await store.validate(over ?? ''), (await store.validate(kept ?? ''))?.personId]).toEqual([null, person?.id]);
  expect((await db.select({ key: rateLimits.key }).from(rateLimits)).map(({ key }) => key.split(':')[0])).toEqual([
    'counts',
  ]);
  expect((await db.select({ by: sessions.userAgent }).from(sessions)).map(({ by }) => by)).toEqual(['kept']);
});
