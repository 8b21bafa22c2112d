import { refused } from '#app/domain/outcome.ts';
import { answer, endpoint } from '#app/http/api/endpoint.ts';
import { readCompany } from '#app/http/api/read-company.server.ts';
import { companyBody } from '#app/http/api/schemas/companies.ts';
import { slugShape } from '#app/http/api/shapes.ts';
import { upsertCompany } from '#app/use-cases/companies/upsert-company.server.ts';
import { findCompany } from '#db/queries/company-record.server.ts';

const companyAnswer = companyBody.extend({ slug: slugShape });

export const putCompany = endpoint({
  method: 'PUT',
  path: '/companies/{slug}',
  who: 'store',
  summary: 'Makes a company, or changes what the body names; a list that is given is the whole list. In force at once',
  body: companyBody,
  maxBytes: 25_000_000,
  answers: companyAnswer,
  async handle({ deps, client, params, body }) {
    const slug = slugShape.safeParse(params.slug);
    if (!slug.success) return refused('not_found');
    const done = await upsertCompany(deps, { slug: slug.data, body, by: null, via: client.via });
    if (!done.ok) return done;
    return answer(await readCompany(deps.db, { slug: slug.data }), done.value.wasCreated ? 201 : 200);
  },
});

export const getCompany = endpoint({
  method: 'GET',
  path: '/companies/{slug}',
  who: 'key',
  summary: 'A company as it is PUT; a key of a company reads its own',
  answers: companyAnswer,
  async handle({ deps, client, params }) {
    const found = await findCompany(deps.db, { slug: params.slug ?? '' });
    if (!found || (client.companyId !== null && client.companyId !== found.id)) return refused('not_found');
    return answer(await readCompany(deps.db, { slug: found.slug }));
  },
});
