import { formatDay } from '#app/domain/i18n/format-date.ts';
import { type Locale, locales } from '#app/domain/i18n/locales.ts';
import { formatMoney } from '#app/domain/money/format-money.ts';
import type { Money } from '#app/domain/money/money.ts';
import type { AgeingBand } from '#app/domain/purchase-orders/ageing.ts';
import { translator } from '#app/messages/translate.server.ts';
import type { PrintedDocument } from './document';

type StatementLine = {
  readonly number: string;
  readonly orderNumber: string;
  readonly reference: string;
  readonly issuedAt: Date;
  readonly dueOn: string | null;
  readonly payable: Money;
  readonly open: Money;
};

/** What a company owes on a day: by age, and invoice by invoice. */
export function statementDocument(p: {
  locale: Locale;
  at: Date;
  seller: readonly string[];
  company: { readonly name: string; readonly timeZone: string };
  bands: readonly { band: AgeingBand; amount: Money }[];
  total: Money;
  rows: readonly StatementLine[];
}): PrintedDocument {
  const { locale, at, seller, company } = p;
  const t = translator(locale, 'statement');
  const { formats } = locales[locale];
  const day = formatDay(at, formats, company.timeZone);
  const amount = (money: Money) => formatMoney(money, formats);
  const title = t('pdfTitle', { company: company.name, day });
  return {
    locale,
    title,
    author: (seller[0] ?? '').split(',')[0] ?? '',
    at,
    runningTitle: title,
    footer: seller,
    blocks: [
      { kind: 'title', text: title },
      {
        kind: 'facts',
        facts: p.bands.map(({ band, amount: sum }) => ({ label: t(`band_${band}`), value: amount(sum) })),
      },
      {
        kind: 'table',
        columns: [
          { title: t('number'), share: 2 },
          { title: t('order'), share: 2 },
          { title: t('issued'), share: 1.5 },
          { title: t('due'), share: 1.5 },
          { title: t('payable'), share: 1.7, align: 'end' },
          { title: t('open'), share: 1.7, align: 'end' },
        ],
        rows: p.rows.map((row) => [
          row.number,
          row.reference || row.orderNumber,
          formatDay(row.issuedAt, formats, company.timeZone),
          row.dueOn ? formatDay(new Date(`${row.dueOn}T12:00:00Z`), formats, 'UTC') : t('dueOnFulfilment'),
          amount(row.payable),
          amount(row.open),
        ]),
      },
      { kind: 'totals', rows: [{ label: t('openTotal'), value: amount(p.total) }] },
    ],
  };
}
