import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Deps } from '#app/deps.server.ts';
import { receivePaymentNotice } from '#app/use-cases/checkout/receive-payment-notice.server.ts';

export type NoticeReceiver = {
  url: string;
  /** Whose shop the notices are for, from now on. */
  answerWith: (deps: Deps) => void;
  received: () => number;
  close: () => Promise<void>;
};

/** Where the provider's notices arrive, without the rest of the web. */
export async function startNoticeReceiver(): Promise<NoticeReceiver> {
  let current: Deps | null = null;
  let count = 0;
  const server: Server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const signature = request.headers['stripe-signature'];
      try {
        if (!current) throw new Error('nobody is at home');
        const rawBody = Buffer.concat(chunks).toString();
        const outcome = await receivePaymentNotice(current, { rawBody, signature: String(signature) });
        count += 1;
        response.writeHead(outcome.ok ? 200 : 400).end();
      } catch {
        response.writeHead(500).end();
      }
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/webhooks/stripe`,
    answerWith: (deps) => void (current = deps),
    received: () => count,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
