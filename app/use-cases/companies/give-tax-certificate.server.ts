import type { Deps } from '#app/deps.server.ts';
import type { MemberActor } from '#app/domain/access/actor.ts';
import { memberMayEverywhere } from '#app/domain/access/permissions.ts';
import {
  type TaxCertificateDays,
  type TaxCertificateKind,
  type TaxCertificateProblem,
  taxCertificateProblem,
} from '#app/domain/companies/tax-certificate.ts';
import type { FileRefusal } from '#app/domain/files/file-type.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import { lockCompanies } from '#db/locks.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { addTaxCertificate, changeTaxCertificate, findTaxCertificate } from '#db/queries/tax-certificates.server.ts';
import { type GivenFile, storeUploads } from '../files/store-file.server';
import { shopCountry } from '../purchase-orders/price-lines.server';
import { mailTaxCertificate } from './tax-certificate-mails.server';

type GiveDeps = Pick<Deps, 'db' | 'now' | 'settings'>;
export type GivenTaxCertificate = TaxCertificateDays & {
  readonly kind: TaxCertificateKind;
  readonly country: string;
  readonly number: string;
};

/** A company gives a certificate with its paper. It counts once one of our own people has accepted it. */
export async function giveTaxCertificate(
  { db, now, settings }: GiveDeps,
  p: { actor: MemberActor; certificate: GivenTaxCertificate; files: readonly GivenFile[] },
): Promise<
  Outcome<{ id: string }, TaxCertificateProblem | FileRefusal | 'forbidden' | 'file_missing' | 'too_many_files'>
> {
  const { actor, certificate, files } = p;
  if (actor.standsInFor || !memberMayEverywhere(actor.member, 'give_tax_certificates')) return refused('forbidden');
  if (files.length === 0) return refused('file_missing');
  const problem = taxCertificateProblem(certificate, shopCountry);
  if (problem) return refused(problem);
  const at = now();
  const companyId = actor.member.company;
  const id = newId(at.getTime());
  return db
    .transaction(async (tx) => {
      const { kind, country, number, validFrom, validUntil } = certificate;
      await addTaxCertificate(tx, {
        ...{ id, companyId, kind, country, number, validFrom, validUntil },
        status: 'waiting',
        givenBy: actor.person,
        createdAt: at,
        changedAt: at,
      });
      const owner = { kind: 'tax_certificate', id } as const;
      const stored = await storeUploads(tx, { owner, companyId, files, personId: actor.person, at });
      if (!stored.ok) throw new NotGiven(stored);
      await record(tx, { id, companyId, as: 'given', actor, at, data: { country, number } });
      await mailTaxCertificate(tx, { news: 'given', certificateId: id, companyId, settings, at });
      return ok({ id });
    })
    .catch((fault: unknown) => {
      if (fault instanceof NotGiven) return fault.refusal;
      throw fault;
    });
}

/** Undoes what the transaction did so far, and carries why. */
class NotGiven extends Error {
  constructor(readonly refusal: { ok: false; code: FileRefusal | 'too_many_files' }) {
    super(refusal.code);
  }
}

/** The company takes back what nobody has looked at. */
export async function withdrawTaxCertificate(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  p: { actor: MemberActor; id: string },
): Promise<Outcome<null, 'not_found' | 'forbidden' | 'wrong_state'>> {
  const { actor, id } = p;
  if (actor.standsInFor || !memberMayEverywhere(actor.member, 'give_tax_certificates')) return refused('forbidden');
  const at = now();
  const companyId = actor.member.company;
  return db.transaction(async (tx) => {
    await lockCompanies(tx, { ids: [companyId] });
    if (!(await findTaxCertificate(tx, { companyId, id }))) return refused('not_found');
    if (!(await changeTaxCertificate(tx, { id, from: 'waiting', changes: { status: 'withdrawn' }, at })))
      return refused('wrong_state');
    await record(tx, { id, companyId, as: 'withdrawn', actor, at, data: {} });
    return ok(null);
  });
}

const record = (
  tx: Tx,
  p: {
    id: string;
    companyId: string;
    as: 'given' | 'withdrawn';
    actor: MemberActor;
    at: Date;
    data: Record<string, string>;
  },
): Promise<void> =>
  recordEvent(tx, {
    type: `tax_certificate.${p.as}`,
    subjectId: p.companyId,
    companyId: p.companyId,
    personId: p.actor.person,
    via: p.actor.via,
    data: { certificate: p.id, ...p.data },
    at: p.at,
  });
