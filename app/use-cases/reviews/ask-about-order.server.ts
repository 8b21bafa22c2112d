import { marketOf } from '#app/domain/checkout/markets.ts';
import { normalEmail } from '#app/domain/identity/email-address.ts';
import { type ReviewRequestVerdict, decideReviewRequest } from '#app/domain/orders/review-request.ts';
import type { Tx } from '#db/client.server.ts';
import { lockContact, lockReviewRequest } from '#db/locks.server.ts';
import { type Contact, addContact } from '#db/queries/contacts.server.ts';
import { type Order, findOrder } from '#db/queries/orders.server.ts';
import { findAddressOfOrder, readLastParcel } from '#db/queries/review-requests.server.ts';
import { type ProductToReview, listProductsToReview } from '#db/queries/reviews.server.ts';
import { readSettings } from '#db/queries/settings.server.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';

export type AskedAboutOrder = {
  verdict: ReviewRequestVerdict;
  order: Order;
  contact: Contact;
  /** Not reviewed yet. */
  products: readonly ProductToReview[];
  dueAt: Date | null;
  emailId: string | null;
};

/** Asks the decision with everything it looks at read under the locks of the address and the request. Null where
 *  nothing has left yet, or the order is gone. */
export async function askAboutOrder(tx: Tx, p: { orderId: string; at: Date }): Promise<AskedAboutOrder | null> {
  const email = await findAddressOfOrder(tx, p);
  if (!email) return null;
  const address = normalEmail(email);
  await addContact(tx, { address, at: p.at });
  const contact = await lockContact(tx, { address });
  const request = await lockReviewRequest(tx, p);
  if (!contact || !request) return null;
  const order = await findOrder(tx, { scope: { kind: 'staff' }, id: p.orderId });
  if (!order) return null;
  const [{ document: rules }, { markets }, lastParcelAt, all] = await Promise.all([
    readSettings(tx, { kind: 'reviews' }),
    readShopRules(tx),
    readLastParcel(tx, p),
    listProductsToReview(tx, p),
  ]);
  const products = all.filter(({ review }) => review === null);
  const verdict = decideReviewRequest(
    {
      rules,
      market: marketOf(markets, order.market),
      order: {
        status: order.status,
        isForCompany: order.companyId !== null,
        isPaidBack: order.paidMinor > 0n && order.refundedMinor >= order.paidMinor,
        lastParcelAt,
        productsLeft: products.length,
      },
      person: contact,
    },
    p.at,
  );
  const { dueAt, emailId } = request;
  return { verdict, order, contact, products, dueAt, emailId };
}
