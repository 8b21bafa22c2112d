import type { Deps } from '#app/deps.server.ts';
import { serveApi } from '#app/http/api/serve.server.ts';
import { outboxMailer } from '#app/integrations/mailer/mailer.server.ts';
import { noPayments } from './no-payments.ts';
import { noPictures } from './no-pictures.ts';
import { endpoints } from '#app/routes/api/endpoints/index.ts';
import { createApiKey } from '#app/use-cases/identity/create-api-key.server.ts';
import type { Db } from '#db/client.server.ts';

/** What a use case is given in a test: a real database, and a clock that stands where the test puts it. */
export const depsAt = (db: Db, at: string | Date): Deps => ({
  db,
  now: () => new Date(at),
  mailer: outboxMailer,
  payments: noPayments,
  pictures: noPictures,
  settings: { mode: 'demo', origin: 'http://localhost:3000', secret: 'a secret of thirty-two characters' },
});

export type ApiReply = { status: number; body: Record<string, unknown>; headers: Headers };

/** A key's calls as they come over the wire, without the wire. */
export async function apiClient(deps: Deps, companySlug: string | null = null) {
  const made = await createApiKey(deps, { companySlug, name: 'test', createdBy: null });
  if (!made.ok) throw new Error('no such company');
  return apiWithKey(deps, made.value.key);
}

export const apiWithKey =
  (deps: Deps, key: string | null) =>
  async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<ApiReply> => {
    const request = new Request(`http://localhost:3000/api/v1${path}`, {
      method,
      headers: { ...(key ? { Authorization: `Bearer ${key}` } : {}), ...headers },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const response = await serveApi(deps, endpoints, request, path.split('?')[0] ?? '', () => Promise.resolve(null));
    const text = await response.text();
    return {
      status: response.status,
      body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
      headers: response.headers,
    };
  };
