import { categoriesFromNearest } from '#app/domain/catalog/product.ts';
import { exact, toExact, zero } from '#app/domain/money/exact.ts';
import type { EntryTarget, PriceEntry } from '#app/domain/pricing/price-entry.ts';
import type { FactsOf } from '#app/domain/pricing/revision-rules.ts';
import type { PriceEntryBody } from '#app/http/api/schemas/price-lists.ts';
import type { EntryRow } from '#db/queries/price-lists.server.ts';
import type { PriceTargets, TargetRow } from '#db/queries/price-targets.server.ts';

export const everythingId = '00000000-0000-0000-0000-000000000000';

export type EntryProblem = { pointer: string; code: 'unknown_sku' | 'unknown_target'; message: string };

const targetOf = (entry: PriceEntryBody): EntryTarget => {
  if (entry.product !== undefined) {
    if (entry.plan) return { kind: 'plan', product: entry.product, code: entry.plan };
    if (entry.module) return { kind: 'module', product: entry.product, code: entry.module };
    return { kind: 'product', product: entry.product };
  }
  if (entry.sku !== undefined) return { kind: 'variant', sku: entry.sku };
  if (entry.category !== undefined) return { kind: 'category', category: entry.category };
  return { kind: 'everything' };
};

/** The names a list of entries calls its targets by. */
export const namesIn = (entries: readonly PriceEntryBody[]) => ({
  skus: [...new Set(entries.flatMap(({ sku }) => sku ?? []))],
  handles: [...new Set(entries.flatMap(({ product }) => product ?? []))],
  paths: [...new Set(entries.flatMap(({ category }) => category ?? []))],
});

const nobodyRow: TargetRow = {
  ...{ id: everythingId, smallestMinimum: null, smallestStep: null, plans: [], modules: [] },
  ...{ product: null, category: null, highestCost: null },
};

/** The row a target is stored by; null for one nobody knows. */
function rowOf(target: EntryTarget, targets: PriceTargets): TargetRow | null {
  switch (target.kind) {
    case 'variant':
      return targets.variants.get(target.sku) ?? null;
    case 'product':
      return targets.products.get(target.product) ?? null;
    case 'category':
      return targets.categories.get(target.category) ?? null;
    case 'everything':
      return nobodyRow;
    default: {
      const product = targets.products.get(target.product);
      const codes = target.kind === 'plan' ? product?.plans : product?.modules;
      return product && codes?.includes(target.code) ? product : null;
    }
  }
}

/** Entries as the rules look at them. */
export const priceEntries = (entries: readonly PriceEntryBody[]): PriceEntry[] =>
  entries.map((entry) => ({
    target: targetOf(entry),
    minQuantity: toExact(entry.min_quantity),
    price:
      entry.unit_price === undefined
        ? { kind: 'percent', percentOff: entry.percent_off ? toExact(entry.percent_off) : zero }
        : { kind: 'fixed', unitPrice: toExact(entry.unit_price) },
  }));

/** What the rules ask of a target. Costs are there when the targets were asked for in a currency. */
export const factsFrom =
  (targets: PriceTargets): FactsOf =>
  (target) => {
    const row = rowOf(target, targets);
    if (!row) return null;
    return {
      smallestMinimumQuantity: row.smallestMinimum ? toExact(row.smallestMinimum) : exact(1n),
      smallestQuantityStep: row.smallestStep ? toExact(row.smallestStep) : exact(1n),
      highestCost: row.highestCost === null ? null : toExact(row.highestCost),
      broader: broaderThan(target, row),
    };
  };

/** What else reaches the same things, though less closely. */
function broaderThan(target: EntryTarget, row: TargetRow): EntryTarget[] {
  if (target.kind === 'everything' || target.kind === 'plan' || target.kind === 'module') return [];
  const own = target.kind === 'category' ? target.category : row.category;
  const paths = categoriesFromNearest(own).slice(target.kind === 'category' ? 1 : 0);
  return [
    ...(row.product === null ? [] : [{ kind: 'product' as const, product: row.product }]),
    ...paths.map((category) => ({ kind: 'category' as const, category })),
    { kind: 'everything' },
  ];
}

/** Entries as rows; those whose target nobody knows are answered by their place. */
export function entryRows(
  entries: readonly PriceEntryBody[],
  targets: PriceTargets,
): { rows: EntryRow[]; problems: EntryProblem[] } {
  const rows: EntryRow[] = [];
  const problems: EntryProblem[] = [];
  for (const [index, entry] of entries.entries()) {
    const target = targetOf(entry);
    const row = rowOf(target, targets);
    if (!row) {
      const isSku = target.kind === 'variant';
      const name = isSku ? `SKU ${target.sku}` : Object.values(target).join(' ');
      const message = `There is no ${name}`;
      problems.push({ pointer: `/entries/${index}`, code: isSku ? 'unknown_sku' : 'unknown_target', message });
      continue;
    }
    const part = target.kind === 'plan' || target.kind === 'module' ? target : null;
    rows.push({
      targetKind: part ? 'product' : (target.kind as EntryRow['targetKind']),
      targetId: row.id,
      optionKind: part?.kind ?? 'none',
      optionCode: part?.code ?? '',
      minQuantity: entry.min_quantity,
      unitPrice: entry.unit_price ?? null,
      percentOff: entry.percent_off ?? null,
    });
  }
  return { rows, problems };
}
