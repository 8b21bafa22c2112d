import type { Deps } from '#app/deps.server.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { hashApiKey, newApiKey } from '#app/integrations/api-key.server.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { addApiKey } from '#db/queries/api-keys.server.ts';
import { findCompanyIdBySlug } from '#db/queries/companies.server.ts';

export type CreateApiKey = { companySlug: string | null; name: string; createdBy: string | null };

/** Scopes: `all` is everything the store may do, prices as a system of record included; `company` is that company's
 *  rows. `act_as` lets a key act for a person: a store key's own in a demo, else granted on purpose. */
export async function createApiKey(
  { db, now, settings }: Deps,
  input: CreateApiKey,
): Promise<Outcome<{ key: string; id: string }, 'not_found'>> {
  const companyId = input.companySlug ? await findCompanyIdBySlug(db, { slug: input.companySlug }) : null;
  if (input.companySlug && !companyId) return refused('not_found');
  const key = newApiKey();
  const id = newId();
  await addApiKey(db, {
    id,
    keyHash: hashApiKey(key),
    lastCharacters: key.slice(-4),
    name: input.name,
    companyId,
    scopes: companyId ? ['company'] : settings.mode === 'demo' ? ['all', 'act_as'] : ['all'],
    createdBy: input.createdBy,
    createdAt: now(),
  });
  return ok({ key, id });
}
