import type { AppLoadContext } from '@remix-run/node';
import { unitId } from '#app/domain/access/ids.ts';
import { memberMay, memberMayAnywhere } from '#app/domain/access/permissions.ts';
import { theStore } from '#app/domain/access/roles.ts';
import { type Stored, restoreRule } from '#app/domain/approvals/stored-policy.ts';
import type { Rule } from '#app/domain/approvals/rules.ts';
import { type MemberRecord, listApprovalRules, listMemberRecords } from '#db/queries/company-record.server.ts';
import { listUnits } from '#db/queries/memberships.server.ts';
import type { PolicyNames } from './policy-view.server';
import { type AsMember, requireMember } from './require-actor.server';

export type PolicyPage = AsMember & {
  /** In force, in their order, with the version each has. */
  rules: { rule: Rule; version: number; mayChange: boolean }[];
  members: MemberRecord[];
  units: { id: string; name: string; mayChange: boolean }[];
  names: PolicyNames;
};

/** The policy of the company someone buys as, in a constant number of statements. Everyone in the company may read it;
 *  who administers a unit changes the rules of that unit. */
export async function requirePolicy(request: Request, context: AppLoadContext): Promise<PolicyPage> {
  const as = await requireMember(request, context);
  const { db } = context.deps;
  const { member } = as.actor;
  const companyId = as.buyingAs.company.id;
  const [rows, members, units] = await Promise.all([
    listApprovalRules(db, { companyId }),
    listMemberRecords(db, { companyId }),
    listUnits(db, { companyId }),
  ]);
  const mayChange = (unit: string | null) => unit !== null && memberMay(member, 'manage_policies', unitId(unit));
  return {
    ...as,
    members,
    rules: rows
      .filter(({ isActive }) => isActive)
      .map((row) => ({
        rule: {
          ...restoreRule(row.body as Stored),
          id: row.id,
          name: row.name,
          unit: row.unitId === null ? theStore : unitId(row.unitId),
        },
        version: row.version,
        mayChange: mayChange(row.unitId),
      })),
    units: units.map(({ id, name }) => ({ id, name, mayChange: mayChange(id) })),
    names: {
      people: new Map(members.map(({ personId, name, email }) => [personId, name || email || ''])),
      units: new Map(units.map(({ id, name }) => [id, name])),
    },
  };
}

export const mayChangePolicies = ({ actor }: AsMember): boolean => memberMayAnywhere(actor.member, 'manage_policies');
