import { personId, unitId } from '#app/domain/access/ids.ts';
import type { ApproverSource, Condition, Rule } from '#app/domain/approvals/rules.ts';
import type { Money } from '#app/domain/money/money.ts';
import type { ApprovalRuleBody } from '#app/http/api/schemas/companies.ts';
import type * as z from 'zod';
import type { approverShape } from '#app/http/api/schemas/companies.ts';

/** How names become what they stand for; each throws for a name it does not know. */
export type Names = {
  person: (email: string) => string;
  unit: (slug: string | undefined) => string;
  amount: (body: { amount: string; currency: string }) => Money;
};

const listed = <T>(given: T | T[]): T[] => (Array.isArray(given) ? given : [given]);

/** A rule as the API writes it, as the engine reads it. A condition given as false asks nothing. */
export function ruleFromBody(id: string, body: ApprovalRuleBody, names: Names): Rule {
  const { when } = body;
  const conditions: (Condition | false | undefined)[] = [
    when.amount_over && { kind: 'amount_over', amount: names.amount(when.amount_over) },
    when.category !== undefined && { kind: 'category', anyOf: listed(when.category) },
    when.cost_centre !== undefined && { kind: 'cost_centre', anyOf: listed(when.cost_centre) },
    when.requester !== undefined && {
      kind: 'requester',
      anyOf: listed(when.requester).map((email) => personId(names.person(email))),
    },
    when.requester_role !== undefined && { kind: 'requester_role', anyOf: listed(when.requester_role) },
    when.over_budget === true && { kind: 'over_budget' },
    when.off_contract === true && { kind: 'off_contract' },
    when.first_order_of_sku === true && { kind: 'first_order_of_sku' },
  ];
  return {
    id,
    name: body.name,
    unit: unitId(names.unit(body.unit)),
    kinds: ['purchase_order'],
    conditions: conditions.filter((condition): condition is Condition => Boolean(condition)),
    levels: body.levels.map(({ groups, deadline_hours, escalate_to }) => ({
      groups: groups.map(({ of, k }) => ({ of: listed(of).map((source) => approverFromBody(source, names)), k })),
      deadlineHours: deadline_hours ?? null,
      escalateTo: escalate_to ? approverFromBody(escalate_to, names) : null,
    })),
  };
}

function approverFromBody(body: z.output<typeof approverShape>, names: Names): ApproverSource {
  if ('people' in body) return { kind: 'people', people: body.people.map((email) => personId(names.person(email))) };
  if ('role' in body) return { kind: 'role', role: body.role };
  return { kind: 'manager_of_requester' in body ? 'manager_of_requester' : 'cost_centre_owner' };
}

/** Every address a rule speaks of. */
export const peopleInRule = ({ when, levels }: ApprovalRuleBody): string[] => [
  ...(when.requester === undefined ? [] : listed(when.requester)),
  ...levels
    .flatMap(({ groups, escalate_to }) => [
      ...groups.flatMap(({ of }) => listed(of)),
      ...(escalate_to === undefined ? [] : [escalate_to]),
    ])
    .flatMap((source) => ('people' in source ? source.people : [])),
];
