import * as z from 'zod';
import { answer, endpoint } from '#app/http/api/endpoint.ts';
import { priceListBody, revisionBody } from '#app/http/api/schemas/price-lists.ts';
import { createRevision } from '#app/use-cases/pricing/create-revision.server.ts';
import { upsertPriceList } from '#app/use-cases/pricing/upsert-price-list.server.ts';

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

export const postRevision = endpoint({
  method: 'POST',
  path: '/price-lists/{code}/revisions',
  who: 'store',
  summary: "Adds a list's next revision; submitted by a system of record it is approved on arrival",
  body: revisionBody,
  maxBytes: 25_000_000,
  answers: z.object({ revision: z.int(), status: z.string() }),
  status: 201,
  async handle({ deps, client, params, body }) {
    const done = await createRevision(deps, {
      listCode: params.code ?? '',
      body,
      personId: null,
      systemOfRecord: client.scopes.includes('all') ? `system_of_record ${client.via}` : null,
    });
    return done.ok ? answer({ revision: done.value.number, status: done.value.status }, 201) : done;
  },
});
