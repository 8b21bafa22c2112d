import { personId, unitId } from '#app/domain/access/ids.ts';
import type { Role } from '#app/domain/access/roles.ts';
import type { Decision, Verdict } from '#app/domain/approvals/decisions.ts';
import { decide } from '#app/domain/approvals/decision-effects.ts';
import type { Delegation } from '#app/domain/approvals/delegation.ts';
import { type Directory, directoryOf } from '#app/domain/approvals/directory.ts';
import { type ApprovalCase, type Progress, approvalProgress } from '#app/domain/approvals/progress.ts';
import type { ApproverSource, DocumentFacts, Group, Level, Rule } from '#app/domain/approvals/rules.ts';
import { submitForApproval } from '#app/domain/approvals/submission.ts';
import { mayDecide } from '#app/domain/approvals/who-may-decide.ts';
import { type Money, parseAmount } from '#app/domain/money/money.ts';

export const monday = new Date('2027-01-04T09:00:00Z');
export const hoursLater = (hours: number, from = monday): Date => new Date(from.getTime() + hours * 3_600_000);

export const eur = (amount: string): Money => {
  const parsed = parseAmount(amount, 'EUR');
  if (!parsed) throw new RangeError(amount);
  return parsed;
};

/** "approver@hq admin@north": roles and where they are held. */
type PersonGiven = { roles?: string; manager?: string; limit?: string; inactive?: boolean };

export type WorldGiven = {
  /** Unit -> the unit above it. */
  units?: Record<string, string | null>;
  people: Record<string, PersonGiven>;
  delegations?: {
    from: string;
    to: string;
    ceiling?: string;
    from_?: Date;
    until?: Date;
    kinds?: Delegation['kinds'];
  }[];
  costCentreOwners?: Record<string, string>;
};

export const aDirectory = (given: WorldGiven): Directory =>
  directoryOf({
    units: new Map(
      Object.entries(given.units ?? { hq: null, north: 'hq', 'pier-9': 'north' }).map(([unit, above]) => [
        unitId(unit),
        above === null ? null : unitId(above),
      ]),
    ),
    people: Object.entries(given.people).map(([id, person]) => ({
      id: personId(id),
      isActive: !person.inactive,
      manager: person.manager === undefined ? null : personId(person.manager),
      spendingLimit: person.limit === undefined ? null : eur(person.limit),
    })),
    roles: Object.entries(given.people).flatMap(([id, { roles = '' }]) =>
      roles
        .split(' ')
        .filter(Boolean)
        .map((held) => {
          const [role = '', unit = ''] = held.split('@');
          return { person: personId(id), unit: unitId(unit), role: role as Role };
        }),
    ),
    costCentreOwners: new Map(
      Object.entries(given.costCentreOwners ?? {}).map(([code, owner]) => [code, personId(owner)]),
    ),
    delegations: (given.delegations ?? []).map((each) => ({
      from: personId(each.from),
      to: personId(each.to),
      kinds: each.kinds ?? ['purchase_order'],
      startsAt: each.from_ ?? hoursLater(-24),
      endsAt: each.until ?? hoursLater(24 * 30),
      ceiling: each.ceiling === undefined ? null : eur(each.ceiling),
    })),
  });

export const people = (...names: string[]): ApproverSource => ({ kind: 'people', people: names.map(personId) });
export const role = (name: Role): ApproverSource => ({ kind: 'role', role: name });
export const anyOf = (...of: ApproverSource[]): Group => ({ of, k: 1 });
export const kOf = (k: number, ...of: ApproverSource[]): Group => ({ of, k });
export const allOf = (...of: ApproverSource[]): Group => ({ of, k: 'all' });
export const level = (...groups: Group[]): Level => ({ groups, deadlineHours: null, escalateTo: null });

export const aRule = (name: string, levels: readonly Level[], more: Partial<Rule> = {}): Rule => ({
  id: name,
  name,
  unit: unitId('hq'),
  kinds: ['purchase_order'],
  conditions: [],
  levels,
  ...more,
});

export const aDocument = (more: Partial<DocumentFacts> & { by?: string[]; for?: string } = {}): DocumentFacts => {
  const { by = ['ana'], for: unit = 'pier-9', ...facts } = more;
  return {
    kind: 'purchase_order',
    unit: unitId(unit),
    total: eur('900.00'),
    requesters: by.map(personId),
    categories: [],
    costCentre: null,
    isOverBudget: false,
    isOffContract: false,
    hasFirstOrderOfSku: false,
    largestDiscountPercent: null,
    smallestMarginPercent: null,
    ...facts,
  };
};

/** A document under approval that people decide on, one after another. */
export class Desk {
  approval: ApprovalCase;
  state: Progress['state'] | 'rejected' | 'changes_requested';
  at: Date = monday;

  constructor(rules: readonly Rule[], document: DocumentFacts, directory: Directory) {
    const submission = submitForApproval({ rules, document, revision: 1, directory, at: monday });
    this.state = submission.state;
    this.approval = {
      document,
      revision: 1,
      policy: submission.policy,
      openings: submission.progress.openings,
      decisions: [],
      directory,
    };
  }

  /** `by` decides; answers the state of the document or the refusal. */
  says(by: string, more: { for?: string; verdict?: Verdict; revision?: number } = {}): string {
    const given = decide(this.approval, {
      ...this.asked(by, more),
      verdict: more.verdict ?? 'approved',
      reason: more.verdict && more.verdict !== 'approved' ? 'Too dear' : null,
    });
    if (!given.ok) return given.code;
    this.approval = {
      ...this.approval,
      decisions: [...this.approval.decisions, given.value.decision],
      openings: given.value.progress.openings,
    };
    this.state = given.value.outcome;
    return this.state;
  }

  may(by: string, more: { for?: string; revision?: number } = {}): string {
    const answer = mayDecide(this.approval, this.asked(by, more));
    return answer.ok ? (answer.value.for ? `for ${answer.value.for}` : 'yes') : answer.code;
  }

  private asked(by: string, more: { for?: string; revision?: number }) {
    const state = this.state === 'awaiting_approval' || this.state === 'blocked' ? this.state : ('closed' as const);
    return {
      state,
      actor: personId(by),
      ...(more.for === undefined ? {} : { for: personId(more.for) }),
      revision: more.revision ?? this.approval.revision,
      at: this.at,
    };
  }

  /** People changed: who they are now. */
  now(directory: Directory): this {
    this.approval = { ...this.approval, directory };
    const progress = this.progress();
    this.approval = { ...this.approval, openings: progress.openings };
    this.state = progress.state;
    return this;
  }

  progress = (): Progress => approvalProgress(this.approval, this.at);

  /** "R1/1: ben, cleo" for each unfilled group of an open level. */
  waitsFor = (): string[] =>
    this.progress().waitingFor.map(
      ({ rule, level: at, needed, people: asked }) =>
        `${rule}/${at}: ${needed > 1 ? `${needed} of ` : ''}${[...asked].sort().join(', ')}`,
    );

  get lastDecision(): Decision | undefined {
    return this.approval.decisions.at(-1);
  }
}

export type { Group } from '#app/domain/approvals/rules.ts';
