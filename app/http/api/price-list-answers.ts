import { type RevisionPhase, revisionPhase } from '#app/domain/pricing/price-list-lifecycle.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { currencyDecimals, type CurrencyCode } from '#app/domain/money/currencies.ts';
import type { Exact } from '#app/domain/money/exact.ts';
import type { DiffRow } from '#app/domain/pricing/price-list-diff.ts';
import type { NamedEntry } from '#db/queries/price-entries.server.ts';
import type { ListInScope, RevisionListed, RevisionWithMakers } from '#db/queries/price-revisions.server.ts';
import { readCursor } from './cursor';
import { amountBody, decimalBody } from './shapes';

/** The one value a page goes on after; null for the first page, and for a cursor that is not one of ours. */
export function oneAfter(cursor: string | undefined): string | null {
  const [value] = (cursor && readCursor(cursor, 1)) || [];
  return value === undefined ? null : String(value);
}

export const listBody = (list: ListInScope) => ({
  code: list.code,
  name: list.name,
  kind: list.kind,
  currency: list.currency,
  company: list.company?.slug ?? null,
  unit: list.unit?.slug ?? null,
  segment: list.segment,
  priority: list.priority,
  options: list.options,
  term_discounts: list.termDiscounts,
});

type Period = { number: number; effectiveAt: Date; endsAt: Date | null };

/** A revision's state, and for an approved one what it is at this moment. */
export function phaseOf(
  revision: Pick<RevisionWithMakers, 'number' | 'status' | 'effectiveAt' | 'endsAt'>,
  approved: readonly Period[],
  at: Date,
): RevisionPhase | null {
  const { number, status, effectiveAt, endsAt } = revision;
  return status === 'approved' && effectiveAt ? revisionPhase({ number, effectiveAt, endsAt }, approved, at) : null;
}

export const revisionAnswer = (
  revision: RevisionWithMakers & Partial<Pick<RevisionListed, 'entryCount'>>,
  approved: readonly Period[],
  at: Date,
) => ({
  revision: revision.number,
  status: revision.status,
  phase: phaseOf(revision, approved, at),
  version: revision.version,
  starts_at: revision.startsAt.toISOString(),
  ends_at: revision.endsAt?.toISOString() ?? null,
  effective_at: revision.effectiveAt?.toISOString() ?? null,
  submitted_at: revision.submittedAt?.toISOString() ?? null,
  approved_at: revision.approvedAt?.toISOString() ?? null,
  approved_via: revision.approvedVia,
  options: revision.options,
  term_discounts: revision.termDiscounts,
  note: revision.note,
  ...(revision.entryCount === undefined ? {} : { entry_count: revision.entryCount }),
});

export const entryAnswer = (entry: NamedEntry) => ({
  ...(entry.targetKind === 'variant' && { sku: entry.name }),
  ...(entry.targetKind === 'product' && { product: entry.name }),
  ...(entry.targetKind === 'category' && { category: entry.name }),
  ...(entry.targetKind === 'everything' && { everything: true }),
  ...(entry.optionKind !== 'none' && { [entry.optionKind]: entry.optionCode }),
  min_quantity: decimalBody(entry.minQuantity),
  ...(entry.unitPrice === null ? {} : { unit_price: decimalBody(entry.unitPrice) }),
  ...(entry.percentOff === null ? {} : { percent_off: decimalBody(entry.percentOff) }),
});

/** Old, new, change, cost, margin, cliff: for store keys alone. */
export function diffAnswer(row: DiffRow, currency: CurrencyCode) {
  const price = (value: Exact | null) => (value ? toDecimalString(value, 6, currencyDecimals[currency]) : null);
  const percent = (value: Exact | null) => (value ? toDecimalString(value, 4) : null);
  return {
    sku: row.sku,
    ...(row.part.kind !== 'variant' && { [row.part.kind]: row.part.code }),
    quantity: toDecimalString(row.quantity, 6),
    old: price(row.old),
    new: price(row.new),
    public: price(row.public),
    change_percent: percent(row.changePercent),
    cost: price(row.cost),
    margin_percent: percent(row.marginPercent),
    cliff: row.cliff ? { quantity: toDecimalString(row.cliff.quantity, 6), saved: amountBody(row.cliff.saved) } : null,
  };
}
