import type { PersonId } from '../access/ids';
import type { Capacity, Decision } from './decisions';
import { levelDeadlines } from './deadlines';
import { standInsFor } from './delegation';
import type { Directory } from './directory';
import { type FrozenPolicy, type FrozenRule, groupKey } from './frozen-policy';
import { type GroupQuestion, type GroupStanding, groupStanding } from './group-filling';
import type { DocumentFacts } from './rules';

/** Everything a verdict needs about one revision under approval. */
export type ApprovalCase = {
  readonly document: DocumentFacts;
  readonly revision: number;
  readonly policy: FrozenPolicy;
  /** When each level opened, as the last answer gave it; empty at submission. */
  readonly openings: readonly LevelOpening[];
  /** Of any revision; those of other revisions are void and not counted. */
  readonly decisions: readonly Decision[];
  readonly directory: Directory;
};

/** A level, counted from 1, opened at a moment; one more than the rule has levels says that the rule is done. A level
 *  once left is never entered again, whoever joins or leaves its groups later. */
export type LevelOpening = { readonly ruleId: string; readonly level: number; readonly at: Date };

export type LevelStanding = {
  readonly level: number;
  /** Null while the level has not opened. */
  readonly openedAt: Date | null;
  readonly state: 'done' | 'open' | 'later';
  readonly isEscalated: boolean;
  readonly deadlineHours: number;
  readonly groups: readonly GroupStanding[];
};

export type RuleStanding = {
  readonly ruleId: string;
  readonly name: string;
  readonly isDone: boolean;
  readonly levels: readonly LevelStanding[];
};

/** An unfilled group of a rule's open level. */
export type WaitingFor = {
  readonly ruleId: string;
  readonly rule: string;
  readonly level: number;
  /** Counted from 1 within its level. */
  readonly group: number;
  /** Decisions still missing, of how many in all. */
  readonly needed: number;
  readonly places: number;
  readonly since: Date;
  /** The humans who may give one, delegates included; nobody while the document is blocked. */
  readonly people: readonly PersonId[];
  readonly capacities: readonly Capacity[];
};

export type Progress = {
  readonly state: 'approved' | 'awaiting_approval' | 'blocked';
  readonly rules: readonly RuleStanding[];
  readonly waitingFor: readonly WaitingFor[];
  /** Groups, of any level, that nobody is left to fill: why the document is blocked. */
  readonly blockedBy: readonly {
    readonly ruleId: string;
    readonly rule: string;
    readonly level: number;
    readonly group: number;
  }[];
  /** To be stored: the openings so far and those of this moment. */
  readonly openings: readonly LevelOpening[];
};

/** Who must still decide, who may, and whether that was the last one. Rules run side by side, each through its levels
 *  one after another; the document is approved when each rule's last level is done, and blocked as soon as any group of
 *  a level not yet done cannot be filled. Asked under the lock that guards the decision. */
export function approvalProgress(approval: ApprovalCase, at: Date): Progress {
  const asked = whoIsAsked(approval, at);
  const walked = approval.policy.rules.map((rule) => walkRule(approval, rule, asked, at));
  const rules = walked.map(({ standing }) => standing);
  const unfinished = rules.flatMap((rule) =>
    rule.levels
      .filter(({ state }) => state !== 'done')
      .flatMap((level) => level.groups.map((group, index) => ({ rule, level, group, number: index + 1 }))),
  );
  const blockedBy = unfinished
    .filter(({ group }) => !group.canBeFilled)
    .map(({ rule, level, number }) => ({ ruleId: rule.ruleId, rule: rule.name, level: level.level, group: number }));
  const isBlocked = blockedBy.length > 0;
  return {
    state: rules.every(({ isDone }) => isDone) ? 'approved' : isBlocked ? 'blocked' : 'awaiting_approval',
    rules,
    waitingFor: unfinished
      .filter(({ level, group }) => level.state === 'open' && group.missing > 0)
      .map(({ rule, level, group, number }) => ({
        ruleId: rule.ruleId,
        rule: rule.name,
        level: level.level,
        group: number,
        needed: group.missing,
        places: group.places,
        since: level.openedAt ?? at,
        people: isBlocked ? [] : [...new Set(group.candidates.map(({ by }) => by))],
        capacities: isBlocked ? [] : group.candidates,
      })),
    blockedBy,
    openings: walked.flatMap(({ openings }) => openings),
  };
}

function walkRule(approval: ApprovalCase, rule: FrozenRule, asked: Asked, at: Date) {
  const openedAt = new Map(
    approval.openings.filter(({ ruleId }) => ruleId === rule.id).map((opening) => [opening.level, opening.at]),
  );
  if (!openedAt.has(1)) openedAt.set(1, at);
  const groupsOf = (level: number, isEscalated: boolean) => groupsOfLevel(approval, rule, level, isEscalated, asked);
  const hasEscalated = (level: number, by: Date): boolean => {
    const opened = openedAt.get(level);
    const frozen = rule.levels[level - 1];
    return (
      opened !== undefined && frozen !== undefined && by >= levelDeadlines(opened, frozen.deadlineHours).escalatesAt
    );
  };

  let current = Math.max(...openedAt.keys());
  while (
    current <= rule.levels.length &&
    groupsOf(current, hasEscalated(current, at)).every(({ missing }) => missing === 0)
  ) {
    current += 1;
    openedAt.set(current, at);
  }

  const levels = rule.levels.map((frozen, index): LevelStanding => {
    const level = index + 1;
    const isEscalated = hasEscalated(level, openedAt.get(level + 1) ?? at);
    return {
      level,
      openedAt: openedAt.get(level) ?? null,
      state: level < current ? 'done' : level === current ? 'open' : 'later',
      isEscalated,
      deadlineHours: frozen.deadlineHours,
      groups: groupsOf(level, isEscalated),
    };
  });
  const standing: RuleStanding = { ruleId: rule.id, name: rule.name, isDone: current > rule.levels.length, levels };
  return { standing, openings: [...openedAt].map(([level, when]) => ({ ruleId: rule.id, level, at: when })) };
}

type Asked = Pick<GroupQuestion, 'document' | 'directory' | 'standIns' | 'approvals'>;

/** What every group is asked with. A decision of another revision counts nowhere, nor would one by or for a requester. */
const whoIsAsked = ({ document, directory, decisions, revision }: ApprovalCase, at: Date): Asked => ({
  document,
  directory,
  standIns: standInsFor(document, directory, at),
  approvals: decisions.filter(
    (decision) =>
      decision.revision === revision &&
      decision.verdict === 'approved' &&
      !document.requesters.includes(decision.by) &&
      (decision.for === null || !document.requesters.includes(decision.for)),
  ),
});

function groupsOfLevel(
  { policy }: ApprovalCase,
  rule: FrozenRule,
  level: number,
  isEscalated: boolean,
  asked: Asked,
): readonly GroupStanding[] {
  const frozen = rule.levels[level - 1];
  if (frozen === undefined) return [];
  return frozen.groups.map((group, index) =>
    groupStanding({
      ...asked,
      key: groupKey(policy, rule.id, level, index + 1),
      group,
      ruleUnit: rule.unit,
      escalateTo: frozen.escalateTo,
      isEscalated,
    }),
  );
}
