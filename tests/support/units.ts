import { eq } from 'drizzle-orm';
import type { Db } from '#db/client.server.ts';
import { units } from '#db/schema/companies.ts';

/** The ids of a company's units by their slugs. */
export async function findUnitsBySlug(db: Db, companyId: string): Promise<Record<string, string>> {
  const rows = await db.select({ slug: units.slug, id: units.id }).from(units).where(eq(units.companyId, companyId));
  return Object.fromEntries(rows.map(({ slug, id }) => [slug, id]));
}
