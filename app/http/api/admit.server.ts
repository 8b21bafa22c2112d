import type { Deps } from '#app/deps.server.ts';
import { countArrival } from '#db/queries/api-arrivals.server.ts';
import type { ApiClient } from './endpoint';

const perSecond = 100;
const burst = 500;

/** A key has 100 requests a second with bursts of 500 in production; a demo has no limit. Null = come in. */
export async function admitToApi(deps: Deps, client: ApiClient | null): Promise<{ retryAfterSeconds: number } | null> {
  if (deps.settings.mode === 'demo' || !client) return null;
  const inTime = await countArrival(deps.db, { apiKeyId: client.keyId, at: new Date(), perSecond, burst });
  return inTime ? null : { retryAfterSeconds: 1 };
}
