import type { Deps } from '#app/deps.server.ts';
import { storeScope } from '#app/domain/access/company-scope.ts';
import { dayIn } from '#app/domain/i18n/day-in.ts';
import { standardTolerancePercent } from '#app/domain/standing-orders/price-change.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { createPurchaseOrder } from '#app/use-cases/purchase-orders/create-purchase-order.server.ts';
import { placePurchaseOrder } from '#app/use-cases/purchase-orders/place-purchase-order.server.ts';
import { submitPurchaseOrder } from '#app/use-cases/purchase-orders/submit-purchase-order.server.ts';
import { makeStandingOrder } from '#app/use-cases/standing-orders/make-standing-order.server.ts';
import { findOrderingCompany } from '#db/queries/ordering-companies.server.ts';
import { done, memberActor } from './actors.server';

const day = 86_400_000;
const slug = 'cafe-lindenhof';

/** The café ordered its beans ten days ago and has them come every other week from then on: the next is four days off,
 *  so that its notice leaves tomorrow. */
export async function seedStandingOrder(deps: Deps): Promise<void> {
  const now = deps.now();
  const then: Deps = { ...deps, now: () => new Date(now.getTime() - 10 * day) };
  const company = await findOrderingCompany(deps.db, { slug, unitSlug: null });
  if (!company) throw new Error(`the demo has no ${slug}`);
  const actor = await memberActor(deps, slug, 'lena@lindenhof.example');
  const lines = [
    { line: 1, sku: 'ESP-1K', quantity: '6', configuration: {} },
    { line: 2, sku: 'ESP-250', quantity: '4', configuration: {} },
  ];
  const { id } = done(
    await createPurchaseOrder(then, {
      actor,
      wanted: {
        ...{ company, currency: company.currency, lines, number: 'CL-117' },
        ...{ costCentre: null, shipTo: null, notes: '', deliveryOn: null },
      },
    }),
  );
  done(await submitPurchaseOrder(then, { actor, scope: storeScope(), id }));
  const placed = done(await placePurchaseOrder(then, { id }));
  done(
    await makeStandingOrder(then, {
      ...{ id: newId(now.getTime()), actor, ownerId: actor.person, name: 'Beans for the café' },
      reader: { kind: 'member', companyId: company.id, unitIds: [company.unitId] },
      order: { id: placed.orderId ?? '', scope: { kind: 'staff' } },
      rhythm: { every: 2, period: 'week', startsOn: dayIn(new Date(now.getTime() + 4 * day), company.timeZone) },
      ...{ endsOn: null, tolerancePercent: standardTolerancePercent, wanted: [] },
    }),
  );
}
