import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { formatDay } from '#app/domain/i18n/format-date.ts';
import { formatPercent, formatQuantity } from '#app/domain/i18n/format-number.ts';
import { type Locale, isLocale, locales } from '#app/domain/i18n/locales.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { formatMoney, formatUnitPrice } from '#app/domain/money/format-money.ts';
import { money } from '#app/domain/money/money.ts';
import { parseTerms } from '#app/domain/purchase-orders/terms.ts';
import { type Translate } from '#app/messages/translate.ts';
import { translator } from '#app/messages/translate.server.ts';
import type { CreditNote, Invoice } from '#db/queries/invoices.server.ts';
import type { Block, Fact, PrintedDocument, TableColumn } from './document';

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

type Speaker = {
  locale: Locale;
  formats: string;
  t: Translate<'documents'>;
  amount: (minor: bigint) => string;
  unitPrice: (price: string) => string;
  percent: (rate: string) => string;
  day: (at: Date) => string;
};

function speakerOf({ locale: code, currency }: { locale: string; currency: CurrencyCode }): Speaker {
  const locale: Locale = isLocale(code) ? code : 'en';
  const { formats } = locales[locale];
  return {
    locale,
    formats,
    t: translator(locale, 'documents'),
    amount: (minor) => formatMoney(money(minor, currency), formats),
    unitPrice: (price) => formatUnitPrice(toExact(price), currency, formats),
    percent: (rate) => formatPercent(toExact(rate), formats),
    day: (at) => formatDay(at, formats, storeTimeZone),
  };
}

const frame = ({ locale }: Speaker, p: { title: string; at: Date; seller: readonly string[] }) => ({
  locale,
  title: p.title,
  author: (p.seller[0] ?? '').split(',')[0] ?? '',
  at: p.at,
  runningTitle: p.title,
  footer: p.seller,
});

function parties({ t, formats }: Speaker, { seller, buyer, deliveredTo }: Invoice['snapshot']): Block {
  const country = new Intl.DisplayNames([formats], { type: 'region' });
  const lines = (address: Invoice['snapshot']['deliveredTo']) =>
    address
      ? [
          address.company,
          address.name,
          address.address,
          address.address2,
          [address.postalCode, address.city].filter(Boolean).join(' '),
          address.region,
          address.country && country.of(address.country),
        ].filter((line): line is string => Boolean(line))
      : [];
  const to = lines(buyer.address).filter((line) => line !== buyer.name);
  return {
    kind: 'columns',
    columns: [
      { title: t('seller'), lines: (seller[0] ?? '').split(', ').concat(seller[1] ?? '') },
      {
        title: t('buyer'),
        lines: [buyer.name, ...to, ...(buyer.vatNumber ? [t('vatNumber', { number: buyer.vatNumber })] : [])],
      },
      { title: t('deliveredTo'), lines: lines(deliveredTo) },
    ],
  };
}

function lineTable({ t }: Speaker, rows: readonly (readonly string[])[]): Block {
  const column = (title: string, share: number, align: TableColumn['align'] = 'end'): TableColumn => ({
    title,
    share,
    align,
  });
  return {
    kind: 'table',
    columns: [
      column(t('line'), 0.5, 'start'),
      column(t('product'), 4, 'start'),
      column(t('quantity'), 1.1),
      column(t('unitPrice'), 1.5),
      column(t('taxRate'), 0.9),
      column(t('lineTotal'), 1.6),
    ],
    rows,
  };
}

function taxRow({ t, amount, percent }: Speaker, tax: Invoice['snapshot']['taxes'][number]): Fact {
  const value = amount(BigInt(tax.taxMinor));
  return tax.ratePercent === 'freight'
    ? { label: t('taxOfFreight'), value }
    : { label: t('taxAt', { rate: percent(tax.ratePercent), amount: amount(BigInt(tax.taxableMinor)) }), value };
}

function termsText({ t, day, percent }: Speaker, code: string): string {
  const terms = parseTerms(code);
  switch (terms?.kind) {
    case 'net':
      return t('terms_net', { days: terms.days });
    case 'fixed_date':
      return t('terms_fixed_date', { day: day(new Date(`${terms.date}T12:00:00Z`)) });
    case 'deposit':
      return t('terms_deposit', { rate: percent(code.split(':')[1] ?? '0') });
    case 'on_fulfilment':
      return t('terms_on_fulfilment');
    default:
      return t('terms_now');
  }
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
