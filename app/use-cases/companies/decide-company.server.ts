import type { Deps } from '#app/deps.server.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { isInScope, salesScope } from '#app/domain/access/company-scope.ts';
import { companyId as asCompanyId, personId as asPersonId } from '#app/domain/access/ids.ts';
import { staffMay } from '#app/domain/access/permissions.ts';
import { isLocale, localePath } from '#app/domain/i18n/locales.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { queueEmail } from '#app/use-cases/mail/queue-email.server.ts';
import { lockCompanies } from '#db/locks.server.ts';
import { findCompany, listMemberRecords } from '#db/queries/company-record.server.ts';
import { changeCompany } from '#db/queries/company-writes.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';

export type CompanyDecision = {
  actor: StaffActor;
  companyId: string;
  decision: 'approved' | 'declined';
  /** Told to the applicant; a no has one. */
  reason: string;
};

/** One of our people lets a company in, or not. Nobody decides on a company they belong to; once decided, it stays. */
export async function decideCompany(
  { db, now, settings }: Pick<Deps, 'db' | 'now' | 'settings'>,
  input: CompanyDecision,
): Promise<Outcome<null, 'not_found' | 'forbidden' | 'own_request' | 'not_pending'>> {
  const { actor, companyId, decision, reason } = input;
  const at = now();
  return db.transaction(async (tx) => {
    await lockCompanies(tx, { ids: [companyId] });
    const company = await findCompany(tx, { id: companyId });
    if (!company) return refused('not_found');
    const rep = company.repId === null ? null : asPersonId(company.repId);
    const place = { company: asCompanyId(company.id), unit: null, rep };
    if (!isInScope(salesScope(actor.staff), place)) return refused('not_found');
    if (!staffMay(actor.staff, 'approve_companies')) return refused('forbidden');
    const people = await listMemberRecords(tx, { companyId });
    if (people.some(({ personId }) => personId === actor.person)) return refused('own_request');
    if (company.status !== 'pending') return refused('not_pending');

    const isIn = decision === 'approved';
    await changeCompany(tx, {
      id: companyId,
      // whoever lets a company in looks after it, unless somebody does
      changes: isIn ? { status: 'active', repId: company.repId ?? actor.person } : { status: 'declined' },
    });
    const { person, via } = actor;
    const type = `company.${decision}`;
    await recordEvent(tx, { type, subjectId: companyId, companyId, personId: person, via, data: { reason }, at });
    const locale = isLocale(company.locale) ? company.locale : 'en';
    for (const { email, name, personId } of people) {
      if (!email) continue;
      const mail = { key: `company:${companyId}:${decision}:${personId}`, to: email, locale, at };
      const url = settings.origin + localePath('/company', locale);
      if (isIn) {
        const props = { name, company: company.name, actionUrl: url };
        await queueEmail(tx, { ...mail, template: 'company-approved', props });
      } else {
        await queueEmail(tx, { ...mail, template: 'company-declined', props: { name, company: company.name, reason } });
      }
    }
    return ok(null);
  });
}
