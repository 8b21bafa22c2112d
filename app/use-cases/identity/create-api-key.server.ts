import type { Deps } from '#app/deps.server.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { hashApiKey, newApiKey } from '#app/integrations/api-key.server.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { addApiKey } from '#db/queries/api-keys.server.ts';
import { findCompanyIdBySlug } from '#db/queries/companies.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';

export type CreateApiKey = {
  companySlug: string | null;
  name: string;
  createdBy: string | null;
  /** Whether it may act for people; left out, only a demo's store key may. */
  mayActAs?: boolean;
};

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
  const at = now();
  const mayActAs = input.mayActAs ?? (companyId === null && settings.mode === 'demo');
  const scopes = [companyId ? 'company' : 'all', ...(mayActAs ? ['act_as'] : [])];
  const { name, createdBy } = input;
  await db.transaction(async (tx) => {
    const lastCharacters = key.slice(-4);
    await addApiKey(tx, {
      id,
      keyHash: hashApiKey(key),
      lastCharacters,
      name,
      companyId,
      scopes,
      createdBy,
      createdAt: at,
    });
    const by = { personId: createdBy, via: createdBy ? 'page' : 'command', at };
    await recordEvent(tx, { type: 'api_key.made', subjectId: id, companyId, ...by, data: { name, scopes } });
  });
  return ok({ key, id });
}
