import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import { toExact } from '#app/domain/money/exact.ts';
import type { CreditNote, Invoice } from '#db/queries/invoices.server.ts';
import type { Block, Fact, PrintedDocument } from './document';
import { type Speaker, paperAddress, frame, lineTable, speakerOf, termsText } from './sale.server';

/** An invoice as the law wants it: who sells and who buys, when it was issued and delivered, each line, the tax by rate, why
 *  there is none, what is to be paid until when. */
export function invoiceDocument(invoice: Invoice): PrintedDocument {
  const say = speakerOf(invoice);
  const { t, amount } = say;
  const { snapshot } = invoice;
  const title = t('invoiceTitle', { number: invoice.number });
  return {
    ...frame(say, { title, at: invoice.issuedAt, seller: snapshot.seller }),
    blocks: [
      { kind: 'title', text: title },
      parties(say, snapshot),
      {
        kind: 'facts',
        facts: [
          { label: t('issuedOn'), value: say.day(invoice.issuedAt) },
          { label: t('deliveredOn'), value: t('deliveredAsOrdered') },
          { label: t('orderNumber'), value: snapshot.orderNumber },
          ...(snapshot.reference ? [{ label: t('yourReference'), value: snapshot.reference }] : []),
          { label: t('terms'), value: termsText(say, invoice.terms) },
        ],
      },
      lineTable(
        say,
        snapshot.lines.map((line) => [
          String(line.line),
          `${line.title}\n${line.sku}`,
          formatQuantity(toExact(line.quantity), say.formats),
          line.unitPrice === null ? '' : say.unitPrice(line.unitPrice),
          say.percent(line.ratePercent),
          amount(BigInt(line.totalMinor)),
        ]),
      ),
      {
        kind: 'totals',
        rows: [
          { label: t('total'), value: amount(invoice.totalMinor) },
          ...(invoice.freightMinor > 0n ? [{ label: t('freight'), value: amount(invoice.freightMinor) }] : []),
          ...snapshot.taxes.map((tax) => taxRow(say, tax)),
          { label: t('payable'), value: amount(invoice.payableMinor) },
        ],
      },
      ...(snapshot.note ? [{ kind: 'text' as const, text: t(`note_${snapshot.note}`) }] : []),
      ...dueBlocks(say, invoice),
    ],
  };
}

export function creditNoteDocument(note: CreditNote, invoice: Invoice): PrintedDocument {
  const say = speakerOf(invoice);
  const { t, amount } = say;
  const { snapshot } = invoice;
  const title = t('creditNoteTitle', { number: note.number });
  const rows = note.shares.map((share) => {
    const line = snapshot.lines.find(({ line: number }) => number === share.line);
    const quantity = toExact(share.quantity);
    return [
      share.line === 'freight' ? '' : String(share.line),
      line ? `${line.title}\n${line.sku}` : t('freight'),
      quantity.num === 0n ? '' : formatQuantity(quantity, say.formats),
      '',
      line ? say.percent(line.ratePercent) : '',
      amount(BigInt(share.netMinor)),
    ];
  });
  return {
    ...frame(say, { title, at: note.issuedAt, seller: snapshot.seller }),
    blocks: [
      { kind: 'title', text: title },
      parties(say, snapshot),
      {
        kind: 'facts',
        facts: [
          { label: t('issuedOn'), value: say.day(note.issuedAt) },
          { label: t('toInvoice'), value: `${invoice.number}, ${say.day(invoice.issuedAt)}` },
          { label: t('orderNumber'), value: snapshot.orderNumber },
          ...(snapshot.reference ? [{ label: t('yourReference'), value: snapshot.reference }] : []),
        ],
      },
      lineTable(say, rows),
      {
        kind: 'totals',
        rows: [
          { label: t('total'), value: amount(note.netMinor) },
          { label: t('tax'), value: amount(note.taxMinor) },
          { label: t('credited'), value: amount(note.amountMinor) },
        ],
      },
      ...(snapshot.note ? [{ kind: 'text' as const, text: t(`note_${snapshot.note}`) }] : []),
    ],
  };
}

function parties(say: Speaker, { seller, buyer, deliveredTo }: Invoice['snapshot']): Block {
  const { t } = say;
  const to = paperAddress(say, buyer.address).filter((line) => line !== buyer.name);
  return {
    kind: 'columns',
    columns: [
      { title: t('seller'), lines: (seller[0] ?? '').split(', ').concat(seller[1] ?? '') },
      {
        title: t('buyer'),
        lines: [buyer.name, ...to, ...(buyer.vatNumber ? [t('vatNumber', { number: buyer.vatNumber })] : [])],
      },
      { title: t('deliveredTo'), lines: paperAddress(say, deliveredTo) },
    ],
  };
}

function taxRow({ t, amount, percent }: Speaker, tax: Invoice['snapshot']['taxes'][number]): Fact {
  const value = amount(BigInt(tax.taxMinor));
  return tax.ratePercent === 'freight'
    ? { label: t('taxOfFreight'), value }
    : { label: t('taxAt', { rate: percent(tax.ratePercent), amount: amount(BigInt(tax.taxableMinor)) }), value };
}

function dueBlocks({ t, amount, day }: Speaker, invoice: Invoice): Block[] {
  if (invoice.paidMinor >= invoice.payableMinor)
    return [{ kind: 'text', tone: 'strong', text: t('paidInFull', { day: day(invoice.issuedAt) }) }];
  return invoice.parts.map((part) => ({
    kind: 'text' as const,
    tone: 'strong' as const,
    text: part.dueOn
      ? t('dueOn', { amount: amount(BigInt(part.minor)), day: day(new Date(`${part.dueOn}T12:00:00Z`)) })
      : t('dueOnFulfilment', { amount: amount(BigInt(part.minor)) }),
  }));
}
