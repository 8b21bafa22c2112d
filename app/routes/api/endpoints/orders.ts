import * as z from 'zod';
import type { Deps } from '#app/deps.server.ts';
import { type Refused, refused } from '#app/domain/outcome.ts';
import { readMomentCursor, writeCursor } from '#app/http/api/cursor.ts';
import { type ApiAnswer, type ApiClient, answer, endpoint } from '#app/http/api/endpoint.ts';
import { orderBody } from '#app/http/api/order-answer.ts';
import { cursorShape, quantityShape, slugShape } from '#app/http/api/shapes.ts';
import { fulfilOrder } from '#app/use-cases/orders/fulfil-order.server.ts';
import { findCompany } from '#db/queries/company-record.server.ts';
import {
  type OrderScope,
  findOrder,
  listOrders,
  readFulfilments,
  readLinesOfOrders,
  readOrderLines,
} from '#db/queries/orders.server.ts';

const pageSize = 50;
const orderAnswer = z.looseObject({ id: z.uuid(), number: z.string(), status: z.string() });

/** A store's key sees every order, a company's its own. */
export const scopeOf = (client: ApiClient): OrderScope =>
  client.companyId ? { kind: 'company', companyId: client.companyId, unitIds: null } : { kind: 'staff' };

/** Null: a company that is not there, or not this key's to see. */
async function scopeFor(deps: Deps, client: ApiClient, company: string | undefined): Promise<OrderScope | null> {
  if (!company) return scopeOf(client);
  const found = await findCompany(deps.db, { slug: company });
  const isTheirs = found && (client.companyId === null || client.companyId === found.id);
  return isTheirs ? { kind: 'company', companyId: found.id, unitIds: null } : null;
}

export const getOrders = endpoint({
  method: 'GET',
  path: '/orders',
  who: 'key',
  summary: 'Orders, newest first',
  query: z.strictObject({ company: slugShape.optional(), cursor: cursorShape.optional() }),
  answers: z.object({ items: z.array(orderAnswer), next_cursor: z.string().nullable() }),
  async handle({ deps, client, query }) {
    const scope = await scopeFor(deps, client, query.company);
    const after = query.cursor ? readMomentCursor(query.cursor) : null;
    if (!scope) return refused('not_found');
    if (query.cursor && !after) return refused('invalid');
    const rows = await listOrders(deps.db, {
      scope,
      after: after && { placedAt: after.at, id: after.id },
      limit: pageSize + 1,
    });
    const page = rows.slice(0, pageSize);
    const lines = await readLinesOfOrders(deps.db, { orderIds: page.map(({ id }) => id) });
    const last = rows.length > pageSize ? page.at(-1) : undefined;
    return answer({
      items: page.map((order) => orderBody(order, lines.get(order.id) ?? [])),
      next_cursor: last?.placedAt ? writeCursor([last.placedAt.toISOString(), last.id]) : null,
    });
  },
});

async function shownOrder(
  deps: Deps,
  client: ApiClient,
  name: string,
  status = 200,
): Promise<ApiAnswer | Refused<string>> {
  const isId = z.uuid().safeParse(name).success;
  const order = await findOrder(deps.db, { scope: scopeOf(client), ...(isId ? { id: name } : { number: name }) });
  if (!order) return refused('not_found');
  const [lines, fulfilments] = await Promise.all([
    readOrderLines(deps.db, { orderId: order.id }),
    readFulfilments(deps.db, { orderId: order.id }),
  ]);
  return answer(orderBody(order, lines, fulfilments), status);
}

export const getOrder = endpoint({
  method: 'GET',
  path: '/orders/{id}',
  who: 'key',
  summary: 'One order, by its id or its number',
  answers: orderAnswer,
  handle: ({ deps, client, params }) => shownOrder(deps, client, params.id ?? ''),
});

const parcelText = (longest: number) => z.string().trim().max(longest).default('');

export const postFulfilment = endpoint({
  method: 'POST',
  path: '/orders/{id}/fulfilments',
  who: 'store',
  summary: 'A parcel left, with all that is still to go or with the lines named; the buyer is told',
  body: z
    .strictObject({
      lines: z
        .array(z.strictObject({ line: z.int().positive(), quantity: quantityShape }))
        .min(1)
        .max(2000)
        .optional(),
      carrier: parcelText(100),
      tracking_number: parcelText(100),
      tracking_url: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
    })
    .meta({ id: 'Fulfilment' }),
  answers: orderAnswer,
  status: 201,
  async handle({ deps, client, params, body }) {
    const orderId = z.uuid().safeParse(params.id);
    if (!orderId.success) return refused('not_found');
    const done = await fulfilOrder(deps, {
      orderId: orderId.data,
      lines: body.lines ?? null,
      carrier: body.carrier,
      trackingNumber: body.tracking_number,
      trackingUrl: body.tracking_url,
      personId: null,
      via: client.via,
    });
    return done.ok ? shownOrder(deps, client, orderId.data, 201) : done;
  },
});
