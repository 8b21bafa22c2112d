import type { Deps } from '#app/deps.server.ts';
import { findCompanyUnit, findRootUnit } from '#db/queries/price-lists.server.ts';
import type { PriceBuyer } from '#db/queries/price-terms.server.ts';
import type { ApiClient } from './endpoint';

/** Whose prices are asked; undefined for a company that is not there, or not this key's to see. A company's key asks for
 *  its own, at its topmost unit unless another is named. */
export async function buyerOf(
  { db }: Deps,
  client: ApiClient | null,
  asked: { company?: string | undefined; unit?: string | undefined },
): Promise<PriceBuyer | undefined> {
  if (!asked.company) return client?.companyId ? await findRootUnit(db, { companyId: client.companyId }) : null;
  if (!client) return undefined;
  const found = await findCompanyUnit(db, { company: asked.company, unit: asked.unit ?? null });
  return found && (!client.companyId || client.companyId === found.companyId) ? found : undefined;
}
