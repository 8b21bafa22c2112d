import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { suppressAddress } from '#app/use-cases/reminders/suppress-address.server.ts';
import { fulfilOrder } from '#app/use-cases/orders/fulfil-order.server.ts';
import { askForReview } from '#app/use-cases/reviews/ask-for-review.server.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { reviewToken } from '#app/integrations/review-link.server.ts';
import { runDueJobs } from '#app/jobs/worker.server.ts';
import { action, loader } from '#app/routes/orders/reviews.tsx';
import { advanceClock } from '#db/queries/clock.server.ts';
import { listSentEmails } from '#db/queries/outbox.server.ts';
import { listReviews } from '#db/queries/reviews.server.ts';
import { companies } from '#db/schema/companies.ts';
import { outboxEmails } from '#db/schema/jobs.ts';
import { reviews } from '#db/schema/catalog.ts';
import { orderLines, orders, reviewRequests } from '#db/schema/orders.ts';
import { visiting } from '#tests/support/browser.ts';
import { aReminderPlace } from '#tests/support/reminder-world.ts';

const place = await aReminderPlace();
const { db, url, process } = place;
const days = async (count: number) => {
  await advanceClock(db, { seconds: count * 86_400 });
  await runDueJobs(process, { url });
};
const subject = 'How was it?';
const asked = async (to: string) =>
  (await listSentEmails(db, { to, limit: 20 })).filter((mail) => mail.subject === subject);

async function anOrder(email: string, p: Partial<typeof orders.$inferInsert> = {}) {
  const deps = await place.deps();
  const id = newId();
  await db.insert(orders).values({
    ...{ id, number: `TP-${id.slice(-8)}`, status: 'paid', channel: 'storefront', email, locale: 'en', market: 'DE' },
    ...{ currency: 'EUR', roundingMode: 'half_away', showsTaxIncluded: true, totalMinor: 3600n, freightMinor: 0n },
    ...{ freightTaxMinor: 0n, taxMinor: 252n, payableMinor: 3852n, paidMinor: 3852n, shippingMethod: 'standard' },
    shipTo: { name: 'Ada Lovelace', address: 'Weg 1', city: 'Berlin', postalCode: '10117', country: 'DE' },
    ...{ placedAt: deps.now(), createdAt: deps.now(), ...p },
  });
  await db.insert(orderLines).values({
    ...{ id: newId(), orderId: id, line: 1, variantId: place.variantId, sku: 'ESP-1K', title: 'House Espresso' },
    ...{
      quantity: '2',
      unitPrice: '18',
      lineTotalMinor: 3600n,
      taxMinor: 252n,
      taxRatePercent: '7',
      taxClass: 'reduced',
    },
  });
  return id;
}
const send = async (orderId: string, lines: { line: number; quantity: string }[] | null = null) => {
  const parcel = { carrier: '', trackingNumber: '', trackingUrl: '', personId: null, via: 'test' };
  const done = await fulfilOrder(await place.deps(), { orderId, lines, ...parcel });
  if (!done.ok) throw new Error(done.code);
};
const requestOf = async (orderId: string) =>
  (await db.select().from(reviewRequests).where(eq(reviewRequests.orderId, orderId)))[0];

describe('the link in that mail', async () => {
  const id = await anOrder('mary@example.org');
  await send(id);
  const deps = await place.deps();
  const token = reviewToken(deps.settings, id);
  const open = async (given: string) =>
    (await loader({ ...visiting(deps).ask(`/reviews/${given}`), params: { token: given } })) as {
      chosen: { handle: string } | null;
      products: { handle: string; state: { code: string } | null }[];
      name: string;
    };
  const write = async (given: string, fields: Record<string, string>) => {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const init = { method: 'POST', headers, body: new URLSearchParams(fields).toString() };
    const answer = await action({ ...visiting(deps).ask(`/reviews/${given}`, init), params: { token: given } });
    return answer instanceof Response ? answer.status : (answer.init?.status ?? 200);
  };
  const written = { stars: '4', title: 'Good', body: 'Very <b>good</b>', name: 'Ada L.' };

  test('forged or cut short leads nowhere', async () => {
    const forged = token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    for (const given of [forged, id, '', `${newId()}.${token.split('.')[1]}`])
      await expect(open(given)).rejects.toMatchObject({ status: 404 });
  });

  test('lets a guest write about what was received, once, and nothing waits to be asked any more', async () => {
    const { chosen, name } = await open(token);
    expect(name).toBe('Ada L.');
    const product = chosen?.handle ?? '';
    expect(await write(token, { ...written, product, stars: '9' })).toBe(400);
    const both = await Promise.all([write(token, { ...written, product }), write(token, { ...written, product })]);
    expect(both.sort()).toEqual([303, 403]);
    expect(await write(token, { ...written, product: 'another' })).toBe(403);
    const [row] = await db.select().from(reviews);
    expect(row).toMatchObject({ orderId: id, personId: null, status: 'waiting', body: 'Very <b>good</b>', stars: 4 });
    expect(await listReviews(db, { productId: row?.productId ?? '', limit: 9 })).toEqual([]);
    const again = await open(token);
    expect(again).toMatchObject({ chosen: null, products: [{ state: { code: 'waiting' } }] });
    await days(8);
    expect(await asked('mary@example.org')).toEqual([]);
    expect((await requestOf(id))?.ended).toBe('nothing_left');
  });

  test('of another order of the same address finds it reviewed', async () => {
    const second = await anOrder('Mary@example.org');
    await send(second);
    const other = reviewToken(deps.settings, second);
    expect((await open(other)).chosen).toBeNull();
    const handle = (await open(other)).products[0]?.handle ?? '';
    expect(await write(other, { ...written, product: handle })).toBe(403);
  });

  test('the sweep finds what is due by an index', async () => {
    const plan = await db.transaction(async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`);
      return tx.execute(
        sql`explain select order_id from review_requests where due_at is not null and due_at <= '2027-01-01' order by due_at, order_id limit 500`,
      );
    });
    expect(JSON.stringify(plan)).toContain('review_requests_due');
  });
});

describe('a buyer is asked for a review', () => {
  test('a week after the last parcel, once, in a mail that opens the form and can be unsubscribed from', async () => {
    const id = await anOrder('Ada@Example.org');
    await send(id, [{ line: 1, quantity: '1' }]);
    await days(5);
    await send(id);
    await days(6.9);
    expect(await asked('ada@example.org')).toEqual([]);
    await days(0.2);
    const [mail, ...others] = await asked('ada@example.org');
    expect(others).toEqual([]);
    expect(mail?.html).toContain('House Espresso');
    expect(mail?.html).toContain(`/reviews/${reviewToken((await place.deps()).settings, id)}`);
    expect(mail?.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    await days(30);
    expect(await asked('ada@example.org')).toHaveLength(1);
  });

  test('once, however many workers look at the same order at the same moment', async () => {
    const ids = await Promise.all([1, 2, 3, 4].map((n) => anOrder(`race${n}@example.org`)));
    for (const id of ids) await send(id);
    await advanceClock(db, { seconds: 8 * 86_400 });
    const deps = await place.deps();
    await Promise.all([...ids, ...ids, ...ids].map((orderId) => askForReview(deps, { orderId })));
    await Promise.all([runDueJobs(process, { url }), runDueJobs(process, { url })]);
    await runDueJobs(process, { url });
    for (const n of [1, 2, 3, 4]) expect(await asked(`race${n}@example.org`)).toHaveLength(1);
    const owed = await db.select().from(outboxEmails).where(eq(outboxEmails.template, 'review-request'));
    for (const id of ids) expect(owed.filter(({ key }) => key.includes(id))).toHaveLength(1);
  });

  test('not by a worker that died before it was done: the next one asks', async () => {
    const id = await anOrder('died@example.org');
    await send(id);
    await advanceClock(db, { seconds: 8 * 86_400 });
    const deps = await place.deps();
    const dying = askForReview(
      {
        ...deps,
        db: new Proxy(db, { get: (target, key) => (key === 'transaction' ? dies : Reflect.get(target, key)) }),
      },
      { orderId: id },
    );
    await expect(dying).rejects.toThrow('power cut');
    expect(await requestOf(id)).toMatchObject({ emailId: null });
    await runDueJobs(process, { url });
    expect(await asked('died@example.org')).toHaveLength(1);
  });
  const dies: typeof db.transaction = (work) =>
    db.transaction(async (tx) => {
      await work(tx);
      throw new Error('power cut');
    });

  test('not after an unsubscribe, also between owing and sending', async () => {
    const before = await anOrder('linus@example.org');
    await send(before);
    await suppressAddress(await place.deps(), { address: 'linus@example.org', as: 'unsubscribed', source: 'page' });
    const between = await anOrder('grace@example.org');
    await send(between);
    await advanceClock(db, { seconds: 8 * 86_400 });
    await askForReview(await place.deps(), { orderId: between });
    expect((await requestOf(between))?.emailId).not.toBeNull();
    await suppressAddress(await place.deps(), { address: 'grace@example.org', as: 'unsubscribed', source: 'page' });
    await runDueJobs(process, { url });
    for (const to of ['linus@example.org', 'grace@example.org']) expect(await asked(to)).toEqual([]);
    expect(await requestOf(before)).toMatchObject({ ended: 'unsubscribed', dueAt: null });
    expect(await requestOf(between)).toMatchObject({ ended: 'unsubscribed', emailId: null, dueAt: null });
  });

  test('not about what came back or was paid back, and never a company', async () => {
    const [companyId, back, paidBack] = [newId(), await anOrder('back@example.org'), await anOrder('paid@example.org')];
    await db.insert(companies).values({
      ...{ id: companyId, slug: 'acme', name: 'Acme', status: 'active', currency: 'EUR', timeZone: 'Europe/Berlin' },
      createdAt: new Date('2026-01-01T00:00:00Z'),
    });
    const theirs = await anOrder('ana@acme.example', { companyId });
    for (const id of [back, paidBack, theirs]) await send(id);
    await db.update(orders).set({ status: 'returned' }).where(eq(orders.id, back));
    await db.update(orders).set({ refundedMinor: 3852n }).where(eq(orders.id, paidBack));
    await days(8);
    for (const to of ['back@example.org', 'paid@example.org', 'ana@acme.example']) expect(await asked(to)).toEqual([]);
    expect((await requestOf(back))?.ended).toBe('came_back');
    expect((await requestOf(paidBack))?.ended).toBe('paid_back');
    expect(await requestOf(theirs)).toBeUndefined();
  });
});
