import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { Tx } from '#db/client.server.ts';
import { lockPriceList } from '#db/locks.server.ts';
import {
  type ListInScope,
  type RevisionWithMakers,
  findListInScope,
  findRevision,
} from '#db/queries/price-revisions.server.ts';

/** Which revision a seller acts on, and which version of it they saw (null: whatever it is now). */
export type RevisionAct = {
  readonly actor: StaffActor;
  readonly scope: CompanyScope;
  readonly code: string;
  readonly number: number;
  readonly version: number | null;
};

/** A revision under its list's lock, where every change of a list and its revisions takes turns. Null when the list is
 *  missing or not this seller's, or has no such revision. */
export async function lockedRevision(
  tx: Tx,
  { scope, code, number }: Pick<RevisionAct, 'scope' | 'code' | 'number'>,
): Promise<{ list: ListInScope; revision: RevisionWithMakers } | null> {
  if (!(await lockPriceList(tx, { code }))) return null;
  const list = await findListInScope(tx, { scope, code });
  const revision = list && (await findRevision(tx, { listId: list.id, number }));
  return list && revision ? { list, revision } : null;
}
