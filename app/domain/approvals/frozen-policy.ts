import type { UnitId } from '../access/ids';
import { type ApproverSource, type Condition, type Group, type Rule, defaultDeadlineHours } from './rules';

/** What is kept with a revision at submission. Rules may change afterwards; this does not. Who holds a role is not in
 *  it: that is asked anew at each decision. */
export type FrozenPolicy = { readonly frozenAt: Date; readonly rules: readonly FrozenRule[] };

export type FrozenRule = {
  readonly id: string;
  readonly name: string;
  readonly unit: UnitId;
  readonly conditions: readonly Condition[];
  readonly levels: readonly FrozenLevel[];
};

export type FrozenLevel = {
  readonly groups: readonly Group[];
  readonly deadlineHours: number;
  readonly escalateTo: ApproverSource;
};

const companyAdmins: ApproverSource = { kind: 'role', role: 'admin' };

/** @throws RangeError when a rule asks nobody: without a level, a level without a group, k below 1. Such a rule would
 *  approve by itself; it is refused when it is saved (policy-warnings.ts). */
export const freezePolicy = (matching: readonly Rule[], at: Date): FrozenPolicy => ({
  frozenAt: at,
  rules: matching.map(asking).map((rule) => ({
    id: rule.id,
    name: rule.name,
    unit: rule.unit,
    conditions: rule.conditions,
    levels: rule.levels.map((level) => ({
      groups: level.groups,
      deadlineHours: level.deadlineHours ?? defaultDeadlineHours,
      escalateTo: level.escalateTo ?? companyAdmins,
    })),
  })),
});

function asking(rule: Rule): Rule {
  const asksNobody =
    rule.levels.length === 0 ||
    rule.levels.some(({ groups }) => groups.length === 0 || groups.some(({ k }) => k !== 'all' && !(k >= 1)));
  if (asksNobody) throw new RangeError(`rule ${rule.id} asks nobody`);
  return rule;
}

/** Names one group of one frozen policy. Level and group count from 1. */
export type GroupKey = string;
export const groupKey = (policy: FrozenPolicy, ruleId: string, level: number, group: number): GroupKey =>
  `${policy.frozenAt.toISOString()}/${ruleId}/${level}/${group}`;
