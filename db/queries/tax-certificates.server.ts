import { and, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { TaxTreatment } from '#app/domain/pricing/tax-rates.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { taxCertificates } from '#db/schema/companies.ts';

/** How a company's deliveries to a country are taxed on that day: by its certificate in force, else like anybody's. */
export async function findTaxTreatment(
  db: DbOrTx,
  p: { companyId: string; country: string; at: Date },
): Promise<TaxTreatment> {
  const [certificate] = await db
    .select({ kind: taxCertificates.kind })
    .from(taxCertificates)
    .where(
      and(
        eq(taxCertificates.companyId, p.companyId),
        eq(taxCertificates.country, p.country),
        lte(taxCertificates.validFrom, p.at),
        or(isNull(taxCertificates.validUntil), gt(taxCertificates.validUntil, p.at)),
      ),
    )
    .limit(1);
  if (!certificate) return 'taxed';
  return certificate.kind === 'exemption' ? 'exempt' : 'reverse_charge';
}
