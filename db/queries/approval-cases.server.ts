import { and, asc, desc, eq, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import { type PersonId, personId } from '#app/domain/access/ids.ts';
import type { Decision } from '#app/domain/approvals/decisions.ts';
import type { FrozenPolicy } from '#app/domain/approvals/frozen-policy.ts';
import type { RuleLookedAt } from '#app/domain/approvals/matching-rules.ts';
import type { LevelOpening } from '#app/domain/approvals/progress.ts';
import type { DocumentFacts, DocumentKind } from '#app/domain/approvals/rules.ts';
import {
  restoreFacts,
  restoreLookedAt,
  restoreOpenings,
  restorePlaces,
  restorePolicy,
  storeFacts,
  storeLookedAt,
  storeOpenings,
  storePlaces,
  storePolicy,
} from '#app/domain/approvals/stored-policy.ts';
import type { DbOrTx, Tx } from '#db/client.server.ts';
import { approvalCases, approvalDecisions, approvalWaits } from '#db/schema/approvals.ts';

export type ApprovalCaseState = 'awaiting_approval' | 'blocked' | 'approved' | 'closed';

/** One revision of a document under approval, as stored. Who is who comes from the directory, anew each time. */
export type StoredCase = {
  id: string;
  kind: DocumentKind;
  documentId: string;
  revision: number;
  companyId: string | null;
  state: ApprovalCaseState;
  facts: DocumentFacts;
  policy: FrozenPolicy;
  openings: readonly LevelOpening[];
  lookedAt: readonly RuleLookedAt[];
  submittedAt: Date;
  blockedSince: Date | null;
  dueAt: Date | null;
  closedAt: Date | null;
};

type CaseRow = typeof approvalCases.$inferSelect;

const caseOf = (row: CaseRow): StoredCase => ({
  id: row.id,
  kind: row.kind,
  documentId: row.documentId,
  revision: row.revision,
  companyId: row.companyId,
  state: row.state,
  facts: restoreFacts(row.facts),
  policy: restorePolicy(row.policy),
  openings: restoreOpenings(row.openings),
  lookedAt: restoreLookedAt(row.lookedAt),
  submittedAt: row.submittedAt,
  blockedSince: row.blockedSince,
  dueAt: row.dueAt,
  closedAt: row.closedAt,
});

export async function addCase(tx: Tx, p: StoredCase): Promise<void> {
  await tx.insert(approvalCases).values({
    ...p,
    facts: storeFacts(p.facts),
    policy: storePolicy(p.policy),
    openings: storeOpenings(p.openings),
    lookedAt: storeLookedAt(p.lookedAt),
  });
}

/** The case of the document's newest submitted revision. Null when it was never submitted. */
export async function findCase(
  db: DbOrTx,
  p: { kind: DocumentKind; documentId: string; revision?: number },
): Promise<StoredCase | null> {
  const [row] = await db
    .select()
    .from(approvalCases)
    .where(
      and(
        eq(approvalCases.kind, p.kind),
        eq(approvalCases.documentId, p.documentId),
        p.revision === undefined ? undefined : eq(approvalCases.revision, p.revision),
      ),
    )
    .orderBy(desc(approvalCases.revision))
    .limit(1);
  return row ? caseOf(row) : null;
}

export type CaseChange = {
  id: string;
  state: ApprovalCaseState;
  openings: readonly LevelOpening[];
  policy?: FrozenPolicy;
  facts?: DocumentFacts;
  lookedAt?: readonly RuleLookedAt[];
  blockedSince: Date | null;
  dueAt: Date | null;
  closedAt: Date | null;
};

/** The caller holds the lock on the document. */
export async function changeCase(tx: Tx, p: CaseChange): Promise<void> {
  await tx
    .update(approvalCases)
    .set({
      state: p.state,
      openings: storeOpenings(p.openings),
      ...(p.policy && { policy: storePolicy(p.policy) }),
      ...(p.facts && { facts: storeFacts(p.facts) }),
      ...(p.lookedAt && { lookedAt: storeLookedAt(p.lookedAt) }),
      blockedSince: p.blockedSince,
      dueAt: p.dueAt,
      closedAt: p.closedAt,
    })
    .where(eq(approvalCases.id, p.id));
}

export type StoredDecision = Decision & { readonly via: string };

/** Of every revision of the document, oldest first. */
export async function listDecisions(db: DbOrTx, p: { documentId: string }): Promise<StoredDecision[]> {
  const rows = await db
    .select()
    .from(approvalDecisions)
    .where(eq(approvalDecisions.documentId, p.documentId))
    .orderBy(asc(approvalDecisions.at), asc(approvalDecisions.id));
  return rows.map((row) => ({
    by: personId(row.byPersonId),
    for: row.forPersonId === null ? null : personId(row.forPersonId),
    verdict: row.verdict,
    reason: row.reason,
    revision: row.revision,
    at: row.at,
    via: row.via,
    serves: restorePlaces(row.serves),
  }));
}

/** False when this person has said so already: nothing is written then. */
export async function addDecision(
  tx: Tx,
  p: { id: string; caseId: string; documentId: string; decision: Decision; via: string },
): Promise<boolean> {
  const { decision } = p;
  const added = await tx
    .insert(approvalDecisions)
    .values({
      id: p.id,
      caseId: p.caseId,
      documentId: p.documentId,
      revision: decision.revision,
      byPersonId: decision.by,
      forPersonId: decision.for,
      verdict: decision.verdict,
      reason: decision.reason,
      via: p.via,
      serves: storePlaces(decision.serves),
      at: decision.at,
    })
    .onConflictDoNothing()
    .returning({ id: approvalDecisions.id });
  return added.length > 0;
}

/** Whom the case waits for from now on; whoever stays keeps since when, and what they were told. Answers who is new. */
export async function replaceWaits(
  tx: Tx,
  p: { caseId: string; people: readonly PersonId[]; at: Date },
): Promise<PersonId[]> {
  const people = [...new Set(p.people)].sort();
  const list = sql.param(`{${people.join(',')}}`);
  await tx.execute(
    sql`delete from ${approvalWaits} where ${approvalWaits.caseId} = ${p.caseId} and not (${approvalWaits.personId} = any(${list}::uuid[]))`,
  );
  if (people.length === 0) return [];
  const added = await tx
    .insert(approvalWaits)
    .values(people.map((person) => ({ caseId: p.caseId, personId: person, since: p.at })))
    .onConflictDoNothing()
    .returning({ personId: approvalWaits.personId });
  return added.map((row) => personId(row.personId));
}

export type OpenCase = { id: string; kind: DocumentKind; documentId: string };

/** Cases where something is due by itself, the longest waiting first. */
export async function listDueCases(
  db: DbOrTx,
  p: { kinds: readonly DocumentKind[]; at: Date; limit: number },
): Promise<OpenCase[]> {
  return db
    .select({ id: approvalCases.id, kind: approvalCases.kind, documentId: approvalCases.documentId })
    .from(approvalCases)
    .where(
      and(
        inArray(approvalCases.state, ['awaiting_approval', 'blocked']),
        inArray(approvalCases.kind, [...p.kinds]),
        isNotNull(approvalCases.dueAt),
        lte(approvalCases.dueAt, p.at),
      ),
    )
    .orderBy(asc(approvalCases.dueAt), asc(approvalCases.id))
    .limit(p.limit);
}

/** Every case of a company that waits for somebody, by id from `after` on. */
export async function listOpenCases(
  db: DbOrTx,
  p: { companyId: string; after: string | null; limit: number },
): Promise<OpenCase[]> {
  return db
    .select({ id: approvalCases.id, kind: approvalCases.kind, documentId: approvalCases.documentId })
    .from(approvalCases)
    .where(
      and(
        eq(approvalCases.companyId, p.companyId),
        inArray(approvalCases.state, ['awaiting_approval', 'blocked']),
        p.after === null ? undefined : sql`${approvalCases.id} > ${p.after}`,
      ),
    )
    .orderBy(asc(approvalCases.id))
    .limit(p.limit);
}
