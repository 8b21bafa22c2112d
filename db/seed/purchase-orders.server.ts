import type { Deps } from '#app/deps.server.ts';
import { storeScope } from '#app/domain/access/company-scope.ts';
import { attachFiles } from '#app/use-cases/purchase-orders/attach-files.server.ts';
import { commentOnPurchaseOrder } from '#app/use-cases/purchase-orders/comment-on-purchase-order.server.ts';
import { createPurchaseOrder } from '#app/use-cases/purchase-orders/create-purchase-order.server.ts';
import { decideOnPurchaseOrder } from '#app/use-cases/purchase-orders/decide-on-purchase-order.server.ts';
import { placePurchaseOrder } from '#app/use-cases/purchase-orders/place-purchase-order.server.ts';
import { submitPurchaseOrder } from '#app/use-cases/purchase-orders/submit-purchase-order.server.ts';
import { findOrderingCompany } from '#db/queries/ordering-companies.server.ts';
import { done, memberActor } from './actors.server';

const hour = 3_600_000;
const slug = 'harbour-hotels';

/** Purchase orders of the hotel group as somebody finds them on a Monday: one delivered weeks ago, one that waits for its
 *  approvers and is talked about, one that was sent back. */
export async function seedPurchaseOrders(deps: Deps): Promise<void> {
  const ago = (hours: number): Deps => ({ ...deps, now: () => new Date(deps.now().getTime() - hours * hour) });

  const delivered = await submitted(ago(26 * 24), 'ben@harbour.example', 'north', 'HH-2038', [
    { sku: 'ESP-1K', quantity: '20' },
  ]);
  await placePurchaseOrder(ago(26 * 24), { id: delivered });

  const waiting = await submitted(ago(30), 'ana@harbour.example', 'pier-9', 'HH-2041', [
    { sku: 'ESP-1K', quantity: '60' },
    { sku: 'ESP-250', quantity: '12' },
  ]);
  const ana = await memberActor(deps, slug, 'ana@harbour.example');
  const list = 'Occupancy of the breakfast room, June to August\nweek;guests\n24;410\n25;455\n26;520\n';
  const files = [{ name: 'breakfast-guests.csv', content: new TextEncoder().encode(list) }];
  done(await attachFiles(ago(29), { actor: ana, scope: storeScope(), id: waiting, files }));
  const question = 'Is this for the summer, or for the whole year?';
  const ben = await memberActor(deps, slug, 'ben@harbour.example');
  done(await commentOnPurchaseOrder(ago(20), { actor: ben, scope: storeScope(), id: waiting, body: question }));

  const returned = await submitted(ago(72), 'cleo@harbour.example', 'lakeside', 'HH-2040', [
    { sku: 'ESP-1K', quantity: '70' },
  ]);
  const dara = await memberActor(deps, slug, 'dara@harbour.example');
  done(
    await decideOnPurchaseOrder(ago(50), {
      scope: storeScope(),
      id: returned,
      actor: dara.person,
      via: 'seed',
      for: null,
      revision: 1,
      verdict: 'changes_requested',
      reason: 'Half of it now, half in autumn: the store room is full.',
    }),
  );
}

async function submitted(
  deps: Deps,
  email: string,
  unitSlug: string,
  number: string,
  lines: { sku: string; quantity: string }[],
): Promise<string> {
  const company = await findOrderingCompany(deps.db, { slug, unitSlug });
  if (!company) throw new Error(`the demo has no ${slug}`);
  const actor = await memberActor(deps, slug, email);
  const made = done(
    await createPurchaseOrder(deps, {
      actor,
      wanted: {
        company,
        currency: company.currency,
        number,
        costCentre: null,
        shipTo: null,
        notes: '',
        deliveryOn: null,
        lines: lines.map((line, index) => ({ ...line, line: index + 1, configuration: {} })),
      },
    }),
  );
  done(await submitPurchaseOrder(deps, { actor, scope: storeScope(), id: made.id }));
  return made.id;
}
