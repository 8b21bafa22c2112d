import type { AppLoadContext } from '@remix-run/node';
import type { MemberActor } from '#app/domain/access/actor.ts';
import { isInScope, salesScope } from '#app/domain/access/company-scope.ts';
import { companyId, personId, unitId } from '#app/domain/access/ids.ts';
import { memberMay, memberMayAnywhere } from '#app/domain/access/permissions.ts';
import type { FileOwnerKind } from '#app/domain/files/file-owners.ts';
import { findCompany } from '#db/queries/company-record.server.ts';
import { type FileFacts, findFile } from '#db/queries/files.server.ts';
import { findInvoicePlace } from '#db/queries/invoices.server.ts';
import { findPurchaseOrder } from '#db/queries/purchase-orders.server.ts';
import { findQuote, findSellerQuote } from '#db/queries/quotes.server.ts';
import { findPurchaseOrderFor } from './purchase-order-access.server';
import { actorOf } from './require-actor.server';
import { type Viewer, viewerOf } from './viewer.server';

type Asking = { file: FileFacts; viewer: Viewer; context: AppLoadContext };

/** Who may read a file: whoever may read what it belongs to. The one place that says so, for every kind of owner. */
const readers: Record<FileOwnerKind, (p: Asking) => Promise<boolean> | boolean> = {
  async purchase_order({ file, viewer, context }) {
    const actor = actorOf(viewer);
    if (actor?.member && viewer.scope) {
      const as = { actor: actor as MemberActor, scope: viewer.scope };
      if (await findPurchaseOrderFor(as, context, file.ownerId)) return true;
    }
    const { staff } = viewer;
    return (
      staff !== null &&
      (await findPurchaseOrder(context.deps.db, { scope: salesScope(staff), id: file.ownerId })) !== null
    );
  },
  async quote({ file, viewer: { scope, staff, person }, context: { deps } }) {
    if (scope && (await findQuote(deps.db, { scope, id: file.ownerId }))) return true;
    if (!staff || !person) return false;
    const seller = { scope: salesScope(staff), person: person.id };
    return (await findSellerQuote(deps.db, { seller, id: file.ownerId })) !== null;
  },
  async invoice({ file, viewer: { scope, staff, buyingAs }, context: { deps } }) {
    const asStaff = staff && (await findInvoicePlace(deps.db, { scope: salesScope(staff), id: file.ownerId }));
    if (asStaff) return true;
    const place = scope && (await findInvoicePlace(deps.db, { scope, id: file.ownerId }));
    return place && buyingAs.kind !== 'consumer'
      ? memberMay(buyingAs.member, 'see_invoices', unitId(place.unitId))
      : false;
  },
  /** Belongs to the company as a whole: its admins and finance, and whoever of us looks after it. */
  async tax_certificate({ file, viewer: { staff, buyingAs }, context: { deps } }) {
    const company = file.companyId ? await findCompany(deps.db, { id: file.companyId }) : null;
    if (!company) return false;
    const rep = company.repId ? personId(company.repId) : null;
    if (staff && isInScope(salesScope(staff), { company: companyId(company.id), unit: null, rep })) return true;
    return (
      buyingAs.kind !== 'consumer' &&
      buyingAs.company.id === company.id &&
      memberMayAnywhere(buyingAs.member, 'see_invoices')
    );
  },
  product: () => true,
};

/** Null when there is none, or it is not for whoever asks. */
export async function findFileFor(request: Request, context: AppLoadContext, id: string): Promise<FileFacts | null> {
  const file = await findFile(context.deps.db, { id });
  if (!file) return null;
  const viewer = await viewerOf(request, context);
  return (await readers[file.ownerKind]({ file, viewer, context })) ? file : null;
}
