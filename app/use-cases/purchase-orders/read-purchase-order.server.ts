import type { Deps } from '#app/deps.server.ts';
import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import type { Directory } from '#app/domain/approvals/directory.ts';
import { peopleNamed, rolesAsked } from '#app/domain/approvals/people-named.ts';
import { type Progress, approvalProgress } from '#app/domain/approvals/progress.ts';
import { approvalState } from '#app/domain/purchase-orders/lifecycle.ts';
import { type StoredCase, type StoredDecision, findCase, listDecisions } from '#db/queries/approval-cases.server.ts';
import { type NamedPerson, loadDirectory, namePersons } from '#db/queries/directory.server.ts';
import {
  type PurchaseOrder,
  type PurchaseOrderLine,
  findPurchaseOrder,
  listLines,
} from '#db/queries/purchase-orders.server.ts';

export type PurchaseOrderSeen = {
  order: PurchaseOrder;
  lines: PurchaseOrderLine[];
  decisions: StoredDecision[];
  stored: StoredCase | null;
  /** How it stands at this moment; null while nobody is asked. */
  progress: Progress | null;
  directory: Directory | null;
  people: Map<string, NamedPerson>;
};

/** A purchase order with whom it waits for now, in a constant number of statements. Null when missing or out of scope. */
export async function readPurchaseOrder(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  p: { scope: CompanyScope; id: string },
): Promise<PurchaseOrderSeen | null> {
  const at = now();
  const order = await findPurchaseOrder(db, p);
  if (!order) return null;
  const isOpen = approvalState(order.status) !== 'closed';
  const [lines, decisions, stored] = await Promise.all([
    listLines(db, { purchaseOrderId: order.id, revision: order.revision }),
    listDecisions(db, { documentId: order.id }),
    findCase(db, { kind: 'purchase_order', documentId: order.id, revision: order.revision }),
  ]);
  const directory =
    isOpen && stored
      ? await loadDirectory(db, {
          companyId: order.companyId,
          at,
          about: {
            unitId: order.unitId,
            roles: rolesAsked(stored.policy.rules),
            people: peopleNamed({ rules: stored.policy.rules, document: stored.facts, decisions }),
          },
        })
      : null;
  const progress =
    stored && directory
      ? approvalProgress(
          {
            document: stored.facts,
            revision: order.revision,
            policy: stored.policy,
            openings: stored.openings,
            decisions,
            directory,
          },
          at,
        )
      : null;
  const people = await namePersons(db, {
    ids: [
      order.createdBy,
      ...order.requesters,
      ...decisions.flatMap(({ by, for: whom }) => (whom ? [by, whom] : [by])),
      ...(progress?.waitingFor.flatMap((waiting) => waiting.people) ?? []),
    ],
  });
  return { order, lines, decisions, stored, progress, directory, people };
}
