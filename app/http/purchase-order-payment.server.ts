import type { Deps } from '#app/deps.server.ts';
import { isOnTerms } from '#app/use-cases/purchase-orders/place-purchase-order.server.ts';
import { findCompanyCustomer } from '#db/queries/payment-customers.server.ts';
import { findOpenPaymentOfPurchaseOrder } from '#db/queries/payments.server.ts';
import type { PurchaseOrder } from '#db/queries/purchase-orders.server.ts';

/** What a page offers once it is approved and not yet ordered. Null while, or after, there is nothing to do. */
export async function paymentView({ db }: Pick<Deps, 'db'>, order: PurchaseOrder) {
  const isByCard = !isOnTerms(order) && order.payableMinor > 0n;
  const isOpen = order.status === 'failed' || (isByCard && ['approved', 'placing'].includes(order.status));
  if (!isOpen) return null;
  const [customer, underWay] = isByCard
    ? await Promise.all([
        findCompanyCustomer(db, { companyId: order.companyId }),
        findOpenPaymentOfPurchaseOrder(db, { purchaseOrderId: order.id }),
      ])
    : [null, null];
  return { isByCard, hasCard: (customer?.methodId ?? null) !== null, url: underWay?.url ?? null };
}
