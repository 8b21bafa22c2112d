import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { personId } from '#app/domain/access/ids.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { loader as listPage } from '#app/routes/admin/reviews/list.tsx';
import { action as declinePage } from '#app/routes/admin/reviews/decline.tsx';
import { openStaffAccount } from '#app/use-cases/identity/open-staff-account.server.ts';
import { answerReview } from '#app/use-cases/reviews/answer-review.server.ts';
import { moderateReview } from '#app/use-cases/reviews/moderate-review.server.ts';
import { findProductPage } from '#db/queries/product-page.server.ts';
import { erasePerson } from '#db/queries/privacy.server.ts';
import { personOfEmail } from '#db/queries/persons.server.ts';
import { listReviews } from '#db/queries/reviews.server.ts';
import { countTasks } from '#db/queries/today.server.ts';
import { products, reviewDecisions, reviews } from '#db/schema/catalog.ts';
import { outboxEmails } from '#db/schema/jobs.ts';
import { depsAt } from '#tests/support/api.ts';
import { browserOf } from '#tests/support/browser.ts';
import { aShop } from '#tests/support/checkout-world.ts';
import { testDatabase } from '#tests/support/database.ts';

const { db } = await testDatabase({ connections: 6 });
const deps = depsAt(db, '2027-03-01T09:00:00Z');
await aShop(db, [{ sku: 'ESP-1K', prices: { EUR: '18' }, stock: '9' }]);
const [product] = await db.select().from(products);
if (!product) throw new Error('there is no product');
const hire = async (role: 'admin' | 'manager'): Promise<StaffActor> => {
  const hired = await openStaffAccount(deps, {
    ...{ email: `${role}@store.example`, name: role, role, by: null, via: 'test' },
  });
  if (!hired.ok) throw new Error(hired.code);
  const person = personId(hired.value.personId);
  return { person, via: 'page', member: null, standsInFor: null, staff: { person, roles: [role] } };
};
const admin = await hire('admin');
const manager = await hire('manager');
const writer = await db.transaction((tx) =>
  personOfEmail(tx, { email: 'ada@example.org', newId: newId(), name: 'Ada', locale: 'de', at: deps.now() }),
);
const hostile = '<script>alert(1)</script> ‮ {reason} %0d%0aBcc: x@example.org';
let minutes = 0;
async function aReview(p: Partial<typeof reviews.$inferInsert> = {}): Promise<string> {
  const id = newId();
  minutes += 1;
  await db.insert(reviews).values({
    ...{ id, productId: product?.id ?? '', authorName: 'Ada L.', stars: 5, body: 'Good', status: 'waiting' },
    ...{ createdAt: new Date(Date.parse('2027-02-01T09:00:00Z') + minutes * 60_000), ...p },
  });
  return id;
}
const approve = (id: string, actor = admin) =>
  moderateReview(deps, { actor, id, event: 'approve', seen: 'waiting', reason: '' });
const decline = (id: string, reason = 'About another shop', seen: 'waiting' | 'published' = 'waiting') =>
  moderateReview(deps, { actor: admin, id, event: 'decline', seen, reason });
const shown = async () => (await listReviews(db, { productId: product.id, limit: 50 })).map(({ id }) => id);
const stars = async () => (await findProductPage(db, { handle: product.handle }))?.stars;
const statusOf = async (id: string) => (await db.select().from(reviews).where(eq(reviews.id, id)))[0]?.status;

describe('the store reads a review first', () => {
  test('what waits is counted, shown to nobody and in no sum; approved, it is', async () => {
    const id = await aReview({ stars: 4 });
    expect((await countTasks(db)).reviews).toBe(1);
    expect(await shown()).toEqual([]);
    expect(await stars()).toEqual([0, 0, 0, 0, 0]);
    expect(await approve(id)).toMatchObject({ ok: true, value: 'published' });
    expect((await countTasks(db)).reviews).toBe(0);
    expect(await shown()).toEqual([id]);
    expect(await stars()).toEqual([0, 0, 0, 1, 0]);
    const [kept] = await db.select().from(reviewDecisions).where(eq(reviewDecisions.reviewId, id));
    expect(kept).toMatchObject({ decision: 'approved', personId: String(admin.person), at: deps.now() });
  });

  test('only the store’s admins decide', async () => {
    const id = await aReview();
    expect(await approve(id, manager)).toMatchObject({ ok: false, code: 'forbidden' });
    expect(await answerReview(deps, { actor: manager, id, answer: 'No' })).toMatchObject({ code: 'forbidden' });
    expect(await statusOf(id)).toBe('waiting');
    const store = await browserOf(deps, { email: 'manager@store.example', assurance: 2 });
    await expect(listPage({ ...store.ask('/admin/reviews'), params: {} })).rejects.toMatchObject({ status: 404 });
  });

  test('two who decide at once: the first counts, the other is told what it is now', async () => {
    for (const _time of Array.from({ length: 8 })) {
      const id = await aReview();
      const answers = await Promise.all([approve(id), decline(id), approve(id), decline(id)]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      for (const answer of answers) if (!answer.ok) expect(answer.code).toBe('preview_stale');
      expect(await db.$count(reviewDecisions, eq(reviewDecisions.reviewId, id))).toBe(1);
    }
  });

  test('declined, its writer is told why, in the language it was written in; what was shown is taken down', async () => {
    const id = await aReview({ personId: writer.id, locale: 'de', title: hostile, body: hostile, authorName: hostile });
    await approve(id);
    expect(await shown()).toContain(id);
    expect(await decline(id, hostile, 'published')).toMatchObject({ ok: true });
    expect(await shown()).not.toContain(id);
    const mails = await db.select().from(outboxEmails).where(eq(outboxEmails.recipient, 'ada@example.org'));
    expect(mails).toMatchObject([{ template: 'review-declined', locale: 'de', props: { reason: hostile } }]);
    expect(await decline(id, 'again', 'published')).toMatchObject({ code: 'preview_stale' });
    expect(await db.$count(outboxEmails, eq(outboxEmails.template, 'review-declined'))).toBe(1);
  });

  test('without a reason the form comes back with what was typed, and nothing is done', async () => {
    const id = await aReview();
    const store = await browserOf(deps, { email: 'admin@store.example', assurance: 2 });
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const body = new URLSearchParams({ seen: 'waiting', filter: '?stars=5', reason: '  ' }).toString();
    const answer = await declinePage({
      ...store.ask(`/admin/reviews/${id}/decline`, { method: 'POST', headers, body }),
      params: { review: id },
    });
    expect(answer).toMatchObject({
      init: { status: 400 },
      data: { form: { values: { filter: '?stars=5' }, fields: { reason: expect.any(String) as string } } },
    });
    expect(await statusOf(id)).toBe('waiting');
  });

  test('the list has the longest waiting first, by stars where asked, page by page', async () => {
    await db.delete(reviewDecisions);
    await db.delete(reviews);
    const all: string[] = [];
    for (const at of Array.from({ length: 60 }).keys()) all.push(await aReview({ stars: (at % 5) + 1 }));
    const store = await browserOf(deps, { email: 'admin@store.example', assurance: 2 });
    const read = async (path: string) =>
      (await listPage({ ...store.ask(path), params: {} })) as { reviews: { id: string }[]; next: string | null };
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page = await read(`/admin/reviews?cursor=${encodeURIComponent(next)}`);
      seen.push(...page.reviews.map(({ id }) => id));
      next = page.next;
    }
    expect(seen).toEqual(all);
    const two = await read('/admin/reviews?stars=2');
    expect(two.reviews.map(({ id }) => id)).toEqual(all.filter((_id, at) => at % 5 === 1));
    expect((await read('/admin/reviews?show=published&stars=nonsense')).reviews).toEqual([]);
    expect((await read(`/admin/reviews?product=${encodeURIComponent("'; drop table reviews --")}`)).reviews).toEqual(
      [],
    );
  });
});

test('the store answers in public, keeps who said what, and takes it back with an empty answer', async () => {
  const id = await aReview({ status: 'published' });
  const answerOf = async () => (await listReviews(db, { productId: product.id, limit: 9 }))[0]?.answer;
  await answerReview(deps, { actor: admin, id, answer: ` ${hostile} ` });
  expect(await answerOf()).toBe(hostile);
  await answerReview(deps, { actor: admin, id, answer: hostile });
  await answerReview(deps, { actor: admin, id, answer: '' });
  expect(await answerOf()).toBe('');
  const kept = await db.select().from(reviewDecisions).where(eq(reviewDecisions.reviewId, id));
  expect(kept.map(({ decision, words }) => [decision, words])).toEqual([
    ['answered', hostile],
    ['answered', ''],
  ]);
});

test('a deleted person’s reviews stay without a name', async () => {
  const id = await aReview({ personId: writer.id, status: 'published' });
  await db.transaction((tx) => erasePerson(tx, { personId: writer.id, email: 'ada@example.org', at: deps.now() }));
  const [row] = await db.select().from(reviews).where(eq(reviews.id, id));
  expect(row).toMatchObject({ authorName: '', body: 'Good' });
});
