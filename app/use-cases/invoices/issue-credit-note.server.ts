import { creditFreed, openOf } from '#app/domain/orders/invoice.ts';
import { newId } from '#app/integrations/ids.server.ts';
import { printCreditNote } from '#app/jobs/catalog.ts';
import { enqueue } from '#app/jobs/enqueue.server.ts';
import type { Tx } from '#db/client.server.ts';
import { lockInvoices } from '#db/locks.server.ts';
import { addCreditEntry } from '#db/queries/credit.server.ts';
import {
  type CreditNote,
  addCreditNote,
  addInvoicePayment,
  findCreditNote,
  findInvoiceOfOrder,
  settleInvoice,
  takeNumber,
} from '#db/queries/invoices.server.ts';
import { yearOf } from './issue-invoice.server';

export type CreditNoteToIssue = {
  orderId: string;
  /** What it is written for; the same act writes one. */
  key: string;
  shares: CreditNote['shares'];
  reason: string;
  personId: string | null;
  via: string;
  at: Date;
};

/** Takes back a part of an order's invoice: what is still open of it is lowered, and the credit it took is free again in
 *  the same transaction; the rest was paid, and goes back or is the company's to use. Null where there is no invoice, or
 *  nothing to take back. The caller holds the lock on the order. */
export async function issueCreditNote(tx: Tx, p: CreditNoteToIssue): Promise<{ id: string; number: string } | null> {
  const found = await findInvoiceOfOrder(tx, { orderId: p.orderId });
  if (!found) return null;
  const before = await findCreditNote(tx, { key: p.key });
  if (before) return before;
  const [invoice] = await lockInvoices(tx, { ids: [found.id] });
  if (!invoice) return null;
  const { at, via, personId } = p;
  const sum = (of: 'netMinor' | 'taxMinor') => p.shares.reduce((total, share) => total + BigInt(share[of]), 0n);
  const [netMinor, taxMinor] = [sum('netMinor'), sum('taxMinor')];
  const amountMinor = netMinor + taxMinor;
  if (amountMinor <= 0n) return null;
  const open = openOf(invoice);
  const appliedMinor = amountMinor < open ? amountMinor : open;
  const freed = creditFreed(invoice, appliedMinor);
  if (appliedMinor > 0n) await settleInvoice(tx, { id: invoice.id, creditedMinor: appliedMinor });
  if (freed > 0n && invoice.companyId)
    await addCreditEntry(tx, {
      id: newId(at.getTime()),
      companyId: invoice.companyId,
      kind: 'credited',
      amountMinor: freed,
      key: `credit-note:${p.key}`,
      purchaseOrderId: invoice.purchaseOrderId,
      invoiceId: invoice.id,
      personId,
      via,
      reason: p.reason,
      at,
    });
  if (appliedMinor > 0n)
    await addInvoicePayment(tx, {
      id: newId(at.getTime()),
      invoiceId: invoice.id,
      kind: 'credit_note',
      amountMinor: appliedMinor,
      reference: p.key,
      personId,
      via,
      at,
    });
  const id = newId(at.getTime());
  const number = await takeNumber(tx, { of: 'credit_note', year: yearOf(at) });
  await addCreditNote(tx, {
    id,
    number,
    invoiceId: invoice.id,
    orderId: p.orderId,
    companyId: invoice.companyId,
    unitId: invoice.unitId,
    currency: invoice.currency,
    netMinor,
    taxMinor,
    amountMinor,
    appliedMinor,
    shares: p.shares,
    reason: p.reason,
    key: p.key,
    locale: invoice.locale,
    issuedAt: at,
  });
  await enqueue(tx, printCreditNote, { creditNoteId: id });
  return { id, number };
}
