import type { Deps } from '#app/deps.server.ts';
import { type Money } from '#app/domain/money/money.ts';
import { creditFreed, openOf } from '#app/domain/orders/invoice.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import { lockCompanies, lockInvoices } from '#db/locks.server.ts';
import { addCreditEntry } from '#db/queries/credit.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { type Invoice, addInvoicePayment, settleInvoice } from '#db/queries/invoices.server.ts';
import { addTransfer, listUnusedTransfers, useTransfer } from '#db/queries/transfers.server.ts';

export type RecordTransfer = {
  companyId: string;
  amount: Money;
  /** By card: as the payment provider told. */
  means?: 'transfer' | 'card';
  /** The bank's name for it. */
  reference: string;
  /** In the order in which it counts for them. */
  invoiceIds: readonly string[];
  personId: string | null;
  via: string;
};

type Used = { readonly usedMinor: bigint; readonly leftMinor: bigint };

/** Money came from a company by transfer or by card: it settles these invoices one after another, and the credit they took
 *  is free in the same transaction. What is more than they owe is kept, and is the company's to use. The same reference is
 *  recorded once. */
export async function recordTransfer(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  p: RecordTransfer,
): Promise<Outcome<Used, 'not_found' | 'number_taken' | 'invalid_form'>> {
  if (p.amount.minor <= 0n || p.reference === '') return refused('invalid_form');
  return db.transaction(async (tx) => {
    if (!(await lockCompanies(tx, { ids: [p.companyId] }))) return refused('not_found');
    const at = now();
    const id = newId(at.getTime());
    const isNew = await addTransfer(tx, {
      id,
      companyId: p.companyId,
      amountMinor: p.amount.minor,
      means: p.means ?? 'transfer',
      usedMinor: 0n,
      currency: p.amount.currency,
      reference: p.reference,
      personId: p.personId,
      via: p.via,
      at,
    });
    if (!isNew) return refused('number_taken');
    await recordEvent(tx, {
      type: 'company.transfer_recorded',
      subjectId: p.companyId,
      companyId: p.companyId,
      personId: p.personId,
      via: p.via,
      data: { transfer: id, amount: p.amount.minor.toString(), currency: p.amount.currency, reference: p.reference },
      at,
    });
    const used = await settleFrom(tx, { ...p, transfer: { id, leftMinor: p.amount.minor }, at });
    return ok({ usedMinor: used, leftMinor: p.amount.minor - used });
  });
}

/** What a company has paid too much before settles these invoices. Answers what was used of it. */
export async function useBalance(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  p: Omit<RecordTransfer, 'amount' | 'reference'> & { currency: Money['currency'] },
): Promise<Outcome<Used, 'not_found'>> {
  return db.transaction(async (tx) => {
    if (!(await lockCompanies(tx, { ids: [p.companyId] }))) return refused('not_found');
    const at = now();
    let usedMinor = 0n;
    let leftMinor = 0n;
    for (const transfer of await listUnusedTransfers(tx, { companyId: p.companyId })) {
      const left = transfer.amountMinor - transfer.usedMinor;
      const amount = { minor: left, currency: transfer.currency };
      const used = await settleFrom(tx, { ...p, amount, transfer: { id: transfer.id, leftMinor: left }, at });
      usedMinor += used;
      leftMinor += left - used;
    }
    return ok({ usedMinor, leftMinor });
  });
}

async function settleFrom(
  tx: Tx,
  p: Omit<RecordTransfer, 'reference'> & { transfer: { id: string; leftMinor: bigint }; at: Date },
): Promise<bigint> {
  const locked = await lockInvoices(tx, { ids: p.invoiceIds });
  const theirs = (invoice: Invoice | undefined): invoice is Invoice =>
    invoice?.companyId === p.companyId && invoice.currency === p.amount.currency;
  let left = p.transfer.leftMinor;
  for (const id of p.invoiceIds) {
    const invoice = locked.find((one) => one.id === id);
    if (!theirs(invoice)) continue;
    const open = openOf(invoice);
    const minor = left < open ? left : open;
    if (minor <= 0n) continue;
    await settleWith(tx, { ...p, invoice, minor });
    left -= minor;
  }
  const used = p.transfer.leftMinor - left;
  if (used > 0n) await useTransfer(tx, { id: p.transfer.id, minor: used });
  return used;
}

async function settleWith(
  tx: Tx,
  p: {
    invoice: Invoice;
    minor: bigint;
    means?: 'transfer' | 'card';
    transfer: { id: string };
    personId: string | null;
    via: string;
    at: Date;
  },
): Promise<void> {
  const { invoice, minor, personId, via, at } = p;
  const isNew = await addInvoicePayment(tx, {
    id: newId(at.getTime()),
    invoiceId: invoice.id,
    kind: p.means ?? 'transfer',
    amountMinor: minor,
    reference: p.transfer.id,
    personId,
    via,
    at,
  });
  if (!isNew || !(await settleInvoice(tx, { id: invoice.id, paidMinor: minor })))
    throw new Error(`invoice ${invoice.id} changed under its own lock`);
  const freed = creditFreed(invoice, minor);
  if (freed > 0n && invoice.companyId)
    await addCreditEntry(tx, {
      id: newId(at.getTime()),
      companyId: invoice.companyId,
      kind: 'paid',
      amountMinor: freed,
      key: `transfer:${p.transfer.id}:${invoice.id}`,
      purchaseOrderId: invoice.purchaseOrderId,
      invoiceId: invoice.id,
      personId,
      via,
      at,
    });
}
