import type { Settings } from '#app/deps.server.ts';
import { formatDay } from '#app/domain/i18n/format-date.ts';
import { isLocale, locales } from '#app/domain/i18n/locales.ts';
import type { Tx } from '#db/client.server.ts';
import { findCompany, listAdminIds } from '#db/queries/company-record.server.ts';
import { namePersons } from '#db/queries/directory.server.ts';
import { findMember } from '#db/queries/memberships.server.ts';
import { type TaxCertificate, findTaxCertificate } from '#db/queries/tax-certificates.server.ts';
import { queueEmail } from '../mail/queue-email.server';

type News = 'given' | 'accepted' | 'refused' | 'ended' | 'ending';

/** Tells the company's rep what was given, and the company's admins and whoever gave it, while still one of its people,
 *  what became of it. Each of them once. */
export async function mailTaxCertificate(
  tx: Tx,
  p: { news: News; certificateId: string; companyId: string; settings: Settings; at: Date },
): Promise<void> {
  const [company, certificate] = [
    await findCompany(tx, { id: p.companyId }),
    await findTaxCertificate(tx, { companyId: p.companyId, id: p.certificateId }),
  ];
  if (!company || !certificate) return;
  const readers = p.news === 'given' ? [company.repId] : await readersOf(tx, certificate);
  const known = await namePersons(tx, { ids: readers.filter((id) => id !== null) });
  const page = p.news === 'given' ? `/sales/companies/${company.slug}/tax-certificates` : '/company/tax-certificates';
  for (const [readerId, { name, email, locale }] of known) {
    if (!email) continue;
    const { formats } = locales[isLocale(locale) ? locale : 'en'];
    await queueEmail(tx, {
      key: `tax-certificate:${p.certificateId}:${p.news}:${readerId}`,
      template: 'tax-certificate',
      to: email,
      locale,
      at: p.at,
      props: {
        name,
        news: p.news,
        company: company.name,
        number: certificate.number,
        until: certificate.validUntil ? formatDay(certificate.validUntil, formats, company.timeZone) : '',
        reason: certificate.answer,
        url: p.settings.origin + page,
      },
    });
  }
}

async function readersOf(tx: Tx, { companyId, givenBy }: TaxCertificate): Promise<string[]> {
  const admins = await listAdminIds(tx, { companyId });
  const isStillThere = givenBy !== null && (await findMember(tx, { companyId, personId: givenBy })) !== null;
  return [...new Set(isStillThere ? [...admins, givenBy] : admins)];
}
