import { describe, expect, test } from 'vitest';
import type { ProcessDeps } from '#app/deps.server.ts';
import { outboxMailer } from '#app/integrations/mailer/mailer.server.ts';
import { runDueJobs } from '#app/jobs/worker.server.ts';
import { queueEmail } from '#app/use-cases/mail/queue-email.server.ts';
import { listSentEmails } from '#db/queries/outbox.server.ts';
import { testDatabase } from '#tests/support/database.ts';
import { noPayments } from '#tests/support/no-payments.ts';
import { noPictures } from '#tests/support/no-pictures.ts';

const at = new Date('2027-03-01T09:00:00Z');
const settings = {
  mode: 'demo',
  origin: 'http://localhost:3000',
  secret: 'a secret of thirty-two characters',
} as const;

describe('a mail owed is a mail sent, once', async () => {
  const { db, url } = await testDatabase({ connections: 4 });
  const deps: ProcessDeps = { db, mailer: outboxMailer, payments: noPayments, pictures: noPictures, settings };
  const welcome = (name: string, key: string) => ({
    key,
    template: 'welcome' as const,
    to: 'ana@harbour.example',
    locale: 'de',
    props: { name, shopUrl: 'http://localhost:3000/' },
    at,
  });

  test('a mail of a transaction that is rolled back is never sent', async () => {
    await expect(
      db.transaction(async (tx) => {
        await queueEmail(tx, welcome('Nobody', 'welcome:rolled-back'));
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    await runDueJobs(deps, { url });
    expect(await listSentEmails(db, { to: null, limit: 10 })).toEqual([]);
  });

  test('the same key is sent once, in the language of the reader, as HTML and text', async () => {
    const first = await db.transaction((tx) => queueEmail(tx, welcome('Ana\r\nBcc: x', 'welcome:1')));
    const second = await db.transaction((tx) => queueEmail(tx, welcome('Ana', 'welcome:1')));
    expect([first, second]).toEqual([true, false]);

    await runDueJobs(deps, { url });
    await runDueJobs(deps, { url });
    const sent = await listSentEmails(db, { to: 'ana@harbour.example', limit: 10 });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.subject).toBe('Willkommen bei Tradepost');
    expect(sent[0]?.html).toContain('Guten Tag');
    expect(sent[0]?.text).toContain('Ihr Konto ist bereit');
  });
});
