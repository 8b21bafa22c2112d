import type { Deps } from '#app/deps.server.ts';
import type { PrintedDocument } from '#app/documents/document.ts';
import { creditNoteDocument, invoiceDocument } from '#app/documents/invoice.server.ts';
import { printDocument } from '#app/documents/print-document.server.ts';
import { findIssuedFile } from '#db/queries/files.server.ts';
import { findCreditNote, findInvoice } from '#db/queries/invoices.server.ts';
import { storeIssued } from '../files/store-file.server';

type Needs = Pick<Deps, 'db'>;
type IssuedFile = { readonly id: string; readonly name: string; readonly sha256: string };

/** The paper of an invoice: printed from its row once, by whoever asks first, and the same file ever after. Null when there
 *  is no such invoice. */
export async function invoiceFile({ db }: Needs, p: { id: string }): Promise<IssuedFile | null> {
  const invoice = await findInvoice(db, p);
  if (!invoice) return null;
  const { companyId, issuedAt: at } = invoice;
  return issued(db, { issueKey: `invoice:${invoice.id}`, invoiceId: invoice.id, companyId, at }, () =>
    invoiceDocument(invoice),
  );
}

/** The same of a credit note; its file belongs to the invoice it takes back from. */
export async function creditNoteFile({ db }: Needs, p: { id: string }): Promise<IssuedFile | null> {
  const note = await findCreditNote(db, p);
  const invoice = note && (await findInvoice(db, { id: note.invoiceId }));
  if (!invoice) return null;
  const { companyId, issuedAt: at } = note;
  return issued(db, { issueKey: `credit-note:${note.id}`, invoiceId: invoice.id, companyId, at }, () =>
    creditNoteDocument(note, invoice),
  );
}

async function issued(
  db: Deps['db'],
  p: { issueKey: string; invoiceId: string; companyId: string | null; at: Date },
  document: () => PrintedDocument,
): Promise<IssuedFile> {
  const first = await findIssuedFile(db, { issueKey: p.issueKey });
  if (first) return first;
  const made = document();
  const content = await printDocument(made);
  return db.transaction((tx) =>
    storeIssued(tx, {
      owner: { kind: 'invoice', id: p.invoiceId },
      companyId: p.companyId,
      at: p.at,
      issueKey: p.issueKey,
      name: `${made.title.replace(/[^\w-]+/g, '-')}.pdf`,
      mediaType: 'application/pdf',
      content,
    }),
  );
}
