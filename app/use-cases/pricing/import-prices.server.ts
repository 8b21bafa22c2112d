import type { Deps } from '#app/deps.server.ts';
import { type TableHead, type TypedEntry, readEntry, tableHead } from '#app/domain/pricing/entry-table.ts';
import { revisionInForce } from '#app/domain/pricing/revision-in-force.ts';
import { UnreadableCsv, readCsv } from '#app/integrations/csv.server.ts';
import type { Tx } from '#db/client.server.ts';
import { lockPriceList } from '#db/locks.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { compareEntries, copyEntries, saveEntries } from '#db/queries/price-entries.server.ts';
import { type PriceListRow, addRevision, findPriceList } from '#db/queries/price-lists.server.ts';
import { changeRevision, findRevision, listApprovedPeriods } from '#db/queries/price-revisions.server.ts';
import { entryProblemsOf, problemsOfEntries } from './check-entries.server';

export type PriceImportProblem = { row: number; column: string | null; code: string; message: string };
export type PriceImportReport = {
  products: number;
  variants: number;
  /** Entries. */
  created: number;
  updated: number;
  unchanged: number;
  /** Rows. */
  rejected: number;
  /** Lists that got a new revision, with its number. */
  revisions: Record<string, number>;
  errors: PriceImportProblem[];
};

export type ImportPrices = {
  readonly file: string;
  readonly isDryRun: boolean;
  readonly onProgress?: (progress: { rows: number; bytes: number }) => void;
};

const batchRows = 2_000;
const via = 'price_import';

/** A list of the file: the revision it is compared with, and the draft its changed prices gather in. */
type OpenList = { list: PriceListRow; inForceId: string | null; draftId: string | null };
type RowToTake = { row: number; list: string; entry: TypedEntry };

const inWords = (code: string): string => code.replaceAll('_', ' ');

/** Brings prices in from CSV, as a system of record sends them: streamed, good rows in, bad rows told. Each list that
 *  changes gets one new revision, what is in force with the changed prices, approved and effective at one instant at
 *  the end. Prices the file does not name stay. A dry run writes nothing; run again, a file changes nothing. */
export async function importPrices(deps: Deps, input: ImportPrices): Promise<PriceImportReport> {
  const report: PriceImportReport = {
    ...{ products: 0, variants: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 },
    ...{ revisions: {}, errors: [] },
  };
  const seen = { skus: new Set<string>(), products: new Set<string>(), rows: new Map<string, number>() };
  const lists = new Map<string, OpenList | null>();
  const at = deps.now();
  let bytes = 0;
  let batch: RowToTake[] = [];
  const refuse = (row: number, column: string | null, code: string, message = inWords(code)) =>
    report.errors.push({ row, column, code, message });

  const finish = async (rows: readonly RowToTake[]) => {
    if (rows.length === 0) return;
    await deps.db.transaction((tx) => takeRows(tx, { rows, lists, report, at, isDryRun: input.isDryRun }));
    input.onProgress?.({ rows: rows.at(-1)?.row ?? 0, bytes });
  };

  try {
    let head: TableHead | null = null;
    for await (const { row, cells } of readCsv(input.file, (read) => (bytes = read))) {
      if (row === 1) {
        head = tableHead(cells);
        if (head?.has('list')) continue;
        refuse(1, 'list', 'no_header', 'The first row names the columns: list, sku, min_quantity, unit_price …');
        return report;
      }
      if (!head) break;
      const read = readEntry(cells, head, row);
      if (!read) continue;
      const list = (cells[head.get('list') ?? 0] ?? '').trim();
      if (!read.ok) {
        for (const { column, code } of read.problems) refuse(row, column, code);
        continue;
      }
      const { entry } = read;
      const key = JSON.stringify([
        list,
        entry.sku,
        entry.product,
        entry.plan,
        entry.module,
        entry.category,
        Number(entry.min_quantity),
      ]);
      const earlier = seen.rows.get(key);
      if (earlier !== undefined) {
        refuse(
          row,
          'min_quantity',
          'duplicate_entry',
          `Row ${earlier} has a price for the same from the same quantity`,
        );
        continue;
      }
      seen.rows.set(key, row);
      if (entry.sku) seen.skus.add(entry.sku);
      if (entry.product) seen.products.add(entry.product);
      batch.push({ row, list, entry });
      if (batch.length < batchRows) continue;
      await finish(batch);
      batch = [];
    }
    await finish(batch);
  } catch (fault) {
    if (!(fault instanceof UnreadableCsv)) throw fault;
    refuse(fault.row, null, 'unreadable', fault.message);
  }
  if (!input.isDryRun) await publish(deps, { lists, report, at });
  report.rejected = new Set(report.errors.map(({ row }) => row)).size;
  report.variants = seen.skus.size;
  report.products = seen.products.size;
  return report;
}

async function takeRows(
  tx: Tx,
  p: {
    rows: readonly RowToTake[];
    lists: Map<string, OpenList | null>;
    report: PriceImportReport;
    at: Date;
    isDryRun: boolean;
  },
): Promise<void> {
  const { report, lists, at } = p;
  for (const code of new Set(p.rows.map(({ list }) => list))) {
    const open = lists.has(code) ? lists.get(code) : await openList(tx, { code, at });
    lists.set(code, open ?? null);
    const rows = p.rows.filter(({ list }) => list === code);
    if (!open) {
      for (const { row } of rows)
        report.errors.push({ row, column: 'list', code: 'unknown_list', message: `There is no price list ${code}` });
      continue;
    }
    const good = await goodRows(tx, { open, rows, report, at });
    const standing = open.inForceId
      ? await compareEntries(tx, { revisionId: open.inForceId, entries: good })
      : good.map(() => 'new' as const);
    report.unchanged += standing.filter((is) => is === 'same').length;
    report.updated += standing.filter((is) => is === 'other').length;
    report.created += standing.filter((is) => is === 'new').length;
    const changed = good.filter((_, index) => standing[index] !== 'same');
    if (p.isDryRun || changed.length === 0) continue;
    open.draftId ??= await openDraft(tx, { list: open.list, at });
    await saveEntries(tx, { revisionId: open.draftId, entries: changed });
  }
}

async function openList(tx: Tx, { code, at }: { code: string; at: Date }): Promise<OpenList | null> {
  const list = await findPriceList(tx, { code });
  if (!list) return null;
  const inForce = revisionInForce(await listApprovedPeriods(tx, { listId: list.id }), at);
  const revision = inForce && (await findRevision(tx, { listId: list.id, number: inForce.number }));
  return { list, inForceId: revision?.id ?? null, draftId: null };
}

async function goodRows(
  tx: Tx,
  p: { open: OpenList; rows: readonly RowToTake[]; report: PriceImportReport; at: Date },
) {
  const period = { startsAt: p.at, endsAt: null };
  let rows = p.rows;
  // what is wrong with one row is told first, so that the rows beside it still go in
  const first = await problemsOfEntries(tx, { list: p.open.list, period, entries: rows.map(({ entry }) => entry) });
  const bad = new Set<number>();
  for (const error of first.errors) {
    const index = Number(/^\/entries\/(\d+)$/.exec(error.pointer)?.[1] ?? -1);
    if (error.code === 'graduated_starts_above_minimum') continue;
    bad.add(index);
    const message = 'message' in error ? error.message : inWords(error.code);
    p.report.errors.push({ row: rows[index]?.row ?? 1, column: columnOf(error.code), code: error.code, message });
  }
  if (bad.size === 0) return first.rows;
  rows = rows.filter((_, index) => !bad.has(index));
  return (await problemsOfEntries(tx, { list: p.open.list, period, entries: rows.map(({ entry }) => entry) })).rows;
}

function columnOf(code: string): string | null {
  if (code === 'unknown_sku') return 'sku';
  if (code === 'unknown_target') return 'product';
  return code.includes('percent') ? 'percent_off' : null;
}

async function openDraft(tx: Tx, { list, at }: { list: PriceListRow; at: Date }): Promise<string> {
  await lockPriceList(tx, { code: list.code });
  const { kind, currency, companyId, unitId, segment, priority, options, termDiscounts } = list;
  const made = await addRevision(tx, {
    revision: {
      ...{ listId: list.id, status: 'draft', startsAt: at, createdBy: null, createdAt: at },
      ...{ kind, currency, companyId, unitId, segment, priority, options, termDiscounts },
    },
    entries: [],
  });
  return made.id;
}

/** All lists at one instant: each draft takes over what is in force besides, and is approved. */
async function publish(
  { db }: Deps,
  { lists, report, at }: { lists: ReadonlyMap<string, OpenList | null>; report: PriceImportReport; at: Date },
): Promise<void> {
  const drafts = [...lists.values()].flatMap((open) => (open?.draftId ? [{ ...open, draftId: open.draftId }] : []));
  await db.transaction(async (tx) => {
    for (const { list, draftId } of drafts.sort((a, b) => (a.list.code < b.list.code ? -1 : 1))) {
      await lockPriceList(tx, { code: list.code });
      const now = await openList(tx, { code: list.code, at });
      if (now?.inForceId) await copyEntries(tx, { fromRevisionId: now.inForceId, toRevisionId: draftId });
      const { errors } = await entryProblemsOf(tx, { list, revision: { id: draftId, startsAt: at, endsAt: null } });
      if (errors.length > 0) {
        const codes = [...new Set(errors.map(({ code }) => code))].join(', ');
        const message = `${list.code} as a whole: ${codes}`;
        report.errors.push({ row: 1, column: 'list', code: 'revision_impossible', message });
        await changeRevision(tx, {
          id: draftId,
          from: ['draft'],
          changes: { status: 'withdrawn' },
          isNewVersion: false,
        });
        continue;
      }
      const approved = {
        status: 'approved',
        submittedAt: at,
        approvedAt: at,
        effectiveAt: at,
        approvedVia: via,
      } as const;
      await changeRevision(tx, { id: draftId, from: ['draft'], changes: approved, isNewVersion: false });
      const inForce = revisionInForce(await listApprovedPeriods(tx, { listId: list.id }), at);
      const number = inForce?.number ?? 0;
      report.revisions[list.code] = number;
      const data = { list: list.code, revision: number };
      const subject = { subjectId: draftId, companyId: list.companyId, personId: null };
      await recordEvent(tx, { type: 'price_list.approved', ...subject, via, data, at });
    }
  });
}
