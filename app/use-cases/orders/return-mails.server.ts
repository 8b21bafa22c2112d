import type { Deps } from '#app/deps.server.ts';
import { orderUrl } from '#app/integrations/order-link.server.ts';
import type { Tx } from '#db/client.server.ts';
import type { Order } from '#db/queries/orders.server.ts';
import { queueEmail } from '../mail/queue-email.server';

/** What became of a return, once per step. */
export const queueReturnNews = (
  { settings, now }: Deps,
  tx: Tx,
  p: {
    order: Order;
    returnId: string;
    news: 'requested' | 'approved' | 'declined' | 'received';
    answer: string;
  },
): Promise<unknown> =>
  queueEmail(tx, {
    key: `return:${p.returnId}:${p.news}`,
    template: 'order-return',
    to: p.order.email,
    locale: p.order.locale,
    at: now(),
    props: {
      name: p.order.shipTo.name,
      number: p.order.number,
      orderUrl: orderUrl(settings, p.order),
      news: p.news,
      reason: p.answer,
    },
  });
