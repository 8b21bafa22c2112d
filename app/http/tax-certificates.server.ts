import type { TaxCertificateView } from '#app/components/company/tax-certificate-list.tsx';
import { countryName } from '#app/domain/i18n/names.ts';
import { taxCertificateStanding } from '#app/domain/companies/tax-certificate.ts';
import { formatDay } from '#app/domain/i18n/format-date.ts';
import { type Locale, locales } from '#app/domain/i18n/locales.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { namePersons } from '#db/queries/directory.server.ts';
import { listFilesOfOwners } from '#db/queries/files.server.ts';
import { listTaxCertificates } from '#db/queries/tax-certificates.server.ts';
import { fileViews } from './file-view.server';

const mostShown = 100;
const lastDayBefore = (end: Date) => new Date(end.getTime() - 1);

/** A company's certificates as both sides list them, the newest first. */
export async function taxCertificateViews(
  db: DbOrTx,
  p: { companyId: string; timeZone: string; locale: Locale; at: Date },
): Promise<TaxCertificateView[]> {
  const rows = await listTaxCertificates(db, { companyId: p.companyId, limit: mostShown });
  const [files, people] = await Promise.all([
    listFilesOfOwners(db, { kind: 'tax_certificate', ids: rows.map(({ id }) => id) }),
    namePersons(db, { ids: [...new Set(rows.map(({ givenBy }) => givenBy))] }),
  ]);
  const { formats } = locales[p.locale];
  const day = (at: Date) => formatDay(at, formats, p.timeZone);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    country: countryName(row.country, formats),
    number: row.number,
    from: day(row.validFrom),
    until: row.validUntil && day(lastDayBefore(row.validUntil)),
    standing: taxCertificateStanding(row, p.at),
    answer: row.answer,
    givenBy: people.get(row.givenBy)?.name ?? '',
    givenAt: day(row.createdAt),
    files: fileViews(
      files.filter(({ ownerId }) => ownerId === row.id),
      people,
      p,
    ),
  }));
}

/** Where an order may be delivered to, by name: what a certificate can be about. */
export function countryOptions(
  countries: readonly string[],
  locale: Locale,
): readonly { value: string; label: string }[] {
  const { formats } = locales[locale];
  return [...new Set(countries)]
    .map((code) => ({ value: code, label: countryName(code, formats) }))
    .sort((a, b) => a.label.localeCompare(b.label, formats));
}
