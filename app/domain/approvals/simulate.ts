import type { PersonId } from '../access/ids';
import type { Directory } from './directory';
import type { RuleLookedAt } from './matching-rules';
import type { Progress } from './progress';
import type { DocumentFacts, Rule } from './rules';
import { submitForApproval } from './submission';

export type Simulation = {
  readonly outcome: Progress['state'];
  readonly lookedAt: readonly RuleLookedAt[];
  /** Every level of every matching rule with the people it would ask, the later ones too. */
  readonly levels: readonly {
    readonly ruleId: string;
    readonly rule: string;
    readonly level: number;
    readonly isOpenAtOnce: boolean;
    readonly deadlineHours: number;
    readonly groups: readonly {
      readonly places: number;
      readonly people: readonly PersonId[];
      /** Admins among them who were taken in, since the group cannot be filled without the requester. */
      readonly takenIn: readonly PersonId[];
      readonly canBeFilled: boolean;
    }[];
  }[];
  readonly mayGoOverBudget: boolean;
};

/** What would happen to this order by this person? The very functions that a submission runs, with nothing stored. */
export function simulate(p: {
  readonly rules: readonly Rule[];
  readonly document: DocumentFacts;
  readonly directory: Directory;
  readonly at: Date;
}): Simulation {
  const { state, lookedAt, progress, mayGoOverBudget } = submitForApproval({ ...p, revision: 1 });
  return {
    outcome: state,
    lookedAt,
    mayGoOverBudget,
    levels: progress.rules.flatMap(({ ruleId, name, levels }) =>
      levels.map(({ level, state: levelState, deadlineHours, groups }) => ({
        ruleId,
        rule: name,
        level,
        isOpenAtOnce: levelState === 'open',
        deadlineHours,
        groups: groups.map(({ places, candidates, pool, canBeFilled }) => ({
          places,
          people: [...new Set(candidates.map(({ by }) => by))],
          takenIn: [...pool].filter(([, as]) => as === 'taken_in').map(([person]) => person),
          canBeFilled,
        })),
      })),
    ),
  };
}
