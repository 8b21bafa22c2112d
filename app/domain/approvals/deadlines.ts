const hour = 3_600_000;

/** The clock of one level, started when it opens. Elapsed hours, weekends included. */
export type LevelDeadlines = { readonly remindsAt: Date; readonly escalatesAt: Date; readonly expiresAt: Date };

/** A reminder at half time, escalation at the end, expiry at three times the deadline. */
export const levelDeadlines = (openedAt: Date, deadlineHours: number): LevelDeadlines => {
  const after = (times: number) => new Date(openedAt.getTime() + times * deadlineHours * hour);
  return { remindsAt: after(0.5), escalatesAt: after(1), expiresAt: after(3) };
};

export const blockedExpiresAfterDays = 14;
export const blockedExpiresAt = (blockedSince: Date): Date =>
  new Date(blockedSince.getTime() + blockedExpiresAfterDays * 24 * hour);

export type DeadlineKind = 'reminder' | 'escalation' | 'expiry';
export type Deadline = {
  readonly ruleId: string;
  readonly level: number;
  readonly kind: DeadlineKind;
  readonly at: Date;
};

type OpenLevels = {
  readonly rules: readonly {
    readonly ruleId: string;
    readonly levels: readonly {
      readonly level: number;
      readonly state: 'done' | 'open' | 'later';
      readonly openedAt: Date | null;
      readonly deadlineHours: number;
    }[];
  }[];
};

/** Every deadline of every open level, the earliest first. */
export function deadlinesOf({ rules }: OpenLevels): readonly Deadline[] {
  return rules
    .flatMap(({ ruleId, levels }) =>
      levels.flatMap(({ level, state, openedAt, deadlineHours }): Deadline[] => {
        if (state !== 'open' || openedAt === null) return [];
        const clock = levelDeadlines(openedAt, deadlineHours);
        return [
          { ruleId, level, kind: 'reminder', at: clock.remindsAt },
          { ruleId, level, kind: 'escalation', at: clock.escalatesAt },
          { ruleId, level, kind: 'expiry', at: clock.expiresAt },
        ];
      }),
    )
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** The document expires when the first of its open levels does. */
export const hasExpired = (progress: OpenLevels, at: Date): boolean =>
  deadlinesOf(progress).some((deadline) => deadline.kind === 'expiry' && deadline.at <= at);
