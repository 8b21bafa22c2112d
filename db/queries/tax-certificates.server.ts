import { and, asc, desc, eq, gt, isNull, lte } from 'drizzle-orm';
import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import { type TaxCertificateState, taxTreatmentBy } from '#app/domain/companies/tax-certificate.ts';
import type { TaxTreatment } from '#app/domain/pricing/tax-rates.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { companies, taxCertificates } from '#db/schema/companies.ts';
import { companiesInScope } from './company-portfolio.server';
import { holdsWords } from './holds-words';

export type TaxCertificate = typeof taxCertificates.$inferSelect;

/** How a company's deliveries to a country are taxed on that day, by its accepted certificates. */
export async function findTaxTreatment(
  db: DbOrTx,
  p: { companyId: string; country: string; at: Date },
): Promise<TaxTreatment> {
  const accepted = await db
    .select({
      kind: taxCertificates.kind,
      status: taxCertificates.status,
      validFrom: taxCertificates.validFrom,
      validUntil: taxCertificates.validUntil,
    })
    .from(taxCertificates)
    .where(
      and(
        eq(taxCertificates.companyId, p.companyId),
        eq(taxCertificates.country, p.country),
        eq(taxCertificates.status, 'accepted'),
      ),
    )
    .orderBy(asc(taxCertificates.id));
  return taxTreatmentBy(accepted, p.at);
}

export const addTaxCertificate = async (tx: Tx, row: typeof taxCertificates.$inferInsert): Promise<void> => {
  await tx.insert(taxCertificates).values(row);
};

/** Those of one company, the newest first. Whoever asks may see them. */
export const listTaxCertificates = (db: DbOrTx, p: { companyId: string; limit: number }): Promise<TaxCertificate[]> =>
  db
    .select()
    .from(taxCertificates)
    .where(eq(taxCertificates.companyId, p.companyId))
    .orderBy(desc(taxCertificates.createdAt), desc(taxCertificates.id))
    .limit(p.limit);

export async function findTaxCertificate(
  db: DbOrTx,
  p: { companyId: string; id: string },
): Promise<TaxCertificate | null> {
  const [row] = await db
    .select()
    .from(taxCertificates)
    .where(and(eq(taxCertificates.companyId, p.companyId), eq(taxCertificates.id, p.id)));
  return row ?? null;
}

/** False where it is in another state by now. */
export async function changeTaxCertificate(
  tx: Tx,
  p: {
    id: string;
    from: TaxCertificateState;
    changes: Partial<Pick<TaxCertificate, 'status' | 'checkedBy' | 'answer' | 'validUntil' | 'toldOfEndAt'>>;
    at: Date;
  },
): Promise<boolean> {
  const changed = await tx
    .update(taxCertificates)
    .set({ ...p.changes, changedAt: p.at })
    .where(and(eq(taxCertificates.id, p.id), eq(taxCertificates.status, p.from)))
    .returning({ id: taxCertificates.id });
  return changed.length > 0;
}

export type WaitingTaxCertificate = { id: string; slug: string; company: string; country: string; createdAt: Date };

/** What waits to be looked at in a scope, the longest first. */
export const listWaitingTaxCertificates = (
  db: DbOrTx,
  p: { scope: CompanyScope; words?: string | undefined; limit: number },
): Promise<WaitingTaxCertificate[]> =>
  db
    .select({
      id: taxCertificates.id,
      slug: companies.slug,
      company: companies.name,
      country: taxCertificates.country,
      createdAt: taxCertificates.createdAt,
    })
    .from(taxCertificates)
    .innerJoin(companies, eq(companies.id, taxCertificates.companyId))
    .where(and(eq(taxCertificates.status, 'waiting'), companiesInScope(p.scope), holdsWords(p.words, companies.name)))
    .orderBy(asc(taxCertificates.createdAt), asc(taxCertificates.id))
    .limit(p.limit);

/** Accepted ones that end until then and whose companies were not told. */
export const listEndingTaxCertificates = (
  db: DbOrTx,
  p: { at: Date; until: Date; limit: number },
): Promise<TaxCertificate[]> =>
  db
    .select()
    .from(taxCertificates)
    .where(
      and(
        eq(taxCertificates.status, 'accepted'),
        isNull(taxCertificates.toldOfEndAt),
        gt(taxCertificates.validUntil, p.at),
        lte(taxCertificates.validUntil, p.until),
      ),
    )
    .orderBy(asc(taxCertificates.validUntil), asc(taxCertificates.id))
    .limit(p.limit);
