import type { Deps } from '#app/deps.server.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { staffMay } from '#app/domain/access/permissions.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { lockCompanies } from '#db/locks.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { type TaxCertificate, changeTaxCertificate, findTaxCertificate } from '#db/queries/tax-certificates.server.ts';
import { mailTaxCertificate } from './tax-certificate-mails.server';

export const taxCertificateVerdicts = ['accepted', 'refused', 'ended'] as const;
export type TaxCertificateVerdict = (typeof taxCertificateVerdicts)[number];

/** One of our own people accepts a certificate, refuses it, or ends one that was accepted as of now; the latter two with a
 *  reason. Prices of orders placed before keep their tax. The caller has found the company within their scope. */
export async function checkTaxCertificate(
  { db, now, settings }: Pick<Deps, 'db' | 'now' | 'settings'>,
  p: { actor: StaffActor; companyId: string; id: string; verdict: TaxCertificateVerdict; reason: string },
): Promise<Outcome<null, 'not_found' | 'forbidden' | 'reason_required' | 'wrong_state' | 'own_request'>> {
  const { actor, companyId, id, verdict } = p;
  const reason = p.reason.trim();
  if (!staffMay(actor.staff, 'approve_companies')) return refused('forbidden');
  if (verdict !== 'accepted' && !reason) return refused('reason_required');
  const at = now();
  return db.transaction(async (tx) => {
    await lockCompanies(tx, { ids: [companyId] });
    const certificate = await findTaxCertificate(tx, { companyId, id });
    if (!certificate) return refused('not_found');
    if (certificate.givenBy === actor.person) return refused('own_request');
    if (verdict === 'ended' && !isRunning(certificate, at)) return refused('wrong_state');
    const changes =
      verdict === 'ended'
        ? { validUntil: at > certificate.validFrom ? at : certificate.validFrom, answer: reason }
        : { status: verdict, checkedBy: actor.person, answer: reason };
    const from = verdict === 'ended' ? 'accepted' : 'waiting';
    if (!(await changeTaxCertificate(tx, { id, from, changes, at }))) return refused('wrong_state');
    await recordEvent(tx, {
      type: `tax_certificate.${verdict}`,
      subjectId: companyId,
      companyId,
      personId: actor.person,
      via: actor.via,
      data: { certificate: id, reason },
      at,
    });
    await mailTaxCertificate(tx, { news: verdict, certificateId: id, companyId, settings, at });
    return ok(null);
  });
}

const isRunning = ({ validUntil }: TaxCertificate, at: Date): boolean => validUntil === null || validUntil > at;
