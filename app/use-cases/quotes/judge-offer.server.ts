import type { Deps } from '#app/deps.server.ts';
import { findCase } from '#db/queries/approval-cases.server.ts';
import { ranOut } from '../approvals/judge-case.server';
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
    if (!stored || !(await ranOut(tx, { stored, at }))) return;
    await sendBack(deps, tx, { quote, by: byItself, reason: '', at });
  });
}
