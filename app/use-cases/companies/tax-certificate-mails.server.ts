import type { Settings } from '#app/deps.server.ts';
import { formatDay } from '#app/domain/i18n/format-date.ts';
import { isLocale, locales } from '#app/domain/i18n/locales.ts';
import type { Tx } from '#db/client.server.ts';
import { findCompany } from '#db/queries/company-record.server.ts';
import { namePersons } from '#db/queries/directory.server.ts';
import { findTaxCertificate } from '#db/queries/tax-certificates.server.ts';
import { queueEmail } from '../mail/queue-email.server';

/** Tells the company's rep what was given, and whoever gave it what became of it. Each of them once. */
export async function mailTaxCertificate(
  tx: Tx,
  p: {
    news: 'given' | 'accepted' | 'refused' | 'ended' | 'ending';
    certificateId: string;
    companyId: string;
    settings: Settings;
    at: Date;
  },
): Promise<void> {
  const [company, certificate] = [
    await findCompany(tx, { id: p.companyId }),
    await findTaxCertificate(tx, { companyId: p.companyId, id: p.certificateId }),
  ];
  if (!company || !certificate) return;
  const reader = p.news === 'given' ? company.repId : certificate.givenBy;
  const person = reader ? (await namePersons(tx, { ids: [reader] })).get(reader) : undefined;
  if (!person?.email) return;
  const locale = isLocale(person.locale) ? person.locale : 'en';
  const { formats } = locales[locale];
  const page = p.news === 'given' ? `/sales/companies/${company.slug}/tax-certificates` : '/company/tax-certificates';
  await queueEmail(tx, {
    key: `tax-certificate:${p.certificateId}:${p.news}`,
    template: 'tax-certificate',
    to: person.email,
    locale: person.locale,
    at: p.at,
    props: {
      name: person.name,
      news: p.news,
      company: company.name,
      number: certificate.number,
      until: certificate.validUntil ? formatDay(certificate.validUntil, formats, company.timeZone) : '',
      reason: certificate.answer,
      url: p.settings.origin + page,
    },
  });
}
