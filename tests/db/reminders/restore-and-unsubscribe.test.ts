import { describe, expect, test } from 'vitest';
import { runDueJobs } from '#app/jobs/worker.server.ts';
import { readUnsubscribeToken } from '#app/integrations/reminder-link.server.ts';
import { chooseReminders } from '#app/use-cases/reminders/choose-reminders.server.ts';
import { restoreCart } from '#app/use-cases/reminders/restore-cart.server.ts';
import { readPlainLines } from '#db/queries/carts.server.ts';
import { advanceClock } from '#db/queries/clock.server.ts';
import { listSentEmails } from '#db/queries/outbox.server.ts';
import { reminders } from '#db/schema/reminders.ts';
import { aCart, visitor } from '#tests/support/checkout-world.ts';
import { aReminderPlace } from '#tests/support/reminder-world.ts';

describe('the links of a reminder', async () => {
  const place = await aReminderPlace();
  const { db, url, process } = place;
  const hours = async (count: number) => {
    await advanceClock(db, { seconds: count * 3600 });
    await runDueJobs(process, { url });
  };
  const newestTo = async (to: string) => {
    const [mail] = await listSentEmails(db, { to, limit: 1 });
    if (!mail) throw new Error(`no mail to ${to}`);
    const token = (path: string) => new RegExp(`/${path}/([\\w.-]+)`).exec(mail.html)?.[1] ?? '';
    return { restore: token('cart/restore'), unsubscribe: token('unsubscribe') };
  };

  test('a browser without a cart gets the left one, and following the link again changes nothing', async () => {
    const left = await place.leaveCart('ada@example.org');
    await hours(1);
    const { restore } = await newestTo('ada@example.org');
    const again = { ok: true, value: { cartId: left.owner.cartId, isVisitors: true } };
    expect(await restoreCart(await place.deps(), { buyer: visitor(), token: restore })).toEqual(again);
    expect(await restoreCart(await place.deps(), { buyer: left, token: restore })).toEqual(again);
    const [row] = await db.select({ clickedAt: reminders.clickedAt }).from(reminders);
    expect(row?.clickedAt).not.toBe(null);
  });

  test('a browser with a cart keeps it and is given what is missing, once', async () => {
    await place.leaveCart('grace@example.org');
    await hours(1);
    const { restore } = await newestTo('grace@example.org');
    const own = await aCart(await place.deps(), [{ sku: 'CUP', quantity: '3' }]);
    for (const _time of [1, 2])
      expect(await restoreCart(await place.deps(), { buyer: own, token: restore })).toEqual({
        ok: true,
        value: { cartId: own.owner.cartId, isVisitors: true },
      });
    const lines = await readPlainLines(db, { cartId: own.owner.cartId });
    expect(lines.map(({ quantity }) => quantity)).toEqual(['3.000000', '1.000000']);
  });

  test('a forged link opens nothing, an old one says so', async () => {
    await place.leaveCart('linus@example.org');
    await hours(1);
    const { restore } = await newestTo('linus@example.org');
    const forged = restore.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    expect(await restoreCart(await place.deps(), { buyer: visitor(), token: forged })).toMatchObject({
      code: 'not_found',
    });
    await advanceClock(db, { seconds: 15 * 86_400 });
    expect(await restoreCart(await place.deps(), { buyer: visitor(), token: restore })).toMatchObject({
      code: 'link_over',
    });
  });

  test('who unsubscribes gets no more, of any cart, until they ask for it', async () => {
    await place.leaveCart('barbara@example.org');
    await hours(1);
    const { unsubscribe } = await newestTo('barbara@example.org');
    const contactId = readUnsubscribeToken(process.settings, unsubscribe) ?? '';
    await chooseReminders(await place.deps(), { contactId, wanted: false, source: 'one_click' });
    await hours(24 * 8);
    await place.leaveCart('Barbara@Example.org');
    await hours(80);
    expect(await listSentEmails(db, { to: 'barbara@example.org', limit: 10 })).toHaveLength(1);
    await chooseReminders(await place.deps(), { contactId, wanted: true, source: 'page' });
    await place.leaveCart('barbara@example.org');
    await hours(1);
    expect(await listSentEmails(db, { to: 'barbara@example.org', limit: 10 })).toHaveLength(2);
  });
});
