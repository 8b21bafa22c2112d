import { type APIRequestContext, type ConsoleMessage, test as base, expect } from '@playwright/test';
import { shopCommand } from './running-shop.ts';

export { expect };

export interface Mail {
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  sent_at: string;
}

/** What the shop would have sent, newest first. */
export interface Outbox {
  to(address: string): Promise<Mail[]>;
  /** Waits until a mail with such a subject is there. */
  find(address: string, subject: RegExp): Promise<Mail>;
}

interface Fixtures {
  /** Noise a test expects: matched against what the browser's console says. Everything else fails the test. */
  expectedNoise: RegExp[];
  noise: void;
  outbox: Outbox;
  /** An operator's command on the shop under test, such as `shop('clock', 'advance', '24h')`. */
  shop: (...words: string[]) => Promise<Record<string, unknown>>;
}

/** A form that is refused answers 400, 403, 409, 422 or 429, and Chromium calls that a failed resource. */
const lawfulRefusal = /the server responded with a status of 4(00|03|09|22|29)/;
/** Remix gives up a request that a newer one has overtaken, and where the answer was half read its decoder prints that
 *  (single-fetch.js). Nothing is lost: the newer answer counts. */
const overtaken =
  /^AbortError: (signal is aborted without reason|BodyStreamBuffer was aborted|The user aborted a request)/;
const dataDir = () => process.env.E2E_DATA_DIR ?? '.data';

export const test = base.extend<Fixtures>({
  expectedNoise: [[], { option: true }],

  noise: [
    async ({ context, expectedNoise }, use) => {
      const heard: string[] = [];
      const expected = [lawfulRefusal, overtaken, ...expectedNoise];
      const hear = (words: string) => expected.some((pattern) => pattern.test(words)) || heard.push(words);
      context.on('console', (message: ConsoleMessage) => {
        if (message.type() === 'error') hear(`${message.text()} (${message.location().url})`);
      });
      context.on('weberror', (error) => hear(error.error().stack ?? error.error().message));
      await use();
      expect(heard, 'errors in the browser').toEqual([]);
    },
    { auto: true },
  ],

  outbox: async ({ request }, use) => use(outboxOf(request)),

  shop: async ({}, use) => use((...words) => shopCommand(dataDir(), ...words)),
});

function outboxOf(request: APIRequestContext): Outbox {
  const to = async (address: string) => {
    const answer = await request.get(`/dev/outbox.json?to=${encodeURIComponent(address)}`);
    expect(answer.status()).toBe(200);
    return (await answer.json()) as Mail[];
  };
  return {
    to,
    async find(address, subject) {
      let found: Mail | undefined;
      await expect
        .poll(async () => (found = (await to(address)).find((mail) => subject.test(mail.subject))) !== undefined, {
          message: `a mail to ${address} about ${subject}`,
          timeout: 30_000,
        })
        .toBe(true);
      return found as Mail;
    },
  };
}

/** For `test.use`: the size of a phone in the hand. */
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** For `test.use`: a browser that runs no script. */
export const withoutJavaScript = { javaScriptEnabled: false };
