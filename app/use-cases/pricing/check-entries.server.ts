import { toExact } from '#app/domain/money/exact.ts';
import type { PriceListOption } from '#app/domain/pricing/price-revision.ts';
import { type RevisionProblem, revisionProblems } from '#app/domain/pricing/revision-rules.ts';
import type { PriceEntryBody } from '#app/http/api/schemas/price-lists.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { type NamedEntry, listEntries } from '#db/queries/price-entries.server.ts';
import type { PriceListRow } from '#db/queries/price-lists.server.ts';
import { findPriceTargets } from '#db/queries/price-targets.server.ts';
import { type EntryProblem, entryRows, factsFrom, namesIn, priceEntries } from './price-entry-rows';

export type Errors = (EntryProblem | { pointer: string; code: string })[];

export const placeOf = ({ code, entry }: RevisionProblem) => ({
  pointer: entry === null ? '' : `/entries/${entry}`,
  code,
});

/** An entry in the words of the API. */
export const entryBody = (entry: NamedEntry): PriceEntryBody => ({
  ...(entry.targetKind === 'variant' && { sku: entry.name }),
  ...(entry.targetKind === 'product' && { product: entry.name }),
  ...(entry.targetKind === 'category' && { category: entry.name }),
  ...(entry.targetKind === 'everything' && { everything: true as const }),
  ...(entry.optionKind === 'plan' && { plan: entry.optionCode }),
  ...(entry.optionKind === 'module' && { module: entry.optionCode }),
  min_quantity: entry.minQuantity,
  ...(entry.unitPrice === null ? {} : { unit_price: entry.unitPrice }),
  ...(entry.percentOff === null ? {} : { percent_off: entry.percentOff }),
});

type Period = { startsAt: Date; endsAt: Date | null };

/** Everything for which these entries could not be a revision of the list; empty when they may. */
export async function problemsOfEntries(
  db: DbOrTx,
  p: { list: PriceListRow; period: Period; entries: readonly PriceEntryBody[] },
): Promise<{ errors: Errors; rows: ReturnType<typeof entryRows>['rows'] }> {
  const targets = await findPriceTargets(db, namesIn(p.entries));
  const { rows, problems } = entryRows(p.entries, targets);
  if (problems.length > 0) return { errors: problems, rows };
  const { kind, unitId, segment, options, termDiscounts } = p.list;
  const broken = revisionProblems(
    {
      kind,
      unit: unitId,
      segment,
      options: options as PriceListOption[],
      termDiscounts: Object.fromEntries(Object.entries(termDiscounts).map(([months, off]) => [months, toExact(off)])),
      ...p.period,
      entries: priceEntries(p.entries),
    },
    factsFrom(targets),
  );
  return { errors: broken.map(placeOf), rows };
}

/** The same for what a revision holds now. */
export async function entryProblemsOf(
  db: DbOrTx,
  p: { list: PriceListRow; revision: Period & { id: string } },
): Promise<{ errors: Errors; count: number }> {
  const entries: PriceEntryBody[] = [];
  let after: string | null = null;
  do {
    const page: NamedEntry[] = await listEntries(db, { revisionId: p.revision.id, after, limit: pageSize });
    entries.push(...page.map(entryBody));
    after = page.length < pageSize ? null : (page.at(-1)?.id ?? null);
  } while (after !== null);
  const { errors } = await problemsOfEntries(db, { list: p.list, period: p.revision, entries });
  return { errors, count: entries.length };
}
const pageSize = 10_000;
