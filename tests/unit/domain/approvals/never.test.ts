import fc from 'fast-check';
import { expect, test } from 'vitest';
import { personId, unitId } from '#app/domain/access/ids.ts';
import type { Role } from '#app/domain/access/roles.ts';
import type { Decision } from '#app/domain/approvals/decisions.ts';
import { decide } from '#app/domain/approvals/decision-effects.ts';
import { hasExpired } from '#app/domain/approvals/deadlines.ts';
import { type Directory, directoryOf } from '#app/domain/approvals/directory.ts';
import { type ApprovalCase, type Progress, approvalProgress } from '#app/domain/approvals/progress.ts';
import type { DocumentFacts, Rule } from '#app/domain/approvals/rules.ts';
import { submitForApproval } from '#app/domain/approvals/submission.ts';
import { mayDecide } from '#app/domain/approvals/who-may-decide.ts';
import { money } from '#app/domain/money/money.ts';
import {
  answerTo,
  judge,
  mostPlaces,
  type OracleCase,
  type OracleGroup,
  type OracleRule,
  type OracleWorld,
} from '#tests/support/approval-oracle.ts';
import {
  type Event,
  event,
  everybody,
  parents,
  policy,
  someone,
  type WorldDrawn,
  world,
} from '#tests/support/approval-arbitraries.ts';
import { aDocument, monday } from '#tests/support/approval-world.ts';

const hour = 3_600_000;

/** The engine and the second opinion side by side, through the life of one purchase order. */
class Life {
  at = monday.getTime();
  revision = 1;
  state: Progress['state'] | 'rejected' | 'changes_requested' | 'cancelled' | 'expired' = 'awaiting_approval';
  oracle: OracleWorld;
  approval!: ApprovalCase;
  the!: OracleCase;
  approvedTimes = 0;

  constructor(
    drawn: WorldDrawn,
    private rules: OracleRule[],
    private readonly maker: string,
  ) {
    this.oracle = {
      parents,
      active: Object.fromEntries(everybody.map((person) => [person, person !== drawn.inactive])),
      manager: Object.fromEntries(everybody.map((person, index) => [person, drawn.managers[index] ?? null])),
      held: [...drawn.held],
      delegations: drawn.delegations.map((each) => this.dated(each)),
      owner: drawn.owner,
    };
    this.submit([maker]);
  }

  private dated = (each: WorldDrawn['delegations'][number]) => ({
    ...each,
    startsAt: monday.getTime() + each.startsAt * hour,
    endsAt: monday.getTime() + each.endsAt * hour,
  });

  private directory = (): Directory =>
    directoryOf({
      units: new Map(Object.entries(parents).map(([unit, above]) => [unitId(unit), above && unitId(above)])),
      people: everybody.map((id) => ({
        id: personId(id),
        isActive: this.oracle.active[id] ?? false,
        manager: this.oracle.manager[id] ? personId(this.oracle.manager[id]) : null,
        spendingLimit: null,
      })),
      roles: this.oracle.held.map(({ person, unit, role }) => ({
        person: personId(person),
        unit: unitId(unit),
        role: role as Role,
      })),
      costCentreOwners: new Map(this.oracle.owner === null ? [] : [['BAR', personId(this.oracle.owner)]]),
      delegations: this.oracle.delegations.map((each) => ({
        from: personId(each.from),
        to: personId(each.to),
        kinds: ['purchase_order'],
        startsAt: new Date(each.startsAt),
        endsAt: new Date(each.endsAt),
        ceiling: each.ceiling === null ? null : money(BigInt(each.ceiling), 'EUR'),
      })),
    });

  /** At first, after an edit, and for a blocked document when rules or people change: by the rules of the day. */
  private submit(requesters: string[], decisions: readonly Decision[] = []): void {
    const document: DocumentFacts = aDocument({
      by: requesters,
      for: 'site',
      costCentre: 'BAR',
      total: money(60_000n, 'EUR'),
    });
    const directory = this.directory();
    const submission = submitForApproval({
      rules: this.rules.map(toRule),
      document,
      revision: this.revision,
      directory,
      at: new Date(this.at),
      decisions,
    });
    this.state = submission.state;
    this.approval = {
      document,
      revision: this.revision,
      policy: submission.policy,
      openings: submission.progress.openings,
      decisions,
      directory,
    };
    const kept = decisions.some(({ revision }) => revision === this.revision) ? this.the.decisions : [];
    this.the = { unit: 'site', total: 60_000, requesters, rules: this.rules, decisions: kept, opened: {} };
    for (const each of kept) for (const keys of [each.memberOf, each.inGroup]) keys.clear();
    this.check();
  }

  get isOpen() {
    return this.state === 'awaiting_approval' || this.state === 'blocked';
  }

  live(event: Event): void {
    if (event.do === 'decide') return this.decides(event);
    if (!this.isOpen) return;
    if (event.do === 'wait') this.at += event.hours * hour;
    if (event.do === 'leave') {
      this.oracle.active[event.person] = false;
      this.oracle.delegations = this.oracle.delegations.filter(
        ({ from, to }) => from !== event.person && to !== event.person,
      );
    }
    if (event.do === 'return') this.oracle.active[event.person] = true;
    if (event.do === 'grant') this.oracle.held.push(event.held);
    if (event.do === 'revoke') this.oracle.held = this.oracle.held.filter((_, index) => index !== event.nth);
    if (event.do === 'delegate') this.oracle.delegations.push(this.dated(event.delegation));
    if (event.do === 'change_rules')
      this.rules = event.policy.map((rule) => ({ ...rule, id: `${rule.id}@${this.at}` }));
    if (event.do === 'cancel') this.state = 'cancelled';
    if (event.do === 'edit') {
      this.revision += 1;
      return this.submit([...new Set([this.maker, event.by])], this.approval.decisions);
    }
    if (this.state === 'blocked') {
      this.at += 1;
      return this.submit(this.the.requesters, this.approval.decisions);
    }
    if (this.state === 'awaiting_approval') this.peopleChanged();
  }

  private peopleChanged(): void {
    this.approval = { ...this.approval, directory: this.directory() };
    const progress = approvalProgress(this.approval, new Date(this.at));
    this.approval = { ...this.approval, openings: progress.openings };
    this.state = progress.state !== 'approved' && hasExpired(progress, new Date(this.at)) ? 'expired' : progress.state;
    this.check();
  }

  private asked = (actor: string, delegator: string | null, revision: number) => ({
    state: this.state === 'awaiting_approval' || this.state === 'blocked' ? this.state : ('closed' as const),
    actor: personId(actor),
    for: delegator === null ? null : personId(delegator),
    revision,
    at: new Date(this.at),
  });

  private decides(event: Extract<Event, { do: 'decide' }>): void {
    const before = this.isOpen ? judge(this.oracle, this.the, this.at) : [];
    const given = decide(this.approval, {
      ...this.asked(event.actor, event.for, this.revision + event.revision),
      verdict: event.verdict as Decision['verdict'],
      reason: 'because',
    });
    if (!this.isOpen) expect(given).toMatchObject({ ok: false, code: 'not_pending' });
    if (!given.ok) return;
    const { decision, progress, outcome } = given.value;
    expect(event.revision).toBe(0);
    expect(this.the.requesters).not.toContain(decision.by);
    expect(this.the.requesters).not.toContain(decision.for);
    expect(this.oracle.active[decision.by]).toBe(true);
    expect(outcome).not.toBe('blocked');
    const place = decision.for ?? decision.by;
    this.approval = {
      ...this.approval,
      openings: progress.openings,
      decisions: [...this.approval.decisions, decision],
    };
    this.state = outcome;
    if (decision.verdict !== 'approved') return;
    const serves = before.filter(({ pool, done }) => !done && pool.has(place));
    this.the.decisions.push({
      by: decision.by,
      for: decision.for,
      inGroup: new Set(serves.map(({ key }) => key)),
      memberOf: new Set(serves.filter(({ members }) => members.has(place)).map(({ key }) => key)),
    });
    this.check();
  }

  /** The list of what must never be, after each step. */
  private check(): void {
    const groups = judge(this.oracle, this.the, this.at);
    const progress = approvalProgress(this.approval, new Date(this.at));
    const opinion = groups.every(({ done }) => done)
      ? 'approved'
      : groups.every(({ done, fillable }) => done || fillable)
        ? 'awaiting_approval'
        : 'blocked';
    if (this.state !== 'expired') expect(this.state).toBe(opinion);

    const seen = progress.rules.flatMap(({ ruleId, levels }) =>
      levels.flatMap((at) => at.groups.map((each, index) => ({ name: `${ruleId}/${at.level}/${index + 1}`, each }))),
    );
    for (const { name, each } of seen) {
      const other = groups.find(({ key }) => key === name);
      expect(other).toBeDefined();
      expect(each.places).toBe(other?.places);
      const [rule, at, nth] = name.split('/');
      const frozen = this.the.rules.find(({ id }) => id === rule)?.levels[Number(at) - 1]?.groups[Number(nth) - 1];
      if (frozen && frozen.k !== 'all') expect(each.places).toBe(frozen.k);
      expect([...each.pool.keys()].sort()).toEqual([...(other?.pool ?? [])].sort());
    }
    if (this.state === 'approved') return this.checkApproved();
    if (this.state !== 'awaiting_approval') return;

    const missing = groups.filter(({ open, filled, places }) => open && filled < places);
    expect(progress.waitingFor.map((each) => `${each.ruleId}/${each.level}/${each.group}`)).toEqual(
      missing.map(({ key }) => key),
    );
    expect(missing.length).toBeGreaterThan(0);
    const wanted = progress.waitingFor.flatMap((waiting, index) => {
      const names = waiting.capacities.map(({ by, for: delegator }): [string, string] => [by, delegator ?? by]);
      this.checkMissing(missing[index]!, names);
      expect(waiting.people.length).toBeGreaterThan(0);
      return names;
    });
    if (hasExpired(progress, new Date(this.at))) return;
    for (const actor of everybody)
      for (const delegator of [null, ...everybody.filter((each) => each !== actor)]) {
        const answer = mayDecide(this.approval, this.asked(actor, delegator, this.revision), progress);
        const heard = answer.ok ? 'yes' : answer.code;
        expect([actor, delegator, heard]).toEqual([
          actor,
          delegator,
          answerTo(this.oracle, this.the, groups, wanted, { actor, for: delegator }, this.at),
        ]);
        if (answer.ok && delegator === null && wanted.some(([human, place]) => human === actor && place === actor))
          expect(answer.value.for).toBeNull();
      }
  }

  /** Each one asked would fill one more place alone; where nobody would, those asked would together, and none is spare. */
  private checkMissing({ left, filled, key, pool }: OracleGroup, asked: [string, string][]): void {
    const given = this.the.decisions
      .filter((each) => pool.has(each.for ?? each.by) || each.inGroup.has(key))
      .map((each): [string, string] => [each.by, each.for ?? each.by]);
    const more = (edges: [string, string][]) => mostPlaces([...given, ...edges]) > filled;
    const alone = left.filter((edge) => more([edge]));
    if (alone.length > 0) return expect(asked.map(String).sort()).toEqual(alone.map(String).sort());
    for (const edge of asked) expect(left.map(String)).toContain(String(edge));
    expect(more(asked)).toBe(true);
    for (const edge of asked) expect(more(asked.filter((each) => each !== edge))).toBe(false);
  }

  private checkApproved(): void {
    this.approvedTimes += 1;
    expect(this.approvedTimes).toBe(1);
    const given = this.approval.decisions.filter(
      ({ verdict, revision }) => verdict === 'approved' && revision === this.revision,
    );
    const humans = new Set(given.map(({ by }) => by));
    const most = Math.max(
      ...this.the.rules.flatMap(({ levels }) =>
        levels.flatMap(({ groups }) => groups.map(({ k }) => (k === 'all' ? 1 : k))),
      ),
    );
    expect(humans.size).toBeGreaterThanOrEqual(most);
    for (const requester of this.the.requesters) {
      expect(humans.has(personId(requester))).toBe(false);
      expect(given.some((decision) => decision.for === requester)).toBe(false);
    }
  }
}

const toRule = (rule: OracleRule): Rule => ({
  id: rule.id,
  name: rule.id,
  unit: unitId('hq'),
  kinds: ['purchase_order'],
  conditions: [],
  levels: rule.levels.map(({ groups, hours, escalateTo }) => ({
    groups: groups as unknown as Rule['levels'][number]['groups'],
    deadlineHours: hours,
    escalateTo: escalateTo as unknown as Rule['levels'][number]['escalateTo'],
  })),
});

const isLong = process.env['LONG'] === '1';
const seed = Number(process.env['SEED_APPROVALS'] ?? Date.now() % 1_000_000_007);

test(
  `whatever the policy and whatever happens, nothing slips by (seed ${seed})`,
  { timeout: isLong ? 1_200_000 : 45_000 },
  () => {
    fc.assert(
      fc.property(
        world,
        policy,
        someone,
        fc.array(event, { minLength: 3, maxLength: 14 }),
        (drawn, rules, maker, events) => {
          const life = new Life(drawn, rules, maker);
          for (const each of events) life.live(each);
        },
      ),
      isLong ? { seed, numRuns: 30_000 } : { seed, numRuns: 1_000, interruptAfterTimeLimit: 30_000 },
    );
  },
);
