import * as z from 'zod';
import { storeScope } from '#app/domain/access/company-scope.ts';
import { type Refused, refused } from '#app/domain/outcome.ts';
import { actingAsStaff } from '#app/http/api/acting-as.server.ts';
import { writeCursor } from '#app/http/api/cursor.ts';
import { type ApiAnswer, type ApiCall, answer, endpoint } from '#app/http/api/endpoint.ts';
import { diffAnswer, entryAnswer, oneAfter, revisionAnswer } from '#app/http/api/price-list-answers.ts';
import { pageQuery, revisionActBody, revisionReturnBody } from '#app/http/api/schemas/price-lists.ts';
import type { Deps } from '#app/deps.server.ts';
import { decideOnRevision } from '#app/use-cases/pricing/decide-on-revision.server.ts';
import type { RevisionAct } from '#app/use-cases/pricing/locked-revision.server.ts';
import { diffPage } from '#app/use-cases/pricing/measure-revision.server.ts';
import { submitRevision } from '#app/use-cases/pricing/submit-revision.server.ts';
import { withdrawRevision } from '#app/use-cases/pricing/withdraw-revision.server.ts';
import { listEntries } from '#db/queries/price-entries.server.ts';
import { findListInScope, findRevision, listApprovedPeriods } from '#db/queries/price-revisions.server.ts';

type Params = Readonly<Record<string, string>>;
const page = z.object({ items: z.array(z.unknown()), next_cursor: z.string().nullable() });
const revisionShape = z.object({ revision: z.int(), status: z.string(), phase: z.string().nullable() });

async function readRevision({ db }: Deps, params: Params) {
  const list = await findListInScope(db, { scope: storeScope(), code: params.code ?? '' });
  const number = Number(params.n);
  const revision = list && Number.isSafeInteger(number) ? await findRevision(db, { listId: list.id, number }) : null;
  return list && revision ? { list, revision } : null;
}

async function revisionNow(deps: Deps, params: Params): Promise<ApiAnswer | Refused<string>> {
  const found = await readRevision(deps, params);
  if (!found) return refused('not_found');
  const approved = await listApprovedPeriods(deps.db, { listId: found.list.id });
  return answer(revisionAnswer(found.revision, approved, deps.now()));
}

export const getRevision = endpoint({
  method: 'GET',
  path: '/price-lists/{code}/revisions/{n}',
  who: 'store',
  summary: 'A revision: its state, and what it is at this moment',
  answers: revisionShape,
  handle: ({ deps, params }) => revisionNow(deps, params),
});

export const getRevisionEntries = endpoint({
  method: 'GET',
  path: '/price-lists/{code}/revisions/{n}/entries',
  who: 'store',
  summary: "A revision's entries, in the form they were sent",
  query: pageQuery,
  answers: page,
  async handle({ deps, params, query }) {
    const found = await readRevision(deps, params);
    if (!found) return refused('not_found');
    const rows = await listEntries(deps.db, {
      revisionId: found.revision.id,
      after: entryAfter(query.cursor),
      limit: query.limit + 1,
    });
    const items = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? items.at(-1) : undefined;
    return answer({ items: items.map(entryAnswer), next_cursor: last ? writeCursor([last.id]) : null });
  },
});

/** A cursor holds the id of the entry it goes on after. */
function entryAfter(cursor: string | undefined): string | null {
  const after = oneAfter(cursor);
  return z.uuid().safeParse(after).success ? after : null;
}

export const getRevisionDiff = endpoint({
  method: 'GET',
  path: '/price-lists/{code}/revisions/{n}/diff',
  who: 'store',
  summary: 'Each price beside what the buyer pays today and beside the public one, with cost, margin and cliffs',
  query: pageQuery,
  answers: page,
  async handle({ deps, params, query }) {
    const found = await readRevision(deps, params);
    if (!found) return refused('not_found');
    const { rows, next } = await diffPage(deps.db, {
      revision: found.revision,
      at: deps.now(),
      after: oneAfter(query.cursor) ?? '',
      limit: query.limit,
    });
    const { currency } = found.revision;
    return answer({
      items: rows.map((row) => diffAnswer(row, currency)),
      next_cursor: next === null ? null : writeCursor([next]),
    });
  },
});

type Act = { as: string; version?: number; reason?: string };

/** The seller named by `as`, the revision named by the path; and the revision as it is afterwards. */
async function act(
  { deps, client, params, body }: ApiCall<unknown, Act>,
  does: (deps: Deps, asked: RevisionAct) => Promise<{ ok: true } | Refused<string>>,
): Promise<ApiAnswer | Refused<string>> {
  const by = await actingAsStaff(deps, client, body.as, 'draft_price_lists');
  if (!by.ok) return by;
  const number = Number(params.n);
  if (!Number.isSafeInteger(number)) return refused('not_found');
  const asked = { ...by.value, code: params.code ?? '', number, version: body.version ?? null };
  const done = await does(deps, asked);
  return done.ok ? revisionNow(deps, params) : done;
}

export const postRevisionSubmission = endpoint({
  method: 'POST',
  path: '/price-lists/{code}/revisions/{n}/submission',
  who: 'store',
  summary: 'Hands a draft to the sellers who may decide',
  body: revisionActBody,
  answers: revisionShape,
  handle: (call) => act(call, submitRevision),
});

export const postRevisionApproval = endpoint({
  method: 'POST',
  path: '/price-lists/{code}/revisions/{n}/approvals',
  who: 'store',
  summary: "Approves a revision somebody else made, within the seller's limits",
  body: revisionActBody,
  answers: revisionShape,
  handle: (call) =>
    act(call, (deps, asked) =>
      decideOnRevision(deps, { ...asked, verdict: 'approved', reason: call.body.reason ?? null }),
    ),
});

export const postRevisionReturn = endpoint({
  method: 'POST',
  path: '/price-lists/{code}/revisions/{n}/changes-requested',
  who: 'store',
  summary: 'Sends a revision back to its makers, with the reason',
  body: revisionReturnBody,
  answers: revisionShape,
  handle: (call) =>
    act(call, (deps, asked) =>
      decideOnRevision(deps, { ...asked, verdict: 'changes_requested', reason: call.body.reason }),
    ),
});

export const postRevisionWithdrawal = endpoint({
  method: 'POST',
  path: '/price-lists/{code}/revisions/{n}/withdrawal',
  who: 'store',
  summary: 'Takes a revision back before it is approved, for good',
  body: revisionActBody,
  answers: revisionShape,
  handle: (call) => act(call, withdrawRevision),
});
