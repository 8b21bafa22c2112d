import type { Deps } from '#app/deps.server.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { entryColumns, harmlessCell } from '#app/domain/pricing/entry-table.ts';
import { csvLine } from '#app/integrations/csv.server.ts';
import { type NamedEntry, listEntries } from '#db/queries/price-entries.server.ts';

const pageSize = 2_000;
const plain = (stored: string | null) => (stored === null ? '' : toDecimalString(toExact(stored), 6));

/** The entries of a revision as lines of CSV, in the form that is read back in; no cell is run as a formula. */
export async function* exportEntries(
  { db }: Pick<Deps, 'db'>,
  p: { list: string; revisionId: string },
): AsyncGenerator<string, undefined> {
  yield csvLine(['list', ...entryColumns]);
  let after: string | null = null;
  do {
    const page: NamedEntry[] = await listEntries(db, { revisionId: p.revisionId, after, limit: pageSize });
    if (page.length > 0) yield page.map((entry) => csvLine(cellsOf(p.list, entry).map(harmlessCell))).join('');
    after = page.length < pageSize ? null : (page.at(-1)?.id ?? null);
  } while (after !== null);
  return undefined;
}

const cellsOf = (list: string, entry: NamedEntry): string[] => [
  list,
  entry.targetKind === 'variant' ? entry.name : '',
  entry.targetKind === 'product' ? entry.name : '',
  entry.optionKind === 'plan' ? entry.optionCode : '',
  entry.optionKind === 'module' ? entry.optionCode : '',
  entry.targetKind === 'category' ? entry.name : '',
  entry.targetKind === 'everything' ? 'yes' : '',
  plain(entry.minQuantity),
  plain(entry.unitPrice),
  plain(entry.percentOff),
];
