import type { Deps } from '#app/deps.server.ts';
import { findOrdersByNumber } from '#db/queries/orders.server.ts';
import { type FulfilRefusal, fulfilOrder } from './fulfil-order.server';

export type FulfilledSeveral = {
  readonly done: readonly string[];
  readonly left: readonly { readonly number: string; readonly code: FulfilRefusal }[];
};

/** All that has not left of each order leaves in one parcel. Each by itself: one that cannot stops no other, and says why. */
export async function fulfilSeveral(
  deps: Deps,
  p: { numbers: readonly string[]; personId: string; via: string },
): Promise<FulfilledSeveral> {
  const orders = await findOrdersByNumber(deps.db, { numbers: p.numbers });
  const known = new Set(orders.map(({ number }) => number));
  const done: string[] = [];
  const left: FulfilledSeveral['left'][number][] = p.numbers
    .filter((number) => !known.has(number))
    .map((number) => ({ number, code: 'not_found' }));
  const unsaid = { carrier: '', trackingNumber: '', trackingUrl: '' };
  for (const { id, number } of orders) {
    const parcel = await fulfilOrder(deps, {
      ...{ orderId: id, lines: null, personId: p.personId, via: p.via },
      ...unsaid,
    });
    if (parcel.ok) done.push(number);
    else left.push({ number, code: parcel.code });
  }
  return { done, left };
}
