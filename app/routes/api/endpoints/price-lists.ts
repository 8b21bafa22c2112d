import * as z from 'zod';
import { storeScope } from '#app/domain/access/company-scope.ts';
import { refused } from '#app/domain/outcome.ts';
import { actingAsStaff } from '#app/http/api/acting-as.server.ts';
import { writeCursor } from '#app/http/api/cursor.ts';
import { answer, endpoint } from '#app/http/api/endpoint.ts';
import { oneAfter } from '#app/http/api/price-list-answers.ts';
import { listBody, revisionAnswer } from '#app/http/api/price-list-answers.ts';
import { pageQuery, priceListBody, revisionBody } from '#app/http/api/schemas/price-lists.ts';
import { createRevision } from '#app/use-cases/pricing/create-revision.server.ts';
import { upsertPriceList } from '#app/use-cases/pricing/upsert-price-list.server.ts';
import {
  findListInScope,
  listApprovedPeriods,
  listPriceLists,
  listRevisions,
} from '#db/queries/price-revisions.server.ts';

export const putPriceList = endpoint({
  method: 'PUT',
  path: '/price-lists/{code}',
  who: 'store',
  summary: 'Makes a price list, or changes what the body names; submitted revisions keep what they were submitted with',
  body: priceListBody,
  answers: z.object({ code: z.string(), id: z.uuid(), created: z.boolean() }),
  async handle({ deps, params, body }) {
    const code = params.code ?? '';
    const done = await upsertPriceList(deps, { code, body });
    if (!done.ok) return done;
    const { id, wasCreated } = done.value;
    return answer({ code, id, created: wasCreated }, wasCreated ? 201 : 200);
  },
});

export const getPriceLists = endpoint({
  method: 'GET',
  path: '/price-lists',
  who: 'store',
  summary: 'All price lists by code, with the revision in force',
  query: pageQuery,
  answers: z.object({ items: z.array(z.unknown()), next_cursor: z.string().nullable() }),
  async handle({ deps, query }) {
    const rows = await listPriceLists(deps.db, {
      scope: storeScope(),
      filters: {},
      at: deps.now(),
      after: oneAfter(query.cursor),
      limit: query.limit + 1,
    });
    const items = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? items.at(-1) : undefined;
    return answer({
      items: items.map((list) => ({ ...listBody(list), in_force: list.inForce, scheduled: list.scheduled })),
      next_cursor: last ? writeCursor([last.code]) : null,
    });
  },
});

export const getPriceList = endpoint({
  method: 'GET',
  path: '/price-lists/{code}',
  who: 'store',
  summary: 'A price list as it is PUT, with its newest revisions and what they are at this moment',
  answers: priceListBody.extend({ code: z.string(), revisions: z.array(z.unknown()) }),
  async handle({ deps, params }) {
    const list = await findListInScope(deps.db, { scope: storeScope(), code: params.code ?? '' });
    if (!list) return refused('not_found');
    const approved = await listApprovedPeriods(deps.db, { listId: list.id });
    const revisions = await listRevisions(deps.db, { listId: list.id, before: null, limit: 20 });
    const at = deps.now();
    return answer({
      ...listBody(list),
      revisions: revisions.map((revision) => revisionAnswer(revision, approved, at)),
    });
  },
});

export const postRevision = endpoint({
  method: 'POST',
  path: '/price-lists/{code}/revisions',
  who: 'store',
  summary:
    "Adds a list's next revision; submitted by a system of record it is approved on arrival, by a seller (`as`) it waits for another seller",
  body: revisionBody,
  maxBytes: 25_000_000,
  answers: z.object({ revision: z.int(), status: z.string() }),
  status: 201,
  async handle({ deps, client, params, body }) {
    const by = body.as ? await actingAsStaff(deps, client, body.as, 'draft_price_lists') : null;
    if (by && !by.ok) return by;
    const isSystemOfRecord = !by && client.scopes.includes('all');
    const done = await createRevision(deps, {
      listCode: params.code ?? '',
      body,
      by: by ? by.value : null,
      systemOfRecord: isSystemOfRecord ? `system_of_record ${client.via}` : null,
    });
    return done.ok ? answer({ revision: done.value.number, status: done.value.status }, 201) : done;
  },
});
