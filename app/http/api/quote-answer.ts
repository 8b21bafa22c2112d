import * as z from 'zod';
import { currencyDecimals } from '#app/domain/money/currencies.ts';
import { money } from '#app/domain/money/money.ts';
import { quoteStatuses } from '#app/domain/quotes/lifecycle.ts';
import { leftOf } from '#app/domain/quotes/repeat-orders.ts';
import type { QuoteSeen } from '#app/use-cases/quotes/read-quote.server.ts';
import type { QuoteVersion } from '#db/queries/quote-versions.server.ts';
import type { Quote } from '#db/queries/quotes.server.ts';
import { amountBody, decimalBody } from './shapes';

export const quoteAnswer = z
  .looseObject({
    id: z.string(),
    number: z.string(),
    status: z.enum(quoteStatuses),
    version: z.int().nullable().describe('The newest version the buyer was given'),
    lines: z.array(z.record(z.string(), z.unknown())),
  })
  .meta({ id: 'Quote' });

const nothingYet = { total: null, freight: null, tax: null, payable: null };

/** A quote as both sides may read it: of a version in front of a manager there is nothing in it. */
export function quoteBody({
  quote,
  lines,
  versions,
  counters,
  comments,
  orderId,
  orders,
  template,
  people,
}: QuoteSeen) {
  const named = (id: string) => people.get(id)?.email ?? id;
  const unitPrice = (stored: string) => decimalBody(stored, currencyDecimals[quote.currency]);
  const newest = versions.find(({ version }) => version === quote.offeredVersion);
  const offered = newest && versionBody(quote, newest);
  return {
    ...quoteHead(quote),
    order: orderId,
    purchase_order: quote.purchaseOrderId,
    ...(offered ?? {
      ...nothingYet,
      ...{ valid_until: null, part_acceptance: null, template: null, terms: null, message: null },
    }),
    ...(template && {
      template: {
        ...{ times: template.times, until: template.until.toISOString() },
        ...{ ordered: template.ordered, left: leftOf(template), next_turn: template.lastTurn + 1 },
      },
    }),
    lines:
      offered?.lines ??
      lines.map((line) => ({
        line: line.line,
        sku: line.sku,
        title: line.title,
        quantity: decimalBody(line.quantity),
        ...line.configuration,
        unit_price: null,
        line_total: null,
      })),
    requested: lines.map((line) => ({
      line: line.line,
      sku: line.sku,
      quantity: decimalBody(line.quantity),
      target_price: line.targetPrice === null ? null : unitPrice(line.targetPrice),
      date: line.wantedOn,
      note: line.note,
    })),
    versions: versions.map((version) => ({ ...versionBody(quote, version), by: named(version.madeBy) })),
    counters: counters.map((counter) => ({
      version: counter.version,
      by: named(counter.personId),
      at: counter.at.toISOString(),
      message: counter.message,
      lines: counter.lines.map((line) => ({
        line: line.line,
        quantity: decimalBody(line.quantity),
        unit_price: unitPrice(line.unitPrice),
        date: line.wantedOn,
        note: line.note,
      })),
    })),
    comments: comments.map((comment) => ({
      line: comment.line,
      by: named(comment.personId),
      side: comment.side,
      body: comment.body,
      at: comment.at.toISOString(),
    })),
    accepted: quote.acceptedVersion && {
      version: quote.acceptedVersion,
      lines: quote.acceptedLines,
      by: quote.acceptedBy && named(quote.acceptedBy),
    },
    orders: orders.map((each) => ({
      turn: each.turn,
      purchase_order: each.purchaseOrderId,
      number: each.number,
      status: each.status,
      order: each.orderId,
      by: named(each.orderedBy),
      at: each.at.toISOString(),
    })),
  };
}

/** What a list says of a quote. */
export const quoteHead = (quote: Quote) => ({
  id: quote.id,
  number: quote.number,
  company: quote.company.slug,
  unit: quote.unit.slug,
  status: quote.status,
  version: quote.offeredVersion,
  currency: quote.currency,
  reference: quote.reference,
  notes: quote.notes,
  valid_until: quote.validUntil?.toISOString() ?? null,
  closed_reason: quote.closedReason,
  created_at: quote.createdAt.toISOString(),
});

function versionBody(quote: Quote, version: QuoteVersion) {
  const amount = (minor: bigint) => amountBody(money(minor, quote.currency));
  return {
    version: version.version,
    valid_until: version.validUntil.toISOString(),
    part_acceptance: version.partAcceptance,
    template: version.templateUntil && { times: version.templateTimes, until: version.templateUntil.toISOString() },
    terms: version.terms,
    message: version.message,
    total: amount(version.totalMinor),
    freight: amount(version.freightMinor),
    tax: amount(version.taxMinor),
    payable: amount(version.payableMinor),
    lines: version.lines.map((line) => ({
      line: line.line,
      sku: line.sku,
      title: line.title,
      quantity: decimalBody(line.quantity),
      ...line.configuration,
      unit_price: decimalBody(line.unitPrice, currencyDecimals[quote.currency]),
      line_total: amount(line.lineTotalMinor),
      tax: amount(line.taxMinor),
    })),
  };
}
