import type { Deps } from '#app/deps.server.ts';
import { normalEmail } from '#app/domain/identity/email-address.ts';
import { readOrderNumber } from '#app/domain/orders/order-number.ts';
import { type Outcome, ok } from '#app/domain/outcome.ts';
import { findOrder } from '#db/queries/orders.server.ts';
import { mayMail } from '../identity/request-registration.server';
import { sendOrderLink } from './send-order-link.server';

/** For whoever lost the link to an order of their own: it goes to the order's e-mail where that is the one given. The
 *  answer is the same whether there is such an order or not. @returns rate_limited, else nothing */
export async function sendLostLink(
  deps: Deps,
  input: { number: string; email: string; clientIp: string },
): Promise<Outcome<null, 'rate_limited'>> {
  const email = normalEmail(input.email);
  const refusal = await mayMail(deps.db, email, input.clientIp);
  if (refusal) return refusal;
  const number = readOrderNumber(input.number);
  const order = number && (await findOrder(deps.db, { scope: { kind: 'staff' }, number }));
  if (order && order.companyId === null && normalEmail(order.email) === email) await sendOrderLink(deps, { order });
  return ok(null);
}
