import type { Deps } from '#app/deps.server.ts';
import { placePurchaseOrder } from '#app/use-cases/purchase-orders/place-purchase-order.server.ts';

export async function handle(deps: Deps, { purchaseOrderId }: { purchaseOrderId: string }): Promise<void> {
  await placePurchaseOrder(deps, { id: purchaseOrderId });
}
