import type { AppLoadContext } from '@remix-run/node';
import { printDocument } from '#app/documents/print-document.server.ts';
import { packingSlips, pickList } from '#app/documents/packing.server.ts';
import { readOrderNumber } from '#app/domain/orders/order-number.ts';
import { documentLocale, sellerLines } from '#app/use-cases/invoices/seller.server.ts';
import { findOrdersByNumber, readLinesOfOrders } from '#db/queries/orders.server.ts';
import { fileResponse } from './file-response.server';
import { localeOf } from './locale.server';
import { notFound, requireStaff } from './require-actor.server';

/** More than one person packs at a time. */
const most = 200;

/** The paper for packing these orders, in the language of whoever packs. */
export async function packingPapers(
  request: Request,
  { deps, ...context }: AppLoadContext,
  p: { numbers: readonly (string | undefined)[]; kind: 'slips' | 'list' },
): Promise<Response> {
  await requireStaff(request, { deps, ...context }, 'manage_orders');
  const numbers = p.numbers.flatMap((wanted) => readOrderNumber(wanted ?? '') ?? []).slice(0, most);
  const orders = await findOrdersByNumber(deps.db, { numbers });
  if (orders.length === 0) throw notFound();
  const locale = documentLocale(localeOf(request));
  const [lines, seller] = await Promise.all([
    readLinesOfOrders(deps.db, { orderIds: orders.map(({ id }) => id) }),
    sellerLines(deps.db, locale),
  ]);
  const packing = {
    orders: orders.map((order) => ({ order, lines: lines.get(order.id) ?? [] })),
    locale,
    seller,
    at: deps.now(),
  };
  const document = p.kind === 'slips' ? packingSlips(packing) : pickList(packing);
  return fileResponse({
    name: `${document.title.replace(/[^\p{L}\p{N}-]+/gu, '-').slice(0, 60)}.pdf`,
    mediaType: 'application/pdf',
    content: await printDocument(document),
  });
}
