import type { ComparisonView } from '#app/components/quotes/version-comparison.tsx';
import { formatDay, formatInstant } from '#app/domain/i18n/format-date.ts';
import { type Locale, locales } from '#app/domain/i18n/locales.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { formatMoney, formatUnitPrice } from '#app/domain/money/format-money.ts';
import { money } from '#app/domain/money/money.ts';
import { type Compared, compareVersions } from '#app/domain/quotes/compare-versions.ts';
import { lastMoment } from '#app/domain/quotes/repeat-orders.ts';
import { translator } from '#app/messages/translate.server.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { type QuoteVersion, templateOf } from '#db/queries/quote-versions.server.ts';
import { decimalBody } from './api/shapes';
import { configurationsIn } from './configuration-words.server';

/** The two versions an address asks for, else the newest beside the one before; null while there are not two. */
export async function quoteComparison(
  db: DbOrTx,
  request: Request,
  p: { versions: readonly QuoteVersion[]; currency: CurrencyCode; timeZone: string; locale: Locale },
): Promise<ComparisonView | null> {
  const { versions, currency, locale } = p;
  const { searchParams } = new URL(request.url);
  const asked = (name: string) => versions.find(({ version }) => version === Number(searchParams.get(name)));
  const after = asked('to') ?? versions.at(-1);
  const before = asked('from') ?? versions.at(-2);
  if (!before || !after || versions.length < 2) return null;
  const { formats } = locales[locale];
  const t = translator(locale, 'quotes');
  const amount = (minor: bigint) => formatMoney(money(minor, currency), formats);
  const wordsOf = await configurationsIn(db, { lines: [...before.lines, ...after.lines], locale });
  const templateWords = (version: QuoteVersion) => {
    const template = templateOf(version);
    if (!template) return t('templateNone');
    const day = formatDay(lastMoment(template.until), formats, p.timeZone);
    return t('templateFor', { times: template.times, day });
  };
  const plain = (version: QuoteVersion) => ({
    terms: version.terms,
    validUntil: version.validUntil,
    freight: amount(version.freightMinor),
    total: amount(version.totalMinor),
    payable: amount(version.payableMinor),
    message: version.message,
    part: t(version.partAcceptance ? 'partYes' : 'partNo'),
    template: templateWords(version),
    lines: version.lines.map(({ line, sku, variantId, quantity, configuration, unitPrice, lineTotalMinor }) => ({
      line,
      sku,
      quantity: decimalBody(quantity),
      configuration: wordsOf({ variantId, configuration }),
      unitPrice: formatUnitPrice(toExact(unitPrice), currency, formats),
      lineTotal: amount(lineTotalMinor),
    })),
  });
  const { lines, ...around } = compareVersions(plain(before), plain(after));
  const day = (text: string | null) => text && formatInstant(new Date(text), formats, p.timeZone);
  const validUntil: Compared = {
    ...around.validUntil,
    before: day(around.validUntil.before),
    after: day(around.validUntil.after),
  };
  const ofLine = (line: number, what: string) => t('rowField', { field: what, row: line });
  return {
    versions: versions.map(({ version }) => version),
    from: before.version,
    to: after.version,
    rows: [
      ...lines.flatMap(({ line, sku, quantity, configuration, unitPrice, lineTotal }) => [
        { label: ofLine(line, t('article')), cell: sku },
        { label: ofLine(line, t('quantity')), cell: quantity },
        ...(configuration.before || configuration.after
          ? [{ label: ofLine(line, t('configuration')), cell: configuration }]
          : []),
        { label: ofLine(line, t('unitPrice')), cell: unitPrice },
        { label: ofLine(line, t('lineTotal')), cell: lineTotal },
      ]),
      { label: t('total'), cell: around.total },
      { label: t('freight'), cell: around.freight },
      { label: t('payable'), cell: around.payable },
      { label: t('terms'), cell: around.terms },
      { label: t('validUntil'), cell: validUntil },
      { label: t('partLabel'), cell: around.part },
      { label: t('template'), cell: around.template },
      { label: t('message'), cell: around.message },
    ],
  };
}
