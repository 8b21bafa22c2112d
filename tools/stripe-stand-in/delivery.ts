import { createHmac } from 'node:crypto';
import type Stripe from 'stripe';
import type { Chaos } from './chaos.ts';
import { newId } from './ids.ts';
import type { Store } from './store.ts';
import type { Config, World } from './world.ts';

/** An event still to be told to one endpoint. It stays on disk until it was heard or every attempt was used up. */
export type Delivery = {
  readonly id: string;
  readonly event: string;
  /** A webhook endpoint's id, or `configured` for the one given at the start. */
  readonly endpoint: string;
  readonly attempts: number;
  readonly dueAtMs: number;
  readonly gaveUp: boolean;
  readonly lastAnswer: string | null;
};

const listens = (events: readonly string[], type: string) => events.includes('*') || events.includes(type);

export function enqueueDeliveries({ store, config }: World, event: Stripe.Event): void {
  const dueAtMs = Date.now() + (config.schedule[0] ?? 0) * 1000;
  const add = (endpoint: string) =>
    store.put('delivery', {
      id: newId('del'),
      event: event.id,
      endpoint,
      attempts: 0,
      dueAtMs,
      gaveUp: false,
      lastAnswer: null,
    });
  if (config.webhook && listens(config.webhook.events, event.type)) add('configured');
  for (const endpoint of store.oldestFirst('webhook_endpoint'))
    if (endpoint.status === 'enabled' && listens(endpoint.enabled_events, event.type)) add(endpoint.id);
}

/** The header Stripe sends: `t=<unix seconds>,v1=<hex hmac-sha256 of "t.body">`. */
export function signatureHeader(body: string, secret: string, atSeconds: number): string {
  const signature = createHmac('sha256', secret).update(`${atSeconds}.${body}`).digest('hex');
  return `t=${atSeconds},v1=${signature}`;
}

const atOnce = 16;
const reorderWindowMs = 50;

export class Deliverer {
  private readonly flying = new Set<string>();
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(
    private readonly store: Store,
    private readonly config: Config,
    private readonly chaos: Chaos,
  ) {}

  /** Called after every commit and at the start: sends what is due and sets the alarm for the rest. */
  wake(): void {
    if (this.stopped) return;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (this.chaos.now.holdEvents) return;
    let next = Infinity;
    const due: Delivery[] = [];
    for (const delivery of this.store.oldestFirst('delivery')) {
      if (delivery.gaveUp || this.flying.has(delivery.id)) continue;
      const at = delivery.dueAtMs + this.chaos.now.delayEventsMs;
      if (at <= Date.now()) due.push(delivery);
      else next = Math.min(next, at);
      if (due.length >= 200) break;
    }
    const oldest = due[0];
    if (oldest && this.chaos.now.reorderEvents) {
      const together = oldest.dueAtMs + this.chaos.now.delayEventsMs + reorderWindowMs;
      if (together > Date.now()) {
        this.timer = setTimeout(() => this.wake(), together - Date.now());
        return;
      }
    }
    const ready = this.chaos.now.reorderEvents ? this.shuffled(due) : due;
    for (const delivery of ready) {
      if (this.flying.size >= atOnce) return;
      void this.send(delivery);
    }
    if (next < Infinity)
      this.timer = setTimeout(() => this.wake(), Math.min(Math.max(next - Date.now(), 1), 60_000)).unref();
  }

  /** Tells everything that is waiting now, whatever its schedule says. Answers what is still not heard. */
  async flush(): Promise<number> {
    const waiting = [...this.store.oldestFirst('delivery')].filter(({ id }) => !this.flying.has(id));
    const ordered = this.chaos.now.reorderEvents ? this.shuffled(waiting) : waiting;
    for (const delivery of ordered)
      if (this.store.get('delivery', delivery.id) && !this.flying.has(delivery.id)) await this.send(delivery);
    while (this.flying.size) await new Promise((resolve) => setTimeout(resolve, 5));
    return this.store.count('delivery');
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    for (let waited = 0; this.flying.size && waited < 500; waited += 10)
      await new Promise((resolve) => setTimeout(resolve, 10));
  }

  /** Newest first is the order that hurts most. */
  private shuffled = (due: readonly Delivery[]) => [...due].reverse();

  private target(endpoint: string): { url: string; secret: string } | null {
    if (endpoint === 'configured') return this.config.webhook;
    const found = this.store.get('webhook_endpoint', endpoint);
    const secret = this.store.get('endpoint_secret', endpoint);
    return found && secret ? { url: found.url, secret: secret.secret } : null;
  }

  private async send(delivery: Delivery): Promise<void> {
    this.flying.add(delivery.id);
    const event = this.store.get('event', delivery.event);
    const target = this.target(delivery.endpoint);
    let answer: string;
    if (!event || !target || this.chaos.take('dropEvents')) answer = 'dropped';
    else {
      const copies = this.chaos.now.duplicateEvents ? 2 : 1;
      const answers = await Promise.all(Array.from({ length: copies }, () => this.post(event, target)));
      answer = answers.find((one) => one !== 'heard') ?? 'heard';
    }
    if (answer === 'heard' || answer === 'dropped') this.store.remove('delivery', delivery.id);
    else this.postpone(delivery, answer);
    await this.store.commit();
    this.flying.delete(delivery.id);
    this.wake();
  }

  private postpone(delivery: Delivery, lastAnswer: string): void {
    const attempts = delivery.attempts + 1;
    const wait = this.config.schedule[attempts];
    this.store.put('delivery', {
      ...delivery,
      attempts,
      lastAnswer,
      gaveUp: wait === undefined,
      dueAtMs: Date.now() + (wait ?? 0) * 1000,
    });
  }

  private async post(event: Stripe.Event, target: { url: string; secret: string }): Promise<string> {
    const body = JSON.stringify({ ...event, pending_webhooks: 1 });
    try {
      const response = await fetch(target.url, {
        method: 'POST',
        body,
        redirect: 'manual',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'Stripe/1.0 (stand-in)',
          'stripe-signature': signatureHeader(body, target.secret, Math.floor(Date.now() / 1000)),
        },
        signal: AbortSignal.timeout(this.config.deliveryTimeoutMs),
      });
      await response.arrayBuffer();
      return response.status >= 200 && response.status < 300 ? 'heard' : `status ${response.status}`;
    } catch (fault) {
      return fault instanceof Error ? fault.message : 'unreachable';
    }
  }
}
