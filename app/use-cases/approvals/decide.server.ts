import type { Deps } from '#app/deps.server.ts';
import type { PersonId } from '#app/domain/access/ids.ts';
import { type DecisionGiven, type DecisionRefusal, decide } from '#app/domain/approvals/decision-effects.ts';
import type { Verdict } from '#app/domain/approvals/decisions.ts';
import { peopleNamed, rolesAsked } from '#app/domain/approvals/people-named.ts';
import type { DocumentKind } from '#app/domain/approvals/rules.ts';
import { type Outcome, type Refused, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import { type StoredCase, addDecision, findCase, listDecisions } from '#db/queries/approval-cases.server.ts';
import { loadDirectory } from '#db/queries/directory.server.ts';
import { closeCase, storeProgress } from './judge-case.server';

/** What each kind of document says for itself; the rules of deciding are the same for all. */
export type DocumentUnderApproval<Found, Admission extends string = never> = {
  readonly kind: DocumentKind;
  /** Locks the document and answers how it stands. Null when it is not there for whoever asks. */
  readonly lock: (tx: Tx) => Promise<
    | (Found & {
        readonly id: string;
        readonly companyId: string | null;
        readonly revision: number;
        readonly state: 'awaiting_approval' | 'blocked' | 'closed';
      })
    | null
  >;
  /** Asked of whoever may decide, before anything is written: a code where the sum is large. */
  readonly admit?: (tx: Tx, found: Found) => Promise<Outcome<null, Admission>>;
  /** What becomes of the document, under the same lock: moved, released, written down, told. */
  readonly decided: (tx: Tx, p: { found: Found; stored: StoredCase; given: DecisionGiven; at: Date }) => Promise<void>;
};

export type DecisionToTake = {
  readonly actor: PersonId;
  readonly via: string;
  /** The delegator they name, if any. */
  readonly for: PersonId | null;
  /** The revision they saw. */
  readonly revision: number;
  readonly verdict: Verdict;
  readonly reason: string | null;
};

/** One decision on any document: lock, ask the rules, write it down, and answer under the same lock whether it was the
 *  last one. Who was too late is refused with the reason and changes nothing. */
export async function takeDecision<Found, Admission extends string = never>(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  document: DocumentUnderApproval<Found, Admission>,
  p: DecisionToTake,
): Promise<Outcome<DecisionGiven, DecisionRefusal | Admission | 'not_found'>> {
  const at = now();
  return db.transaction(async (tx) => {
    const found = await document.lock(tx);
    if (!found) return refused('not_found');
    const [stored, decisions] = await Promise.all([
      findCase(tx, { kind: document.kind, documentId: found.id }),
      listDecisions(tx, { documentId: found.id }),
    ]);
    if (!stored) return refused('not_pending');
    const people = [...peopleNamed({ rules: stored.policy.rules, document: stored.facts, decisions }), p.actor];
    const about = { unitId: stored.facts.unit, people, roles: rolesAsked(stored.policy.rules) };
    const directory = await loadDirectory(tx, { companyId: found.companyId, at, about });
    const given = decide(
      {
        document: stored.facts,
        revision: found.revision,
        policy: stored.policy,
        openings: stored.openings,
        decisions,
        directory,
      },
      {
        state: found.state,
        actor: p.actor,
        for: p.for,
        revision: p.revision,
        at,
        verdict: p.verdict,
        reason: p.reason,
      },
    );
    if (!given.ok) return given as Refused<DecisionRefusal>;
    const admitted = document.admit ? await document.admit(tx, found) : ok(null);
    if (!admitted.ok) return admitted;
    const { decision, progress } = given.value;
    const isNew = await addDecision(tx, {
      id: newId(at.getTime()),
      caseId: stored.id,
      documentId: found.id,
      decision,
      via: p.via,
    });
    if (!isNew) return refused('already_decided');
    if (p.verdict === 'approved') await storeProgress(tx, { stored, progress, directory, at });
    else await closeCase(tx, { stored: { ...stored, openings: progress.openings }, at });
    await document.decided(tx, { found, stored, given: given.value, at });
    return ok(given.value);
  });
}
