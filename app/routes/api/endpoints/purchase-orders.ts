import * as z from 'zod';
import type { Deps } from '#app/deps.server.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import type { Verdict } from '#app/domain/approvals/decisions.ts';
import { personId } from '#app/domain/access/ids.ts';
import { type Outcome, type Refused, ok, refused } from '#app/domain/outcome.ts';
import { actingAs, scopeOf } from '#app/http/api/acting-for.server.ts';
import { readMomentCursor, writeCursor } from '#app/http/api/cursor.ts';
import { type ApiAnswer, type ApiClient, answer, endpoint } from '#app/http/api/endpoint.ts';
import { purchaseOrderAnswer, purchaseOrderBody } from '#app/http/api/purchase-order-answer.ts';
import type { AddressBody } from '#app/http/api/schemas/companies.ts';
import {
  approvalBody,
  cancellationBody,
  changedPurchaseOrderBody,
  newPurchaseOrderBody,
  purchaseOrdersQuery,
  refusalBody,
  submissionBody,
} from '#app/http/api/schemas/purchase-orders.ts';
import { type LineBody, amountBody } from '#app/http/api/shapes.ts';
import type { Money } from '#app/domain/money/money.ts';
import { cancelPurchaseOrder } from '#app/use-cases/purchase-orders/cancel-purchase-order.server.ts';
import { createPurchaseOrder } from '#app/use-cases/purchase-orders/create-purchase-order.server.ts';
import { decideOnPurchaseOrder } from '#app/use-cases/purchase-orders/decide-on-purchase-order.server.ts';
import { editPurchaseOrder } from '#app/use-cases/purchase-orders/edit-purchase-order.server.ts';
import { readPurchaseOrder } from '#app/use-cases/purchase-orders/read-purchase-order.server.ts';
import { submitPurchaseOrder } from '#app/use-cases/purchase-orders/submit-purchase-order.server.ts';
import { type OrderingCompany, findOrderingCompany, findPersonByEmail } from '#db/queries/ordering-companies.server.ts';
import { findPurchaseOrder, listPurchaseOrders } from '#db/queries/purchase-orders.server.ts';

const isUuid = (id: string) => z.uuid().safeParse(id).success;

async function shown(deps: Deps, scope: CompanyScope, id: string, status = 200): Promise<ApiAnswer | Refused<string>> {
  const seen = isUuid(id) ? await readPurchaseOrder(deps, { scope, id }) : null;
  return seen ? answer(purchaseOrderBody(seen), status) : refused('not_found');
}

/** Who acts on which purchase order; the same answer for one that is missing and one the key may not see. */
async function asked(
  deps: Deps,
  client: ApiClient,
  p: { id: string; as: string },
): Promise<Outcome<{ actor: Actor; scope: CompanyScope }, string>> {
  const scope = await scopeOf(deps, client);
  const order = isUuid(p.id) ? await findPurchaseOrder(deps.db, { scope, id: p.id }) : null;
  if (!order) return refused('not_found');
  const acting = await actingAs(deps, client, { email: p.as, companyId: order.companyId });
  return acting.ok ? ok({ actor: acting.value, scope }) : acting;
}

export const addressOf = (body: AddressBody, name: string): NonNullable<OrderingCompany['unitAddress']> => {
  const { postal_code: postalCode, ...rest } = body;
  return { ...rest, name: rest.name ?? name, postalCode };
};

export const linesWanted = (lines: readonly LineBody[]) =>
  lines.map((body, index) => ({
    line: body.line ?? index + 1,
    sku: body.sku,
    quantity: body.quantity,
    configuration: { plan: body.plan, modules: body.modules, term: body.term },
  }));

export const postPurchaseOrder = endpoint({
  method: 'POST',
  path: '/purchase-orders',
  who: 'key',
  summary: 'A draft, priced for the unit it is for',
  body: newPurchaseOrderBody,
  answers: purchaseOrderAnswer,
  status: 201,
  async handle({ deps, client, body }) {
    const company = await findOrderingCompany(deps.db, { slug: body.company, unitSlug: body.unit ?? null });
    if (!company || (client.companyId && client.companyId !== company.id)) return refused('not_found');
    const acting = await actingAs(deps, client, { email: body.as, companyId: company.id });
    if (!acting.ok) return acting;
    const made = await createPurchaseOrder(deps, {
      actor: acting.value,
      wanted: {
        company,
        currency: body.currency ?? company.currency,
        number: body.number ?? null,
        costCentre: body.cost_centre ?? null,
        shipTo: body.ship_to ? addressOf(body.ship_to, company.name) : null,
        notes: body.notes ?? '',
        deliveryOn: body.delivery_on ?? null,
        lines: linesWanted(body.lines),
      },
    });
    return made.ok ? shown(deps, await scopeOf(deps, client), made.value.id, 201) : made;
  },
});

export const getPurchaseOrder = endpoint({
  method: 'GET',
  path: '/purchase-orders/{id}',
  who: 'key',
  summary: 'A purchase order, whom it waits for, and what was decided',
  answers: purchaseOrderAnswer,
  handle: async ({ deps, client, params }) => shown(deps, await scopeOf(deps, client), params.id ?? ''),
});

export const getPurchaseOrders = endpoint({
  method: 'GET',
  path: '/purchase-orders',
  who: 'key',
  summary: 'Purchase orders, the newest first',
  query: purchaseOrdersQuery,
  answers: z.object({ items: z.array(z.record(z.string(), z.unknown())), next_cursor: z.string().nullable() }),
  async handle({ deps, client, query }) {
    const cursor = query.cursor ? readMomentCursor(query.cursor) : null;
    if (query.cursor && !cursor) return refused('invalid');
    const company = query.company ? await findOrderingCompany(deps.db, { slug: query.company, unitSlug: null }) : null;
    if (query.company && !company) return refused('not_found');
    const orders = await listPurchaseOrders(deps.db, {
      scope: await scopeOf(deps, client),
      ...(company && { companyId: company.id }),
      ...(query.status && { statuses: [query.status] }),
      after: cursor && { createdAt: cursor.at, id: cursor.id },
      limit: query.limit + 1,
    });
    const page = orders.slice(0, query.limit);
    const last = orders.length > query.limit ? page.at(-1) : undefined;
    return answer({
      items: page.map((order) => {
        const {
          lines: _lines,
          waiting_for: _waiting,
          decisions: _decisions,
          ...head
        } = purchaseOrderBody({
          order,
          lines: [],
          decisions: [],
          stored: null,
          progress: null,
          directory: null,
          people: new Map(),
        });
        return head;
      }),
      next_cursor: last ? writeCursor([last.createdAt.toISOString(), last.id]) : null,
    });
  },
});

export const putPurchaseOrder = endpoint({
  method: 'PUT',
  path: '/purchase-orders/{id}',
  who: 'key',
  summary: 'Changes what is given; once it was submitted that makes a new revision to be submitted again',
  body: changedPurchaseOrderBody,
  answers: purchaseOrderAnswer,
  async handle({ deps, client, params, body }) {
    const id = params.id ?? '';
    const who = await asked(deps, client, { id, as: body.as });
    if (!who.ok) return who;
    const { actor, scope } = who.value;
    const done = await editPurchaseOrder(deps, {
      actor,
      scope,
      id,
      changes: {
        ...(body.lines && { lines: linesWanted(body.lines) }),
        ...(body.cost_centre !== undefined && { costCentre: body.cost_centre }),
        ...(body.ship_to !== undefined && { shipTo: body.ship_to && addressOf(body.ship_to, '') }),
        ...(body.number && { number: body.number }),
        ...(body.notes !== undefined && { notes: body.notes }),
        ...(body.delivery_on !== undefined && { deliveryOn: body.delivery_on }),
      },
    });
    return done.ok ? shown(deps, scope, id) : done;
  },
});

export const postSubmission = endpoint({
  method: 'POST',
  path: '/purchase-orders/{id}/submission',
  who: 'key',
  summary: 'Submits it: prices, snapshots, reserves, and asks whoever must approve',
  body: submissionBody,
  answers: purchaseOrderAnswer,
  async handle({ deps, client, params, body }) {
    const id = params.id ?? '';
    const who = await asked(deps, client, { id, as: body.as });
    if (!who.ok) return who;
    const { actor, scope } = who.value;
    const done = await submitPurchaseOrder(deps, { actor, scope, id });
    return done.ok ? shown(deps, scope, id) : refused(done.code, amountsIn(done.detail));
  },
});

export const postCancellation = endpoint({
  method: 'POST',
  path: '/purchase-orders/{id}/cancellation',
  who: 'key',
  summary: 'Takes it back before it is placed',
  body: cancellationBody,
  answers: purchaseOrderAnswer,
  async handle({ deps, client, params, body }) {
    const id = params.id ?? '';
    const who = await asked(deps, client, { id, as: body.as });
    if (!who.ok) return who;
    const { actor, scope } = who.value;
    const done = await cancelPurchaseOrder(deps, { actor, scope, id, reason: body.reason ?? '' });
    return done.ok ? shown(deps, scope, id) : done;
  },
});

/** What is left of a budget or a credit, as the API writes amounts. */
const amountsIn = (detail: unknown): unknown =>
  typeof detail === 'object' && detail !== null
    ? Object.fromEntries(
        Object.entries(detail).map(([key, value]) => [key, isMoney(value) ? amountBody(value) : value]),
      )
    : detail;
const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value;

type DecisionBody = { as: string; for?: string | null | undefined; revision: number; reason?: string | undefined };

const decision = (noun: string, verdict: Verdict, summary: string, body: z.ZodType<DecisionBody>) =>
  endpoint({
    method: 'POST',
    path: `/purchase-orders/{id}/${noun}`,
    who: 'key',
    summary,
    body,
    answers: purchaseOrderAnswer,
    async handle({ deps, client, params, body: given }) {
      const id = params.id ?? '';
      const who = await asked(deps, client, { id, as: given.as });
      if (!who.ok) return who;
      const { actor, scope } = who.value;
      const delegator = given.for ? await findPersonByEmail(deps.db, { email: given.for }) : null;
      if (given.for && !delegator) return refused('unknown_person');
      const done = await decideOnPurchaseOrder(deps, {
        scope,
        id,
        actor: actor.person,
        via: actor.via,
        for: delegator && personId(delegator.id),
        revision: given.revision,
        verdict,
        reason: given.reason ?? null,
      });
      if (done.ok) return shown(deps, scope, id);
      // Whoever is too late learns how it stands now.
      const now = await findPurchaseOrder(deps.db, { scope, id });
      return now ? refused(done.code, { state: now.status, revision: now.revision }) : done;
    },
  });

export const postApproval = decision('approvals', 'approved', 'Approves a revision', approvalBody);
export const postRejection = decision('rejections', 'rejected', 'Rejects a revision and ends it', refusalBody);
export const postChangesRequested = decision(
  'changes-requested',
  'changes_requested',
  'Sends a revision back to be changed',
  refusalBody,
);

export const purchaseOrderEndpoints = [
  postPurchaseOrder,
  getPurchaseOrders,
  getPurchaseOrder,
  putPurchaseOrder,
  postSubmission,
  postCancellation,
  postApproval,
  postRejection,
  postChangesRequested,
];
