import type { Deps } from '#app/deps.server.ts';
import { hashApiKey } from '#app/integrations/api-key.server.ts';
import { findApiKey } from '#db/queries/api-keys.server.ts';
import type { ApiClient } from './endpoint';

/** nobody: no key was shown. unknown: one was, and it is not (or no longer) ours. */
export async function authenticate(deps: Deps, request: Request): Promise<ApiClient | 'nobody' | 'unknown'> {
  const header = request.headers.get('Authorization');
  if (!header) return 'nobody';
  const key = /^Bearer ([\w.~+/=-]{8,200})$/.exec(header)?.[1];
  const found = key ? await findApiKey(deps.db, { keyHash: hashApiKey(key) }) : null;
  if (!found) return 'unknown';
  return {
    keyId: found.id,
    companyId: found.companyId,
    scopes: found.scopes,
    via: `key:${found.name || '…'}${found.lastCharacters}`,
  };
}
