import { eq } from 'drizzle-orm';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { companies } from '#db/schema/companies.ts';

/** Null when there is no such company. For staff and keys of the store: no scope narrows it. */
export async function findCompanyIdBySlug(db: DbOrTx, p: { slug: string }): Promise<string | null> {
  const [row] = await db.select({ id: companies.id }).from(companies).where(eq(companies.slug, p.slug));
  return row?.id ?? null;
}

/** Null when there is no such company. */
export async function findCompanyCurrency(db: DbOrTx, p: { companyId: string }): Promise<CurrencyCode | null> {
  const [row] = await db.select({ currency: companies.currency }).from(companies).where(eq(companies.id, p.companyId));
  return row?.currency ?? null;
}
