import type { Directory } from '#app/domain/approvals/directory.ts';
import type { DocumentFacts } from '#app/domain/approvals/rules.ts';
import type { Submission } from '#app/domain/approvals/submission.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import { addCase } from '#db/queries/approval-cases.server.ts';
import { askThose, nextMoment, peopleAsked } from './judge-case.server';

export type CaseToOpen = {
  documentId: string;
  revision: number;
  companyId: string | null;
  facts: DocumentFacts;
  submission: Submission;
  directory: Directory;
  at: Date;
};

/** Keeps what was submitted, with the rules as they are today, and asks whoever is asked first. The caller holds the lock
 *  on the document and moves it to the state the submission answers. */
export async function openCase(tx: Tx, p: CaseToOpen): Promise<void> {
  const { submission, at } = p;
  const { progress } = submission;
  const caseId = newId(at.getTime());
  const blockedSince = submission.state === 'blocked' ? at : null;
  const isOver = submission.state === 'approved';
  await addCase(tx, {
    id: caseId,
    kind: p.facts.kind,
    documentId: p.documentId,
    revision: p.revision,
    companyId: p.companyId,
    state: submission.state,
    facts: p.facts,
    policy: submission.policy,
    openings: progress.openings,
    lookedAt: submission.lookedAt,
    submittedAt: at,
    blockedSince,
    dueAt: isOver ? null : nextMoment({ progress, blockedSince, delegations: p.directory.delegations }, at),
    closedAt: isOver ? at : null,
  });
  await askThose(tx, { caseId, people: isOver ? [] : peopleAsked(progress), at });
}
