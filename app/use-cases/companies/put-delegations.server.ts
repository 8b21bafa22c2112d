import type { CompanyBody } from '#app/http/api/schemas/companies.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { type DelegationRecord, listDelegations } from '#db/queries/company-record.server.ts';
import { addDelegations, endDelegations } from '#db/queries/company-writes.server.ts';
import type { CompanyPut } from './upsert-company.server';

type Wanted = Omit<DelegationRecord, 'id'>;

const keyOf = ({ fromPersonId, toPersonId, kinds, startsAt, endsAt, ceilingMinor }: Wanted) =>
  [fromPersonId, toPersonId, [...kinds].sort().join(), startsAt.toISOString(), endsAt.toISOString(), ceilingMinor].join(
    ' ',
  );

/** The whole list; one left out ends now. */
export async function putDelegations(
  { tx, company, names, at }: CompanyPut,
  given: CompanyBody['delegations'],
): Promise<boolean> {
  if (!given) return false;
  const wanted = new Map(
    given.map((body) => {
      const one: Wanted = {
        fromPersonId: names.person(body.from),
        toPersonId: names.person(body.to),
        kinds: body.kinds,
        startsAt: new Date(body.starts_at),
        endsAt: new Date(body.ends_at),
        ceilingMinor: body.ceiling ? names.amount(body.ceiling).minor : null,
      };
      return [keyOf(one), one] as const;
    }),
  );
  const before = await listDelegations(tx, { companyId: company.id });
  const known = new Set(before.map(keyOf));
  const over = before.filter((one) => !wanted.has(keyOf(one)));
  const added = [...wanted].filter(([key]) => !known.has(key)).map(([, one]) => one);
  await endDelegations(tx, { companyId: company.id, ids: over.map(({ id }) => id), at });
  await addDelegations(tx, {
    delegations: added.map((one) => ({ ...one, id: newId(at.getTime()), companyId: company.id })),
  });
  return over.length > 0 || added.length > 0;
}
