import type { Deps } from '#app/deps.server.ts';
import { askApprover } from '#app/use-cases/approvals/ask-approver.server.ts';
import { judgeDueDocuments } from '#app/use-cases/approvals/judge-documents.server.ts';
import { placePurchaseOrder } from '#app/use-cases/purchase-orders/place-purchase-order.server.ts';
import { listDueMails } from '#db/queries/approver-mails.server.ts';
import { listUnderWay } from '#db/queries/purchase-orders.server.ts';

const batch = 100;

export async function handle(deps: Deps): Promise<void> {
  await judgeDueDocuments(deps);
  for (const id of await listUnderWay(deps.db, { at: deps.now(), limit: batch }))
    await placePurchaseOrder(deps, { id });
  for (const personId of await listDueMails(deps.db, { at: deps.now(), limit: batch }))
    await askApprover(deps, { personId });
}
