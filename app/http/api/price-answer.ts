import type { LinePrice, LineProblem } from '#app/domain/pricing/price-terms.ts';
import { type CurrencyCode, currencyDecimals } from '#app/domain/money/currencies.ts';
import type { Exact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import type { PriceReason } from '#app/domain/pricing/price-reasons.ts';
import { amountBody } from './shapes';

const plain = (value: Exact) => toDecimalString(value, 6);

/** A priced line, or its problem, as the API and stored order lines say it. Holds nothing only sellers may see. */
export function linePriceBody(
  price: LinePrice,
  currency: CurrencyCode,
  title: (code: LineProblem['code'], sku: string) => string,
) {
  const shown = (value: Exact | null) => (value ? toDecimalString(value, 6, currencyDecimals[currency]) : null);
  const head = { line: price.line, sku: price.sku, quantity: plain(price.quantity) };
  const reasons = price.reasons.map((reason) => reasonBody(reason, shown));
  if (!price.ok) return { ...head, problem: problemBody(price.problem, title(price.problem.code, price.sku)), reasons };
  return {
    ...head,
    unit_price: shown(price.unitPrice),
    average_price: shown(price.averagePrice),
    line_total: amountBody(price.lineTotal),
    list: price.list,
    revision: price.revision,
    bands:
      price.bands?.map((band) => ({
        min_quantity: plain(band.minQuantity),
        quantity: plain(band.quantity),
        unit_price: shown(band.unitPrice),
      })) ?? null,
    ladder: price.ladder.map((rung) => ({ min_quantity: plain(rung.minQuantity), unit_price: shown(rung.unitPrice) })),
    term: price.term ? { months: price.term.months, percent_off: plain(price.term.percentOff) } : null,
    reasons,
  };
}

const problemBody = (problem: LineProblem, title: string) => ({
  code: problem.code,
  title,
  ...JSON.parse(JSON.stringify(problem, (_key, value: unknown) => (isExact(value) ? plain(value) : value))),
});

const isExact = (value: unknown): value is Exact =>
  typeof value === 'object' && value !== null && 'num' in value && 'den' in value;

function reasonBody(reason: PriceReason, shown: (value: Exact | null) => string | null) {
  return {
    step: reason.step,
    part: reason.part,
    list: reason.list,
    revision: reason.revision,
    document: reason.document,
    verdict: reason.verdict,
    because: reason.because,
    target: reason.target,
    min_quantity: reason.minQuantity ? plain(reason.minQuantity) : null,
    quantity: plain(reason.quantity),
    percent_off: reason.percentOff ? plain(reason.percentOff) : null,
    unit_price: shown(reason.unitPrice),
    starts_at: reason.effectiveAt?.toISOString() ?? null,
    ends_at: reason.endsAt?.toISOString() ?? null,
    approved_by: reason.approvedBy,
    note: reason.note,
  };
}
