import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { smtpMailer } from '#app/integrations/mailer/mailer.server.ts';
import { type EmailName, emailProps } from '#app/jobs/emails.ts';
import { renderEmail } from '#app/jobs/render-email.server.ts';
import { sampleEmailProps } from '#app/jobs/sample-email.server.ts';
import { sharedData } from '#tests/support/shared-data.ts';

const origin = 'http://localhost:3000';
const own = [
  'Ana\r\nBcc: everybody@example.org',
  'x\nSubject: you won\n\n<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  'a\u2028List-Unsubscribe: <http://evil.example>',
  '\u0000\u0007bell',
  '{name} {unknown}',
  'فاطمة الزهراء',
  '王小明',
  '‮evil.exe',
];
const file = sharedData('hostile-input/blns.json');
const published = file ? (JSON.parse(readFileSync(file, 'utf8')) as string[]).filter((text) => text !== '') : [];
/** A few of the published ones a mail: all of them in turn over the mails. */
const perMail = 12;

const names = Object.keys(emailProps) as EmailName[];
const isSpoken = (key: string) => /^(name|by|author|company|list|label|title|reason|place|note|reference)$/.test(key);

/** Every word somebody could have typed is `text`. */
function typed(value: unknown, text: string, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => typed(each, text, key));
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, typed(each, text, name)]));
  return typeof value === 'string' && isSpoken(key) ? text : value;
}

const mailOf = (template: EmailName, text: string) => {
  const props = emailProps[template].parse(typed(sampleEmailProps(template, { origin, variant: 0 }), text));
  return renderEmail({ template, locale: 'en', props });
};

/** Every kind of tag of a mail, with the names of its attributes: what is quoted is nothing to it. The bare div is left
 *  out: the filler behind a short preview is one. */
const tagsOf = (html: string) => {
  const tags = html.replaceAll(/="[^"]*"/g, '=""').match(/<[a-z][\w-]*[^<>]*>/gi) ?? [];
  return [...new Set(tags.map((tag) => tag.toLowerCase()))].filter((tag) => tag !== '<div>').toSorted();
};

describe('what somebody typed stays words', () => {
  test.each(names.map((name, index) => [name, index] as const))('in %s', async (template, index) => {
    const plain = await mailOf(template, 'Ada');
    const some = published.filter((_, at) => at % names.length === index % names.length).slice(0, perMail);
    for (const text of [...own, ...some]) {
      const { subject, html, headers } = await mailOf(template, text);
      expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      for (const value of Object.values(headers)) expect(value).not.toMatch(/[\r\n]/);
      expect(tagsOf(html), text).toEqual(tagsOf(plain.html));
    }
  });
});

describe('over a real mail server', () => {
  const arrived: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => (arrived.push(mail), done()), done);
    },
  });
  beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)));
  afterAll(() => new Promise<void>((done) => server.close(done)));

  test('headers are ours alone, and names of any script arrive whole', async () => {
    const url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
    const mailer = smtpMailer({ url, from: 'Tradepost <shop@tradepost.example>', lookUpUrl: null });
    for (const [index, text] of own.entries()) {
      const props = emailProps['quote-news'].parse(typed(sampleEmailProps('quote-news', { origin, variant: 0 }), text));
      const mail = await renderEmail({ template: 'quote-news', locale: 'en', props });
      const sent = await mailer.send(
        {
          ...mail,
          subject: text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' '),
          to: 'ana@harbour.example',
          messageId: `<${index}@localhost>`,
        },
        () => Promise.resolve(true),
      );
      expect(sent).toEqual({ outcome: 'taken' });
    }
    expect(arrived).toHaveLength(own.length);
    const allowed = ['from', 'to', 'subject', 'message-id', 'date', 'mime-version', 'content-type'];
    for (const mail of arrived) {
      expect([...mail.headers.keys()].filter((key) => !allowed.includes(key))).toEqual([]);
      expect(mail.bcc).toBeUndefined();
    }
    const subjects = arrived.map(({ subject }) => subject);
    expect(subjects).toContain('فاطمة الزهراء');
    expect(subjects).toContain('王小明');
  });
});
