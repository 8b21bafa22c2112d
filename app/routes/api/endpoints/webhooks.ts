import * as z from 'zod';
import { refused } from '#app/domain/outcome.ts';
import { readCursor, writeCursor } from '#app/http/api/cursor.ts';
import { answer, endpoint } from '#app/http/api/endpoint.ts';
import { cursorShape } from '#app/http/api/shapes.ts';
import { addWebhookEndpoint } from '#app/use-cases/webhooks/add-webhook-endpoint.server.ts';
import { replayDelivery } from '#app/use-cases/webhooks/replay-delivery.server.ts';
import { endWebhookEndpoint, listDeliveries, listWebhookEndpoints } from '#db/queries/webhooks.server.ts';

const endpointAnswer = z.object({ id: z.uuid(), url: z.url(), events: z.array(z.string()), active: z.boolean() });
const uuid = (text: string | undefined) => (z.uuid().safeParse(text).success ? (text ?? null) : null);

export const postWebhookEndpoint = endpoint({
  method: 'POST',
  path: '/webhook-endpoints',
  who: 'key',
  summary: 'Where to be told of events, signed as Standard Webhooks says; the secret is shown once',
  body: z
    .strictObject({
      url: z.url({ protocol: /^https?$/ }).max(2000),
      events: z
        .array(z.string().regex(/^[a-z_]+(\.[a-z_]+)*$/, 'is an event type such as order.paid'))
        .max(100)
        .default([]),
    })
    .meta({ id: 'WebhookEndpoint' }),
  answers: endpointAnswer.extend({ secret: z.string() }),
  status: 201,
  async handle({ deps, client, body }) {
    const { url, events } = body;
    const input = { url, types: events, companyId: client.companyId, apiKeyId: client.keyId };
    const done = await addWebhookEndpoint(deps, input);
    return done.ok ? answer({ ...done.value, url, events, active: true }, 201) : done;
  },
});

export const getWebhookEndpoints = endpoint({
  method: 'GET',
  path: '/webhook-endpoints',
  who: 'key',
  summary: 'The endpoints of this key’s owner',
  answers: z.object({ items: z.array(endpointAnswer), next_cursor: z.null() }),
  async handle({ deps, client }) {
    const rows = await listWebhookEndpoints(deps.db, { companyId: client.companyId });
    const items = rows.map(({ id, url, types, isActive }) => ({ id, url, events: types, active: isActive }));
    return answer({ items, next_cursor: null });
  },
});

export const deleteWebhookEndpoint = endpoint({
  method: 'DELETE',
  path: '/webhook-endpoints/{id}',
  who: 'key',
  summary: 'Stops telling an endpoint',
  answers: z.object({ id: z.uuid(), active: z.literal(false) }),
  async handle({ deps, client, params }) {
    const id = uuid(params.id);
    const isEnded = id !== null && (await endWebhookEndpoint(deps.db, { id, companyId: client.companyId }));
    return isEnded ? answer({ id, active: false }) : refused('not_found');
  },
});

const pageSize = 50;

export const getWebhookDeliveries = endpoint({
  method: 'GET',
  path: '/webhook-endpoints/{id}/deliveries',
  who: 'key',
  summary: 'What an endpoint was told, newest first',
  query: z.strictObject({ cursor: cursorShape.optional() }),
  answers: z.object({ items: z.array(z.record(z.string(), z.unknown())), next_cursor: z.string().nullable() }),
  async handle({ deps, client, params, query }) {
    const endpointId = uuid(params.id);
    const before = query.cursor ? readCursor(query.cursor, 1) : [];
    if (!endpointId || !before || (before[0] !== undefined && !uuid(String(before[0])))) return refused('not_found');
    const rows = await listDeliveries(deps.db, {
      endpointId,
      companyId: client.companyId,
      beforeId: before[0] === undefined ? null : String(before[0]),
      limit: pageSize + 1,
    });
    const items = rows.slice(0, pageSize).map((row) => ({
      id: row.id,
      event: row.event,
      type: row.type,
      status: row.status,
      attempts: row.attempts,
      last_status: row.lastStatus,
      last_error: row.lastError,
      created_at: row.createdAt.toISOString(),
    }));
    const last = items.at(-1);
    return answer({ items, next_cursor: rows.length > pageSize && last ? writeCursor([last.event]) : null });
  },
});

export const postWebhookReplay = endpoint({
  method: 'POST',
  path: '/webhook-deliveries/{id}/replays',
  who: 'key',
  summary: 'Tells an endpoint of an event again',
  answers: z.object({ id: z.uuid(), status: z.literal('waiting') }),
  status: 202,
  async handle({ deps, client, params }) {
    const id = uuid(params.id);
    const done = id ? await replayDelivery(deps, { id, companyId: client.companyId }) : refused('not_found');
    return done.ok ? answer({ id, status: 'waiting' }, 202) : done;
  },
});
