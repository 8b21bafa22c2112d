import type { Deps } from '#app/deps.server.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { unitId } from '#app/domain/access/ids.ts';
import { unitAndAbove } from '#app/domain/access/unit-tree.ts';
import type { Tx } from '#db/client.server.ts';
import { lockStandingOrder } from '#db/locks.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { listUnits, unitTreeOf } from '#db/queries/memberships.server.ts';
import type { OrderingCompany } from '#db/queries/ordering-companies.server.ts';
import {
  type StandingOrder,
  changeStandingOrder,
  findUnitAdmin,
  listStandingOrdersOf,
} from '#db/queries/standing-orders.server.ts';
import { mayOrderFor } from '../purchase-orders/create-purchase-order.server';
import { ownerOf, unattended } from './resolve-run.server';
import { tellOwner } from './standing-order-mails.server';

type Needs = Pick<Deps, 'settings'>;
type By = { person: string | null; via: string };

/** To the admin of its unit, the nearest above. Where there is none it stays as it is, and waits. */
async function handOver(
  deps: Needs,
  tx: Tx,
  p: { order: StandingOrder; except: readonly string[]; by: By; at: Date },
): Promise<StandingOrder> {
  const { order, by, at } = p;
  if (!order.companyId || !order.unitId) return order;
  const tree = unitTreeOf(await listUnits(tx, { companyId: order.companyId }));
  const heir = await findUnitAdmin(tx, { unitsUpward: unitAndAbove(tree, unitId(order.unitId)), except: p.except });
  if (!heir) return order;
  await changeStandingOrder(tx, { id: order.id, set: { ownerId: heir }, at });
  const handed = { ...order, ownerId: heir };
  await recordEvent(tx, {
    type: 'standing_order.handed_over',
    subjectId: order.id,
    companyId: order.companyId,
    personId: by.person,
    via: by.via,
    data: { from: order.ownerId, to: heir },
    at,
  });
  await tellOwner(deps, tx, { order: handed, run: null, news: 'handed_over', at });
  return handed;
}

/** What people who leave a company ordered by themselves there goes on, in the name of the unit's admin. */
export async function handOverOf(
  deps: Needs,
  tx: Tx,
  p: { companyId: string; personIds: readonly string[]; by: By; at: Date },
): Promise<void> {
  for (const { id } of await listStandingOrdersOf(tx, p)) {
    const order = await lockStandingOrder(tx, { id });
    if (order && p.personIds.includes(order.ownerId))
      await handOver(deps, tx, { order, except: p.personIds, by: p.by, at: p.at });
  }
}

/** Who orders now: its owner, or the unit's admin where the owner may not order there any more. Null when nobody may. */
export async function ordererOf(
  deps: Needs,
  tx: Tx,
  p: { order: StandingOrder; company: OrderingCompany | null; at: Date },
): Promise<{ order: StandingOrder; actor: Actor } | null> {
  const { order, company, at } = p;
  const owner = await ownerOf(tx, order);
  if (owner && (!order.companyId || (company && mayOrderFor(owner, company)))) return { order, actor: owner };
  const by = { person: null, via: unattended };
  const handed = await handOver(deps, tx, { order, except: [order.ownerId], by, at });
  const heir = handed === order ? null : await ownerOf(tx, handed);
  return heir && company && mayOrderFor(heir, company) ? { order: handed, actor: heir } : null;
}
