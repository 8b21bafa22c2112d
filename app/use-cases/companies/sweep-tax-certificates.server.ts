import type { Deps } from '#app/deps.server.ts';
import { tellsBeforeEndDays } from '#app/domain/companies/tax-certificate.ts';
import { lockCompanies } from '#db/locks.server.ts';
import { changeTaxCertificate, listEndingTaxCertificates } from '#db/queries/tax-certificates.server.ts';
import { mailTaxCertificate } from './tax-certificate-mails.server';

const batch = 100;
const day = 86_400_000;

/** Tells companies of certificates that end soon, each once. What is left is for the next sweep. */
export async function sweepTaxCertificates({
  db,
  now,
  settings,
}: Pick<Deps, 'db' | 'now' | 'settings'>): Promise<void> {
  const at = now();
  const until = new Date(at.getTime() + tellsBeforeEndDays * day);
  for (const { id, companyId } of await listEndingTaxCertificates(db, { at, until, limit: batch }))
    await db.transaction(async (tx) => {
      await lockCompanies(tx, { ids: [companyId] });
      if (!(await changeTaxCertificate(tx, { id, from: 'accepted', changes: { toldOfEndAt: at }, at }))) return;
      await mailTaxCertificate(tx, { news: 'ending', certificateId: id, companyId, settings, at });
    });
}
