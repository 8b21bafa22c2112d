import { formatDay } from '#app/domain/i18n/format-date.ts';
import { formatQuantity } from '#app/domain/i18n/format-number.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { lastMoment } from '#app/domain/quotes/repeat-orders.ts';
import { type QuoteVersion, templateOf } from '#db/queries/quote-versions.server.ts';
import type { Quote } from '#db/queries/quotes.server.ts';
import type { PrintedDocument } from './document';
import { paperAddress, frame, lineTable, speakerOf, termsText } from './sale.server';

/** One version of an offer on paper, as its buyer may know it: prices before tax, freight, tax, until when it stands.
 *  Nothing of what it costs the seller is in it. */
export function quoteDocument(p: {
  quote: Pick<Quote, 'number' | 'currency' | 'reference' | 'shipTo'> & {
    company: { name: string; timeZone: string };
    unit: { name: string };
  };
  version: QuoteVersion;
  locale: string;
  seller: readonly string[];
}): PrintedDocument {
  const { quote, version, seller } = p;
  const say = speakerOf({ locale: p.locale, currency: quote.currency });
  const { t, amount } = say;
  const template = templateOf(version);
  /** As the company counts days: its offer is over at its own midnight. */
  const lastDay = (until: Date) => formatDay(lastMoment(until), say.formats, quote.company.timeZone);
  const title = t('quoteTitle', { number: quote.number, version: version.version });
  return {
    ...frame(say, { title, at: version.createdAt, seller }),
    blocks: [
      { kind: 'title', text: title },
      {
        kind: 'columns',
        columns: [
          { title: t('seller'), lines: (seller[0] ?? '').split(', ').concat(seller[1] ?? '') },
          { title: t('offeredTo'), lines: [quote.company.name, quote.unit.name] },
          { title: t('deliveredTo'), lines: paperAddress(say, quote.shipTo) },
        ],
      },
      {
        kind: 'facts',
        facts: [
          { label: t('offeredOn'), value: say.day(version.createdAt) },
          { label: t('standsUntil'), value: lastDay(version.validUntil) },
          ...(quote.reference ? [{ label: t('yourReference'), value: quote.reference }] : []),
          { label: t('terms'), value: termsText(say, version.terms) },
          ...(template
            ? [
                {
                  label: t('template'),
                  value: t('templateFor', { times: template.times, day: lastDay(template.until) }),
                },
              ]
            : []),
        ],
      },
      ...(version.message ? [{ kind: 'text' as const, text: version.message }] : []),
      lineTable(
        say,
        version.lines.map((line) => [
          String(line.line),
          `${line.title}\n${line.sku}`,
          formatQuantity(toExact(line.quantity), say.formats),
          say.unitPrice(line.unitPrice),
          say.percent(line.taxRatePercent),
          amount(line.lineTotalMinor),
        ]),
      ),
      {
        kind: 'totals',
        rows: [
          { label: t('total'), value: amount(version.totalMinor) },
          ...(version.freightMinor > 0n ? [{ label: t('freight'), value: amount(version.freightMinor) }] : []),
          { label: t('tax'), value: amount(version.taxMinor) },
          { label: t('payable'), value: amount(version.payableMinor) },
        ],
      },
      { kind: 'text', tone: 'muted', text: t(version.partAcceptance ? 'takenInPart' : 'takenWhole') },
      ...(template ? [{ kind: 'text' as const, tone: 'muted' as const, text: t('templateText') }] : []),
    ],
  };
}
