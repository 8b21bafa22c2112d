import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Deps } from '#app/deps.server.ts';
import type { Money } from '#app/domain/money/money.ts';
import { dropIdempotencyKey, keepAnswer, takeIdempotencyKey } from '#db/queries/api-keys.server.ts';
import { translator } from '#app/messages/translate.server.ts';
import { problem as problemAnswer } from '../problem';
import { type RefusalCode, isRefusalCode, refusalStatus } from '../refusals';
import { authenticate } from './authenticate.server';
import { bodyProblems } from './body-problems';
import type { ApiAnswer, ApiClient, Endpoint } from './endpoint';
import { matchEndpoint } from './match-endpoint';
import { amountBody } from './shapes';

const largestBody = 1_000_000;
/** After this long an unanswered call is taken to have died, and its key is free again. */
const unansweredMilliseconds = 60_000;
const words = translator('en', 'refusals');
const titleOf = (code: string) => (isRefusalCode(code) ? words(code) : code);
const problem = (code: RefusalCode, more?: Record<string, unknown>, headers?: HeadersInit) =>
  problemAnswer(refusalStatus[code], { code, title: titleOf(code), more }, headers);

/** Minor units in a refusal's facts are whole numbers of any size: as text, like every number of the API that must be exact. */
const plainNumbers = (_key: string, value: unknown) => (typeof value === 'bigint' ? value.toString() : value);

const json = (body: unknown, status: number, headers: Record<string, string> = {}) =>
  new Response(status === 204 ? null : JSON.stringify(body, plainNumbers), {
    status,
    headers: {
      ...headers,
      'Content-Type': status >= 400 ? 'application/problem+json' : 'application/json',
      'Cache-Control': 'no-store',
    },
  });

type Read = { ok: true; query: unknown; body: unknown; text: string } | { ok: false; response: Response };

async function readCall(request: Request, endpoint: Endpoint): Promise<Read> {
  const no = (response: Response): Read => ({ ok: false, response });
  const queryShape = endpoint.query ?? z.strictObject({});
  const query = queryShape.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) {
    const { code, errors } = bodyProblems(query.error);
    return no(problem(code, { errors }));
  }
  if (endpoint.method === 'GET') return { ok: true, query: query.data, body: undefined, text: '' };

  const text = await request.text();
  if (text.length > (endpoint.maxBytes ?? largestBody)) return no(problem('too_large'));
  if (!endpoint.body) return { ok: true, query: query.data, body: undefined, text };
  let given: unknown;
  try {
    given = text === '' ? {} : JSON.parse(text);
  } catch {
    return no(problem('invalid_json'));
  }
  const body = endpoint.body.safeParse(given);
  if (!body.success) {
    const { code, errors } = bodyProblems(body.error);
    return no(problem(code, { errors }));
  }
  return { ok: true, query: query.data, body: body.data, text };
}

/** What a refusal tells besides its code: amounts as every answer writes them, whole minor units as text. */
const factsBody = (detail: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(detail).map(([name, fact]: [string, unknown]) => [
      name,
      typeof fact === 'bigint' ? fact.toString() : isMoney(fact) ? amountBody(fact) : fact,
    ]),
  );

const isMoney = (fact: unknown): fact is Money =>
  typeof fact === 'object' && fact !== null && 'minor' in fact && typeof fact.minor === 'bigint' && 'currency' in fact;

async function handled(endpoint: Endpoint, call: Parameters<Endpoint['handle']>[0]): Promise<ApiAnswer> {
  // `who` decided above whether a client is there; the union only serves the authors of endpoints.
  const done = await (endpoint.handle as (call: unknown) => ReturnType<Endpoint['handle']>)(call);
  if ('ok' in done) {
    const status = isRefusalCode(done.code) ? refusalStatus[done.code] : 409;
    const facts = done.detail !== null && typeof done.detail === 'object' ? factsBody(done.detail) : {};
    return {
      status,
      body: {
        type: `urn:tradepost:problem:${done.code}`,
        title: titleOf(done.code),
        status,
        code: done.code,
        ...facts,
      },
    };
  }
  return done;
}

/** One call of the API: find, authenticate, read, work once, answer. */
export async function serveApi(
  deps: Deps,
  endpoints: readonly Endpoint[],
  request: Request,
  path: string,
  admit: (client: ApiClient | null) => Promise<{ retryAfterSeconds: number } | null>,
): Promise<Response> {
  const match = matchEndpoint(endpoints, request.method, path);
  if (!match.found) {
    return match.allowed.length
      ? problem('method_not_allowed', undefined, { Allow: match.allowed.join(', ') })
      : problem('not_found');
  }
  const { endpoint, params } = match;
  const who = await authenticate(deps, request);
  if (who === 'unknown' || (who === 'nobody' && endpoint.who !== 'anyone')) {
    return problem('unauthorized', undefined, { 'WWW-Authenticate': 'Bearer' });
  }
  const client = who === 'nobody' ? null : who;
  if (endpoint.who === 'store' && client?.companyId) return problem('forbidden');
  const tooMany = await admit(client);
  if (tooMany) return problem('rate_limited', undefined, { 'Retry-After': String(tooMany.retryAfterSeconds) });

  const read = await readCall(request, endpoint);
  if (!read.ok) return read.response;
  const call = { deps, client, params, query: read.query, body: read.body } as Parameters<Endpoint['handle']>[0];

  const key = endpoint.method === 'GET' || !client ? null : request.headers.get('Idempotency-Key');
  if (!key || !client) {
    const done = await handled(endpoint, call);
    return json(done.body, done.status);
  }
  if (key.length > 255) return problem('invalid', { detail: 'An Idempotency-Key has at most 255 characters.' });
  return once(deps, client, key, `${endpoint.method} ${path}\n${read.text}`, () => handled(endpoint, call));
}

async function once(
  { db }: Deps,
  client: ApiClient,
  key: string,
  said: string,
  work: () => Promise<ApiAnswer>,
): Promise<Response> {
  const fingerprint = createHash('sha256').update(said).digest('hex');
  // Wall time: how long a call takes has nothing to do with the shop's clock.
  const at = new Date();
  const earlier = await takeIdempotencyKey(db, {
    apiKeyId: client.keyId,
    key,
    fingerprint,
    at,
    staleBefore: new Date(at.getTime() - unansweredMilliseconds),
  });
  if (earlier) {
    if (earlier.fingerprint !== fingerprint) return problem('idempotency_key_reused');
    if (earlier.status === null) return problem('idempotency_key_in_use');
    return json(earlier.body, earlier.status, { 'Idempotent-Replayed': 'true' });
  }
  try {
    const done = await work();
    await keepAnswer(db, { apiKeyId: client.keyId, key, status: done.status, body: done.body });
    return json(done.body, done.status);
  } catch (fault) {
    await dropIdempotencyKey(db, { apiKeyId: client.keyId, key });
    throw fault;
  }
}
