import { countryName } from '#app/domain/i18n/names.ts';
import { addressLines } from '#app/domain/checkout/address-lines.ts';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { formatDay } from '#app/domain/i18n/format-date.ts';
import { formatPercent } from '#app/domain/i18n/format-number.ts';
import { type Locale, isLocale, locales } from '#app/domain/i18n/locales.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { formatMoney, formatUnitPrice } from '#app/domain/money/format-money.ts';
import { money } from '#app/domain/money/money.ts';
import { parseTerms } from '#app/domain/purchase-orders/terms.ts';
import { type Translate } from '#app/messages/translate.ts';
import { translator } from '#app/messages/translate.server.ts';
import type { PostalAddress } from '#db/schema/identity.ts';
import type { Block, TableColumn } from './document';

/** How the papers of a sale speak: in one language, of one currency. */
export type Speaker = {
  locale: Locale;
  formats: string;
  t: Translate<'documents'>;
  amount: (minor: bigint) => string;
  unitPrice: (price: string) => string;
  percent: (rate: string) => string;
  day: (at: Date) => string;
};

export function speakerOf({ locale: code, currency }: { locale: string; currency: CurrencyCode }): Speaker {
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

export const frame = ({ locale }: Speaker, p: { title: string; at: Date; seller: readonly string[] }) => ({
  locale,
  title: p.title,
  author: (p.seller[0] ?? '').split(',')[0] ?? '',
  at: p.at,
  runningTitle: p.title,
  footer: p.seller,
});

/** An address as it is written on paper, a line each; none where there is none. */
export const paperAddress = ({ formats }: Speaker, address: PostalAddress | null): string[] =>
  address ? addressLines(address, address.country && countryName(address.country, formats)) : [];

export function lineTable({ t }: Speaker, rows: readonly (readonly string[])[]): Block {
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

export function termsText({ t, day, percent }: Speaker, code: string): string {
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
