import type { Deps } from '#app/deps.server.ts';
import { blockedExpiresAt, hasExpired } from '#app/domain/approvals/deadlines.ts';
import { approvalProgress } from '#app/domain/approvals/progress.ts';
import { findCase, listDecisions } from '#db/queries/approval-cases.server.ts';
import { loadDirectory } from '#db/queries/directory.server.ts';
import { closeCase, storeProgress } from '../approvals/judge-case.server';
import { sendBack } from './decide-on-offer.server';
import { quoteUnderLock } from './quote-under-lock.server';

const byItself = { person: null, via: 'deadline' };

/** Asks anew how an offer before a manager stands: it is escalated, blocked or unblocked as people come and leave; when
 *  nobody answered at all it goes back to its rep. It never goes out by itself. */
export async function judgeOffer(deps: Pick<Deps, 'db' | 'now' | 'settings'>, p: { id: string }): Promise<void> {
  const at = deps.now();
  await deps.db.transaction(async (tx) => {
    const quote = await quoteUnderLock(tx, p);
    if (quote?.status !== 'awaiting_approval') return;
    const stored = await findCase(tx, { kind: 'quote', documentId: quote.id, revision: quote.version });
    if (!stored) return;
    const [decisions, directory] = await Promise.all([
      listDecisions(tx, { documentId: quote.id }),
      loadDirectory(tx, { companyId: null, at }),
    ]);
    const { facts, policy, openings, blockedSince } = stored;
    const question = { document: facts, revision: quote.version, policy, openings, decisions, directory };
    const progress = approvalProgress(question, at);
    const isOver =
      progress.state === 'blocked' && blockedSince !== null
        ? at >= blockedExpiresAt(blockedSince)
        : hasExpired(progress, at);
    if (!isOver) return storeProgress(tx, { stored, progress, directory, at });
    await closeCase(tx, { stored, at });
    await sendBack(deps, tx, { quote, by: byItself, reason: '', at });
  });
}
