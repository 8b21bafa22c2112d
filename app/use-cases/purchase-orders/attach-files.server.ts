import type { Deps } from '#app/deps.server.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import type { FileRefusal } from '#app/domain/files/file-type.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { mayChangeAttachments } from '#app/domain/purchase-orders/revision.ts';
import type { Tx } from '#db/client.server.ts';
import { lockPurchaseOrder } from '#db/locks.server.ts';
import { listDecisions } from '#db/queries/approval-cases.server.ts';
import { removeFile } from '#db/queries/files.server.ts';
import { findOrderingCompany } from '#db/queries/ordering-companies.server.ts';
import { type PurchaseOrder, findPurchaseOrder } from '#db/queries/purchase-orders.server.ts';
import { type GivenFile, storeUploads } from '../files/store-file.server';
import { mayEdit } from './edit-purchase-order.server';
import { recordPurchaseOrder } from './purchase-order-trail.server';

type AttachRefusal = 'not_found' | 'forbidden' | 'wrong_state' | 'decided_on';
type Asked = { actor: Actor; scope: CompanyScope; id: string };
type Needs = Pick<Deps, 'db' | 'now'>;

/** Files go with a purchase order until its first decision; the trail keeps what each one was. */
export async function attachFiles(
  { db, now }: Needs,
  p: Asked & { files: readonly GivenFile[] },
): Promise<Outcome<null, AttachRefusal | FileRefusal | 'too_many_files'>> {
  const at = now();
  return db.transaction(async (tx) => {
    const found = await openToAttachments(tx, p);
    if (!found.ok) return found;
    return attachWithin(tx, { actor: p.actor, order: found.value, files: p.files, at });
  });
}

/** The same inside a transaction that holds the lock on the purchase order, or has just made it. */
export async function attachWithin(
  tx: Tx,
  { actor, order, files, at }: { actor: Actor; order: PurchaseOrder; files: readonly GivenFile[]; at: Date },
): Promise<Outcome<null, FileRefusal | 'too_many_files'>> {
  const owner = { kind: 'purchase_order', id: order.id } as const;
  const stored = await storeUploads(tx, { owner, companyId: order.companyId, files, personId: actor.person, at });
  if (!stored.ok) return stored;
  for (const { name, sha256 } of stored.value)
    await recordPurchaseOrder(tx, {
      order,
      event: 'file_attached',
      by: { person: actor.person, via: actor.via },
      at,
      more: { file: name, sha256 },
    });
  return ok(null);
}

export async function removeAttachment(
  { db, now }: Needs,
  p: Asked & { fileId: string },
): Promise<Outcome<null, AttachRefusal>> {
  const at = now();
  return db.transaction(async (tx) => {
    const found = await openToAttachments(tx, p);
    if (!found.ok) return found;
    const order = found.value;
    const removed = await removeFile(tx, { owner: { kind: 'purchase_order', id: order.id }, id: p.fileId });
    if (!removed) return ok(null);
    await recordPurchaseOrder(tx, {
      order,
      event: 'file_removed',
      by: { person: p.actor.person, via: p.actor.via },
      at,
      more: { file: removed.name, sha256: removed.sha256 },
    });
    return ok(null);
  });
}

async function openToAttachments(tx: Tx, { actor, scope, id }: Asked): Promise<Outcome<PurchaseOrder, AttachRefusal>> {
  if (!(await lockPurchaseOrder(tx, { id }))) return refused('not_found');
  const order = await findPurchaseOrder(tx, { scope, id });
  const company = order && (await findOrderingCompany(tx, { id: order.companyId, unitId: order.unitId }));
  if (!order || !company) return refused('not_found');
  if (!mayEdit(actor, company)) return refused('forbidden');
  const decisions = (await listDecisions(tx, { documentId: order.id })).filter(
    ({ revision }) => revision === order.revision,
  );
  const may = mayChangeAttachments(order.status, decisions.length);
  return may.ok ? ok(order) : may;
}
