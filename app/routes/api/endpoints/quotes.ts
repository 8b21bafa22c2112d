import * as z from 'zod';
import type { Deps } from '#app/deps.server.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import { type Outcome, type Refused, ok, refused } from '#app/domain/outcome.ts';
import { statusForBuyer } from '#app/domain/quotes/lifecycle.ts';
import { statusAt } from '#app/domain/quotes/quote-validity.ts';
import { actingAs, scopeOf } from '#app/http/api/acting-for.server.ts';
import { readMomentCursor, writeCursor } from '#app/http/api/cursor.ts';
import { type ApiAnswer, type ApiClient, answer, endpoint } from '#app/http/api/endpoint.ts';
import { quoteAnswer, quoteBody, quoteHead } from '#app/http/api/quote-answer.ts';
import { newQuoteBody, quotesQuery } from '#app/http/api/schemas/quotes.ts';
import { readQuote } from '#app/use-cases/quotes/read-quote.server.ts';
import { requestQuote } from '#app/use-cases/quotes/request-quote.server.ts';
import { findMember } from '#db/queries/memberships.server.ts';
import { findOrderingCompany, findPersonByEmail } from '#db/queries/ordering-companies.server.ts';
import { findQuote, listQuotes } from '#db/queries/quotes.server.ts';
import { addressOf } from './purchase-orders';

const isUuid = (id: string) => z.uuid().safeParse(id).success;

/** The quote as whoever asks may read it. */
export async function shownQuote(
  deps: Deps,
  client: ApiClient,
  id: string,
  status = 200,
): Promise<ApiAnswer | Refused<string>> {
  const scope = await scopeOf(deps, client);
  const seen = isUuid(id) ? await readQuote(deps, { scope, id }) : null;
  if (!seen) return refused('not_found');
  return answer(quoteBody({ ...seen, quote: { ...seen.quote, status: toldTo(client, seen.quote.status) } }), status);
}

const toldTo = (client: ApiClient, status: Parameters<typeof statusForBuyer>[0]) =>
  client.companyId ? statusForBuyer(status) : status;

/** Who acts on which quote; the same answer for one that is missing and one the key may not see. */
export async function askedOfQuote(
  deps: Deps,
  client: ApiClient,
  p: { id: string; as: string },
): Promise<Outcome<{ actor: Actor; scope: CompanyScope }, string>> {
  const scope = await scopeOf(deps, client);
  const quote = isUuid(p.id) ? await findQuote(deps.db, { scope, id: p.id }) : null;
  if (!quote) return refused('not_found');
  const acting = await actingAs(deps, client, { email: p.as, companyId: quote.companyId });
  return acting.ok ? ok({ actor: acting.value, scope }) : acting;
}

/** The member a rep asks for. */
async function buyerFor(deps: Deps, companyId: string, email: string): Promise<Outcome<string, 'unknown_person'>> {
  const person = await findPersonByEmail(deps.db, { email });
  const member = person && (await findMember(deps.db, { companyId, personId: person.id }));
  return person && member ? ok(person.id) : refused('unknown_person');
}

export const postQuote = endpoint({
  method: 'POST',
  path: '/quotes',
  who: 'key',
  summary: 'Asks for a quote',
  body: newQuoteBody,
  answers: quoteAnswer,
  status: 201,
  async handle({ deps, client, body }) {
    const company = await findOrderingCompany(deps.db, { slug: body.company, unitSlug: body.unit ?? null });
    if (!company || (client.companyId && client.companyId !== company.id)) return refused('not_found');
    const acting = await actingAs(deps, client, { email: body.as, companyId: company.id });
    if (!acting.ok) return acting;
    const buyer = body.for === undefined ? ok(null) : await buyerFor(deps, company.id, body.for);
    if (!buyer.ok) return buyer;
    const made = await requestQuote(deps, {
      actor: acting.value,
      wanted: {
        company,
        currency: body.currency ?? company.currency,
        buyer: buyer.value,
        reference: body.reference ?? '',
        notes: body.notes ?? '',
        shipTo: body.ship_to ? addressOf(body.ship_to, company.name) : null,
        lines: body.lines.map((line) => ({
          line: line.line,
          sku: line.sku,
          quantity: line.quantity,
          configuration: { plan: line.plan, modules: line.modules, term: line.term },
          targetPrice: line.target_price,
          wantedOn: line.date,
          note: line.note,
        })),
      },
    });
    return made.ok ? shownQuote(deps, client, made.value.id, 201) : made;
  },
});

export const getQuote = endpoint({
  method: 'GET',
  path: '/quotes/{id}',
  who: 'key',
  summary: 'A quote with every version the buyer was given',
  answers: quoteAnswer,
  handle: ({ deps, client, params }) => shownQuote(deps, client, params.id ?? ''),
});

export const getQuotes = endpoint({
  method: 'GET',
  path: '/quotes',
  who: 'key',
  summary: 'Quotes, the newest first',
  query: quotesQuery,
  answers: z.object({ items: z.array(z.record(z.string(), z.unknown())), next_cursor: z.string().nullable() }),
  async handle({ deps, client, query }) {
    const cursor = query.cursor ? readMomentCursor(query.cursor) : null;
    if (query.cursor && !cursor) return refused('invalid');
    const company = query.company ? await findOrderingCompany(deps.db, { slug: query.company, unitSlug: null }) : null;
    if (query.company && !company) return refused('not_found');
    const quotes = await listQuotes(deps.db, {
      scope: await scopeOf(deps, client),
      ...(company && { companyId: company.id }),
      ...(query.status && { statuses: [query.status] }),
      after: cursor && { createdAt: cursor.at, id: cursor.id },
      limit: query.limit + 1,
    });
    const page = quotes.slice(0, query.limit);
    const last = quotes.length > query.limit ? page.at(-1) : undefined;
    const at = deps.now();
    return answer({
      items: page.map((quote) => quoteHead({ ...quote, status: toldTo(client, statusAt(quote, at)) })),
      next_cursor: last ? writeCursor([last.createdAt.toISOString(), last.id]) : null,
    });
  },
});
