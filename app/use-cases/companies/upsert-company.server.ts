import type { Deps } from '#app/deps.server.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { type CompanyBody } from '#app/http/api/schemas/companies.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { judgeWaitingDocuments } from '#app/jobs/catalog.ts';
import { enqueue } from '#app/jobs/enqueue.server.ts';
import type { Tx } from '#db/client.server.ts';
import { lockCompanies } from '#db/locks.server.ts';
import { type CompanyRow, findCompany } from '#db/queries/company-record.server.ts';
import { type CompanyChanges, addCompany, changeCompany } from '#db/queries/company-writes.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { findStaffByEmail } from '#db/queries/persons.server.ts';
import { type CompanyNames, type Naming, BodyRefused, companyNames } from './company-names.server';
import { putCostCentres } from './put-cost-centres.server';
import { putDelegations } from './put-delegations.server';
import { putMembers } from './put-members.server';
import { putRules } from './put-rules.server';
import { putSegments } from './put-segments.server';
import { putUnits } from './put-units.server';

export type UpsertCompanyRefusal =
  'currency_fixed' | 'unknown_rep' | 'unknown_unit' | 'unit_loop' | 'wrong_currency' | 'too_many_decimals';

/** What each part of the body is given to work with, inside the one transaction. */
export type CompanyPut = {
  tx: Tx;
  settings: Deps['settings'];
  company: CompanyRow;
  names: CompanyNames;
  /** Who it is recorded under. */
  by: string | null;
  via: string;
  at: Date;
};

/** Makes the company what the body says; fields left out stay, or take their default when the company is new. Done
 *  again it changes nothing. What a system of record says is in force at once: no approval, no invitation. */
export async function upsertCompany(
  { db, now, settings }: Pick<Deps, 'db' | 'now' | 'settings'>,
  input: { slug: string; body: CompanyBody; by: string | null; via: string },
): Promise<Outcome<{ id: string; wasCreated: boolean; hasChanged: boolean }, UpsertCompanyRefusal, Naming>> {
  const { slug, body, by, via } = input;
  const at = now();
  return db
    .transaction(async (tx) => {
      const wasCreated = await addCompany(tx, newCompany(slug, body, at));
      const found = await findCompany(tx, { slug });
      if (!found || !(await lockCompanies(tx, { ids: [found.id] }))) throw new Error(`company ${slug} is gone`);
      const company = (await findCompany(tx, { slug })) ?? found;
      if (body.currency && body.currency !== company.currency) throw new BodyRefused('currency_fixed', {});

      const names = await companyNames(tx, { company, body, at });
      const put: CompanyPut = { tx, settings, company, names, by, via, at };
      const changes = await ownChanges(put, body);
      await changeCompany(tx, { id: company.id, changes });
      const hasChanged = [
        wasCreated || Object.keys(changes).length > 0,
        await putUnits(put, body.units, { isNew: wasCreated }),
        await putSegments(put, body.segments),
        await putMembers(put, body.members),
        await putCostCentres(put, body.cost_centres),
        await putRules(put, body.approval_rules),
        await putDelegations(put, body.delegations),
      ].includes(true);
      if (hasChanged) {
        const type = wasCreated ? 'company.created' : 'company.changed';
        await recordEvent(tx, { type, subjectId: company.id, companyId: company.id, personId: by, via, at });
        if (!wasCreated) await enqueue(tx, judgeWaitingDocuments, { companyId: company.id });
      }
      return ok({ id: company.id, wasCreated, hasChanged });
    })
    .catch((fault: unknown) => {
      if (fault instanceof BodyRefused) return refused(fault.code, fault.naming);
      throw fault;
    });
}

const newCompany = (slug: string, body: CompanyBody, at: Date) => ({
  id: newId(at.getTime()),
  slug,
  name: body.name ?? slug,
  status: 'active' as const,
  currency: body.currency ?? 'EUR',
  timeZone: body.time_zone ?? 'Europe/Berlin',
  createdAt: at,
});

/** Only what differs. */
async function ownChanges({ tx, company, names }: CompanyPut, body: CompanyBody): Promise<CompanyChanges> {
  const wanted: Partial<Pick<CompanyRow, keyof CompanyRow & keyof CompanyChanges>> = {
    ...(body.name !== undefined && { name: body.name }),
    ...(body.time_zone !== undefined && { timeZone: body.time_zone }),
    ...(body.language !== undefined && { locale: body.language }),
    ...(body.vat_number !== undefined && { vatNumber: body.vat_number }),
    ...(body.terms !== undefined && { terms: body.terms }),
    ...(body.credit_hold !== undefined && { creditHoldReason: body.credit_hold }),
    ...(body.credit_limit !== undefined && {
      creditLimitMinor: body.credit_limit && names.amount(body.credit_limit).minor,
    }),
    ...(body.rep !== undefined && { repId: body.rep && (await repOf(tx, body.rep)) }),
    // a company that waited for approval is in once a system of record speaks of it
    ...(company.status === 'pending' && { status: 'active' as const }),
  };
  const differing = Object.entries(wanted).filter(([key, value]) => company[key as keyof CompanyRow] !== value);
  return Object.fromEntries(differing);
}

async function repOf(tx: Tx, email: string): Promise<string> {
  const rep = await findStaffByEmail(tx, { email });
  if (!rep) throw new BodyRefused('unknown_rep', { name: email });
  return rep.id;
}
