import { isInOrBelow } from '#app/domain/access/unit-tree.ts';
import { unitId } from '#app/domain/access/ids.ts';
import type { Money } from '#app/domain/money/money.ts';
import type { CompanyBody } from '#app/http/api/schemas/companies.ts';
import { amountFromBody } from '#app/http/api/shapes.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import { type CompanyRow, listUnitRecords } from '#db/queries/company-record.server.ts';
import { personsOfEmails } from '#db/queries/company-writes.server.ts';
import { unitTreeOf } from '#db/queries/memberships.server.ts';
import { type Names, peopleInRule } from './rule-from-body';
import type { UpsertCompanyRefusal } from './upsert-company.server';

/** Which name of the body is meant. */
export type Naming = { name?: string };

/** Ends the transaction: a body is taken as a whole or not at all. */
export class BodyRefused extends Error {
  constructor(
    readonly code: UpsertCompanyRefusal,
    readonly naming: Naming,
  ) {
    super(code);
  }
}

export type CompanyNames = Names & {
  /** Tells the names about units that were just added or moved. */
  learnUnits: (units: readonly { id: string; slug: string; parentId: string | null }[]) => void;
};

/** Everyone a body speaks of gets a person's row, also who is no member (yet): they may be hired tomorrow, and until
 *  then they hold no role and decide nothing. */
export async function companyNames(
  tx: Tx,
  { company, body, at }: { company: CompanyRow; body: CompanyBody; at: Date },
): Promise<CompanyNames> {
  const locale = body.language ?? company.locale;
  const named = new Map<string, string>();
  for (const email of emailsIn(body)) named.set(email, '');
  for (const { email, name } of body.members ?? []) named.set(email, name ?? named.get(email) ?? '');
  const people = [...named].map(([email, name]) => ({ id: newId(at.getTime()), email, name, locale }));
  const ids = await personsOfEmails(tx, { people, at });

  const bySlug = new Map<string, string>();
  let top: string | undefined;
  const names: CompanyNames = {
    person: (email) => {
      const id = ids.get(email);
      if (!id) throw new Error('every address of the body has a person');
      return id;
    },
    unit: (slug) => {
      const id = slug === undefined ? top : bySlug.get(slug);
      if (!id) throw new BodyRefused('unknown_unit', slug === undefined ? {} : { name: slug });
      return id;
    },
    amount: (given): Money => {
      if (given.currency !== company.currency) throw new BodyRefused('wrong_currency', { name: given.currency });
      const amount = amountFromBody({ amount: given.amount, currency: company.currency });
      if (!amount) throw new BodyRefused('too_many_decimals', { name: given.amount });
      return amount;
    },
    learnUnits: (units) => {
      const tree = unitTreeOf(units);
      for (const { id, slug, parentId } of units) {
        if (parentId !== null && isInOrBelow(tree, unitId(parentId), unitId(id))) {
          throw new BodyRefused('unit_loop', { name: slug });
        }
        bySlug.set(slug, id);
      }
      top = units.find(({ parentId }) => parentId === null)?.id;
    },
  };
  names.learnUnits(await listUnitRecords(tx, { companyId: company.id }));
  return names;
}

function* emailsIn(body: CompanyBody): Generator<string> {
  for (const member of body.members ?? []) {
    yield member.email;
    if (member.manager) yield member.manager;
  }
  for (const centre of body.cost_centres ?? []) if (centre.owner) yield centre.owner;
  for (const rule of body.approval_rules ?? []) yield* peopleInRule(rule);
  for (const { from, to } of body.delegations ?? []) yield* [from, to];
}
