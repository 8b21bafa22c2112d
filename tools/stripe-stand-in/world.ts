import type Stripe from 'stripe';
import { enqueueDeliveries } from './delivery.ts';
import { newId } from './ids.ts';
import type { Params, Shape } from './params.ts';
import type { Store } from './store.ts';

export const apiVersion = '2026-10-28.endive';

export type Config = {
  readonly secretKey: string;
  readonly folder: string;
  readonly port: number;
  /** The origin the buyer's browser reaches the payment page by. */
  readonly publicOrigin: string | null;
  readonly webhook: { readonly url: string; readonly secret: string; readonly events: readonly string[] } | null;
  /** Seconds before each attempt to deliver an event. */
  readonly schedule: readonly number[];
  readonly deliveryTimeoutMs: number;
};

/** What one call works with. */
export type World = {
  readonly store: Store;
  readonly config: Config;
  readonly origin: string;
  readonly request: { readonly id: string | null; readonly idempotencyKey: string | null };
};

/** Unix seconds of the wall clock, as Stripe counts. */
export const nowSeconds = (): number => Math.floor(Date.now() / 1000);

/** Writes down that something happened, and to whom it must be told. */
export function emit(
  world: World,
  type: Stripe.Event['type'],
  object: object,
  previous?: Record<string, unknown>,
): void {
  const event = {
    id: newId('evt'),
    object: 'event',
    api_version: apiVersion,
    created: nowSeconds(),
    data: { object, ...(previous ? { previous_attributes: previous } : {}) },
    livemode: false,
    pending_webhooks: 0,
    request: { id: world.request.id, idempotency_key: world.request.idempotencyKey },
    type,
  } as Stripe.Event satisfies Stripe.Event;
  world.store.put('event', event);
  enqueueDeliveries(world, event);
}

/** What of a record changed, as an event tells it. */
export const previously = <T extends object>(before: T, after: T): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(before).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(after[name as keyof T])),
  );

export type Route = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly shape: Shape;
  readonly run: (world: World, params: never, ids: readonly string[]) => object;
};

/** One line of the API: method, path with `:id` places, what it accepts, what it does. */
export const route = <S extends Shape>(
  method: Route['method'],
  path: string,
  shape: S,
  run: (world: World, params: Params<S>, ids: readonly string[]) => object,
): Route => ({ method, path, shape, run: run as Route['run'] });
