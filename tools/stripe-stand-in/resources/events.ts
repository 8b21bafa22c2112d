import type Stripe from 'stripe';
import { invalid } from '../faults.ts';
import { newId } from '../ids.ts';
import { listOf, listShape } from '../lists.ts';
import { mergeMetadata, required } from '../params.ts';
import type { Store } from '../store.ts';
import { apiVersion, nowSeconds, route } from '../world.ts';

/** How many endpoints have still to hear of it. */
function withPending(store: Store, event: Stripe.Event): Stripe.Event {
  let pending = 0;
  for (const delivery of store.oldestFirst('delivery')) if (delivery.event === event.id) pending += 1;
  return { ...event, pending_webhooks: pending };
}

const endpointShape = {
  url: 'text',
  enabled_events: 'texts',
  description: 'text',
  metadata: 'map',
  api_version: 'text',
} as const;

function checkUrl(url: string): string {
  if (!URL.canParse(url))
    throw invalid('Invalid URL: An explicit scheme (such as https) must be provided.', 'url', 'url_invalid');
  return url;
}

export const eventRoutes = [
  route('GET', '/v1/events', { ...listShape, type: 'text', types: 'texts' } as const, ({ store, ...world }, params) => {
    const page = listOf(
      { store, ...world },
      'event',
      '/v1/events',
      params,
      ({ type }) => (!params.type || type === params.type) && (!params.types || params.types.includes(type)),
    );
    return { ...page, data: page.data.map((event) => withPending(store, event)) };
  }),
  route('GET', '/v1/events/:id', {}, ({ store }, _params, [id = '']) => withPending(store, store.find('event', id))),

  route('POST', '/v1/webhook_endpoints', endpointShape, (world, params) => {
    const id = newId('we');
    const secret = `whsec_${newId('', 32).slice(1)}`;
    const endpoint = {
      id,
      object: 'webhook_endpoint',
      api_version: params.api_version ?? apiVersion,
      application: null,
      created: nowSeconds(),
      description: params.description || null,
      enabled_events: required(params, 'enabled_events'),
      livemode: false,
      metadata: mergeMetadata({}, params.metadata),
      status: 'enabled',
      url: checkUrl(required(params, 'url')),
    } satisfies Stripe.WebhookEndpoint;
    world.store.put('webhook_endpoint', endpoint);
    world.store.put('endpoint_secret', { id, secret });
    return { ...endpoint, secret };
  }),
  route('GET', '/v1/webhook_endpoints', listShape, (world, params) =>
    listOf(world, 'webhook_endpoint', '/v1/webhook_endpoints', params),
  ),
  route('GET', '/v1/webhook_endpoints/:id', {}, (world, _params, [id = '']) =>
    world.store.find('webhook_endpoint', id),
  ),
  route(
    'POST',
    '/v1/webhook_endpoints/:id',
    { ...endpointShape, disabled: 'boolean' } as const,
    (world, params, [id = '']) => {
      const endpoint = world.store.find('webhook_endpoint', id);
      return world.store.put('webhook_endpoint', {
        ...endpoint,
        url: params.url ? checkUrl(params.url) : endpoint.url,
        enabled_events: params.enabled_events ?? endpoint.enabled_events,
        description: params.description ?? endpoint.description,
        metadata: mergeMetadata(endpoint.metadata, params.metadata),
        status: params.disabled === undefined ? endpoint.status : params.disabled ? 'disabled' : 'enabled',
      });
    },
  ),
  route('DELETE', '/v1/webhook_endpoints/:id', {}, ({ store }, _params, [id = '']) => {
    store.find('webhook_endpoint', id);
    store.remove('webhook_endpoint', id);
    store.remove('endpoint_secret', id);
    for (const delivery of [...store.oldestFirst('delivery')])
      if (delivery.endpoint === id) store.remove('delivery', delivery.id);
    return { id, object: 'webhook_endpoint', deleted: true } satisfies Stripe.DeletedWebhookEndpoint;
  }),
];
