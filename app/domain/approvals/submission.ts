import type { Decision } from './decisions';
import type { Directory } from './directory';
import { type FrozenPolicy, freezePolicy } from './frozen-policy';
import { type RuleLookedAt, coversOverBudget, matchingRules } from './matching-rules';
import { type Progress, approvalProgress } from './progress';
import type { DocumentFacts, Rule } from './rules';

export type Submission = {
  /** `approved` when no rule matches; `blocked` when some group of some level cannot be filled. */
  readonly state: Progress['state'];
  /** Logged with the document, above all when no rule matched. */
  readonly lookedAt: readonly RuleLookedAt[];
  readonly policy: FrozenPolicy;
  readonly progress: Progress;
  /** Some matching rule decides about going over budget; without it, over budget is refused. */
  readonly mayGoOverBudget: boolean;
};

/** What today's rules make of a document: at submission, and again for a blocked one whenever rules or people change.
 *  `decisions` are those this revision already has, none at submission. Stores `policy` and `progress.openings`. */
export function submitForApproval(p: {
  readonly rules: readonly Rule[];
  readonly document: DocumentFacts;
  readonly revision: number;
  readonly directory: Directory;
  readonly at: Date;
  readonly decisions?: readonly Decision[];
}): Submission {
  const { matching, lookedAt } = matchingRules(p.rules, p.document, p.directory);
  const policy = freezePolicy(matching, p.at);
  const progress = approvalProgress(
    {
      document: p.document,
      revision: p.revision,
      policy,
      openings: [],
      decisions: p.decisions ?? [],
      directory: p.directory,
    },
    p.at,
  );
  return { state: progress.state, lookedAt, policy, progress, mayGoOverBudget: coversOverBudget(matching) };
}
