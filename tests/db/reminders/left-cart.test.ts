import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { runDueJobs } from '#app/jobs/worker.server.ts';
import { rememberEmail } from '#app/use-cases/cart/remember-email.server.ts';
import { changeCartLine } from '#app/use-cases/cart/change-cart-line.server.ts';
import { suppressAddress } from '#app/use-cases/reminders/suppress-address.server.ts';
import { advanceClock } from '#db/queries/clock.server.ts';
import { listSentEmails } from '#db/queries/outbox.server.ts';
import { stockLevels } from '#db/schema/catalog.ts';
import { aReminderPlace } from '#tests/support/reminder-world.ts';

describe('a cart left behind', async () => {
  const place = await aReminderPlace();
  const { db, url, process } = place;
  const hours = async (count: number) => {
    await advanceClock(db, { seconds: count * 3600 });
    await runDueJobs(process, { url });
  };
  const mailsTo = async (to: string) => (await listSentEmails(db, { to, limit: 20 })).map(({ subject }) => subject);

  test('is remembered after 1, 24 and 72 hours, and never again', async () => {
    await place.leaveCart('ada@example.org');
    await runDueJobs(process, { url });
    expect(await mailsTo('ada@example.org')).toEqual([]);
    await hours(1);
    expect(await mailsTo('ada@example.org')).toEqual(['You left something in your cart']);
    await runDueJobs(process, { url });
    await hours(22);
    expect(await mailsTo('ada@example.org')).toHaveLength(1);
    await hours(1);
    expect(await mailsTo('ada@example.org')).toHaveLength(2);
    await hours(48);
    expect(await mailsTo('ada@example.org')).toEqual([
      'Your cart, one last time',
      'Still thinking it over?',
      'You left something in your cart',
    ]);
    await hours(24 * 30);
    expect(await mailsTo('ada@example.org')).toHaveLength(3);
  });

  test('says what it costs today, what is left only where it is few, and how to hear no more', async () => {
    await db.update(stockLevels).set({ onHand: '3' }).where(eq(stockLevels.variantId, place.variantId));
    await place.leaveCart('Grace@Example.org', 'de');
    await hours(1);
    const [mail] = await listSentEmails(db, { to: 'grace@example.org', limit: 1 });
    expect(mail?.subject).toBe('In Ihrem Warenkorb liegt noch etwas');
    expect(mail?.html).toMatch(/Nur noch .*3 Stück/);
    expect(mail?.text).toContain('/de/cart/restore/');
    expect(mail?.headers['List-Unsubscribe']).toMatch(/^<http:\/\/localhost:3000\/de\/unsubscribe\/[\w.-]+>$/);
    expect(mail?.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    await db.update(stockLevels).set({ onHand: '100' }).where(eq(stockLevels.variantId, place.variantId));
    await hours(24);
    const [second] = await listSentEmails(db, { to: 'grace@example.org', limit: 1 });
    expect(second?.html).not.toContain('Nur noch');
  });

  test('is forgotten by whoever unsubscribes, also between owing and sending', async () => {
    await place.leaveCart('linus@example.org');
    await hours(1);
    await suppressAddress(await place.deps(), { address: 'Linus@example.org', as: 'unsubscribed', source: 'page' });
    await hours(24);
    await hours(48);
    expect(await mailsTo('linus@example.org')).toHaveLength(1);
  });

  test('is forgotten once it is empty', async () => {
    const buyer = await place.leaveCart('empty@example.org');
    await changeCartLine(await place.deps(), { owner: buyer.owner, line: 1, quantity: '0' });
    await hours(1);
    await hours(24);
    expect(await mailsTo('empty@example.org')).toEqual([]);
  });

  test('starts anew when it is touched', async () => {
    const buyer = await place.leaveCart('back@example.org');
    await hours(0.9);
    await changeCartLine(await place.deps(), { owner: buyer.owner, line: 1, quantity: '2' });
    await hours(0.9);
    expect(await mailsTo('back@example.org')).toEqual([]);
    await hours(0.2);
    expect(await mailsTo('back@example.org')).toHaveLength(1);
  });

  test('is not written about where the buyer said no', async () => {
    const buyer = await place.leaveCart('no@example.org');
    await rememberEmail(await place.deps(), { owner: buyer.owner, email: 'no@example.org', consent: 'none' });
    await hours(2);
    expect(await mailsTo('no@example.org')).toEqual([]);
  });
});
