import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Stripe from 'stripe';

export type Heard = { readonly body: string; readonly signature: string; readonly event: Stripe.Event };
export type WebhookTarget = {
  readonly url: string;
  readonly heard: readonly Heard[];
  /** Answers the next so many with this status instead of 200. */
  readonly refuseNext: (count: number, status?: number) => void;
  readonly forget: () => void;
  /** Resolves once so many of the wanted events were heard; throws after five seconds. */
  readonly until: (count: number, wanted?: (heard: Heard) => boolean) => Promise<Heard[]>;
  readonly stop: () => Promise<void>;
};

/** A listener for events, as the shop's webhook address is one. */
export async function startWebhookTarget(): Promise<WebhookTarget> {
  const heard: Heard[] = [];
  let refusals = { left: 0, status: 500 };
  let notify: () => void = () => undefined;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const refuse = refusals.left > 0;
    if (refuse) refusals = { ...refusals, left: refusals.left - 1 };
    else
      heard.push({
        body,
        signature: String(request.headers['stripe-signature']),
        event: JSON.parse(body) as Stripe.Event,
      });
    response.writeHead(refuse ? refusals.status : 200).end();
    notify();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/stripe`,
    heard,
    refuseNext: (count, status = 500) => {
      refusals = { left: count, status };
    },
    forget: () => heard.splice(0),
    until: async (count, wanted = () => true) => {
      const deadline = Date.now() + 5000;
      for (;;) {
        const found = heard.filter(wanted);
        if (found.length >= count) return found;
        if (Date.now() > deadline)
          throw new Error(`heard ${found.length} of ${count}: ${heard.map(({ event }) => event.type).join(', ')}`);
        await new Promise<void>((resolve) => {
          notify = resolve;
          setTimeout(resolve, 100);
        });
      }
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
