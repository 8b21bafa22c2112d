import * as z from 'zod';
import { mostSteps } from '#app/components/company/rule-room.ts';
import { personId, unitId } from '#app/domain/access/ids.ts';
import { companyRoles } from '#app/domain/access/roles.ts';
import type { ApproverSource, Condition, Group, Level, Rule } from '#app/domain/approvals/rules.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { amountString } from '#app/domain/money/money.ts';
import type { MemberRecord } from '#db/queries/company-record.server.ts';
import { typedAmount } from './company-form.server';
import type { FormValues } from './form-answer';
import type { FormKey } from './form-messages';

const addresses = z.string().max(5_000).default('');
const situations = ['over_budget', 'off_contract', 'first_order_of_sku'] as const;

const groupShape = z.object({
  k: z
    .string()
    .regex(/^(all|[1-9]\d{0,2})$/)
    .default('1'),
  roles: z.array(z.enum(companyRoles)).default([]),
  people: addresses,
  sources: z.array(z.enum(['manager_of_requester', 'cost_centre_owner'])).default([]),
});

/** The editor's fields, as people fill them in. */
export const ruleFields = {
  name: z.string().min(1).max(100),
  unit: z.uuid(),
  amount_over: z.string().max(30).optional(),
  category: z.array(z.string().max(200)).default([]),
  cost_centre: z.array(z.string().max(50)).default([]),
  requester: addresses,
  requester_role: z.array(z.enum(companyRoles)).default([]),
  situation: z.array(z.enum(situations)).default([]),
  levels: z
    .array(
      z.object({
        deadline: z.coerce
          .number({ error: 'not_a_whole_number' satisfies FormKey })
          .int()
          .min(1)
          .max(8_760)
          .optional(),
        escalate: z.enum(companyRoles).optional(),
        escalate_people: addresses,
        groups: z.array(groupShape).default([]),
      }),
    )
    .max(mostSteps)
    .default([]),
  version: z.coerce.number().int().default(0),
};
type RuleTyped = z.output<z.ZodObject<typeof ruleFields>>;

type ReadRule =
  | { ok: true; rule: Omit<Rule, 'id' | 'kinds'> }
  | { ok: false; field: string; key: FormKey; values?: Record<string, string> };

/** What was typed as a rule. Addresses must be those of members; a group that names nobody is none, and neither is a step
 *  without groups. */
export function ruleOfForm(
  typed: RuleTyped,
  p: { members: readonly MemberRecord[]; currency: CurrencyCode },
): ReadRule {
  const known = new Map(p.members.map(({ email, personId: id }) => [(email ?? '').toLowerCase(), personId(id)]));
  const listed = (text: string) => text.split(/[\s,;]+/).filter(Boolean);
  const unknown = (text: string) => listed(text).filter((email) => !known.has(email.toLowerCase()));
  const people = (text: string) => listed(text).flatMap((email) => known.get(email.toLowerCase()) ?? []);
  const fields: [string, string][] = [
    ['requester', typed.requester],
    ...typed.levels.flatMap(({ groups, escalate_people }, level): [string, string][] => [
      ...groups.map((group, index): [string, string] => [`levels.${level}.groups.${index}.people`, group.people]),
      [`levels.${level}.escalate_people`, escalate_people],
    ]),
  ];
  for (const [field, text] of fields)
    if (unknown(text).length > 0)
      return { ok: false, field, key: 'unknown_people', values: { list: unknown(text).join(', ') } };
  const amount = typed.amount_over === undefined ? null : typedAmount(typed.amount_over, p.currency);
  if (typed.amount_over !== undefined && !amount) return { ok: false, field: 'amount_over', key: 'not_an_amount' };

  const conditions: Condition[] = [
    ...(amount ? [{ kind: 'amount_over' as const, amount }] : []),
    ...(typed.category.length > 0 ? [{ kind: 'category' as const, anyOf: typed.category }] : []),
    ...(typed.cost_centre.length > 0 ? [{ kind: 'cost_centre' as const, anyOf: typed.cost_centre }] : []),
    ...(people(typed.requester).length > 0 ? [{ kind: 'requester' as const, anyOf: people(typed.requester) }] : []),
    ...(typed.requester_role.length > 0 ? [{ kind: 'requester_role' as const, anyOf: typed.requester_role }] : []),
    ...typed.situation.map((kind) => ({ kind })),
  ];
  const levels = typed.levels
    .map(({ deadline, escalate, escalate_people, groups }): Level => ({
      deadlineHours: deadline ?? null,
      escalateTo:
        people(escalate_people).length > 0
          ? { kind: 'people', people: people(escalate_people) }
          : escalate
            ? { kind: 'role', role: escalate }
            : null,
      groups: groups
        .map(({ k, roles, people: text, sources }): Group => ({
          k: k === 'all' ? 'all' : Number(k),
          of: [
            ...roles.map((role): ApproverSource => ({ kind: 'role', role })),
            ...(people(text).length > 0 ? [{ kind: 'people' as const, people: people(text) }] : []),
            ...sources.map((kind): ApproverSource => ({ kind })),
          ],
        }))
        .filter(({ of }) => of.length > 0),
    }))
    .filter(({ groups }) => groups.length > 0);
  if (levels.length === 0) return { ok: false, field: 'levels.0.groups.0.people', key: 'asks_nobody' };
  return { ok: true, rule: { name: typed.name, unit: unitId(typed.unit), conditions, levels } };
}

/** A stored rule as the editor's fields show it. */
export function formOfRule(rule: Rule, members: readonly MemberRecord[]): FormValues {
  const emails = new Map(members.map(({ email, personId: id }) => [id, email ?? '']));
  const addressesOf = (ids: readonly string[]) => ids.flatMap((id) => emails.get(id) || []).join(', ');
  const values: Record<string, string | string[]> = { name: rule.name, unit: rule.unit };
  const flags: string[] = [];
  for (const condition of rule.conditions)
    switch (condition.kind) {
      case 'amount_over':
        values.amount_over = amountString(condition.amount);
        break;
      case 'requester':
        values.requester = addressesOf(condition.anyOf);
        break;
      case 'category':
      case 'cost_centre':
      case 'requester_role':
        values[condition.kind] = [...condition.anyOf];
        break;
      default:
        flags.push(condition.kind);
    }
  values.situation = flags;
  rule.levels.forEach(({ deadlineHours, escalateTo, groups }, level) => {
    values[`levels.${level}.deadline`] = deadlineHours === null ? '' : String(deadlineHours);
    values[`levels.${level}.escalate`] = escalateTo?.kind === 'role' ? escalateTo.role : '';
    values[`levels.${level}.escalate_people`] = escalateTo?.kind === 'people' ? addressesOf(escalateTo.people) : '';
    groups.forEach(({ k, of }, group) => {
      const at = `levels.${level}.groups.${group}`;
      values[`${at}.k`] = String(k);
      values[`${at}.roles`] = of.flatMap((source) => (source.kind === 'role' ? [source.role] : []));
      values[`${at}.people`] = addressesOf(of.flatMap((source) => (source.kind === 'people' ? source.people : [])));
      values[`${at}.sources`] = of.flatMap(({ kind }) => (kind === 'role' || kind === 'people' ? [] : [kind]));
    });
  });
  return values;
}
