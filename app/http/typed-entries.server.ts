import { parse } from 'csv-parse/sync';
import {
  type EntryTableProblemCode,
  type TypedEntry,
  bareHead,
  pastedRows,
  readEntry,
  tableHead,
} from '#app/domain/pricing/entry-table.ts';
import { type RevisionProblemCode, revisionProblemCodes } from '#app/domain/pricing/revision-rules.ts';

export type TypedProblem = {
  row: number;
  column: string | null;
  code: EntryTableProblemCode | RevisionProblemCode;
  message?: string;
};

type Placed = { row: number; entry: TypedEntry };

/** What was pasted or uploaded, row by row, the first row being 1. With a header its columns count; without one they are
 *  SKU, minimum quantity and price. `placed` says of problems found later which rows they stand in. */
export function readTypedEntries(text: string): {
  entries: Placed[];
  problems: TypedProblem[];
  placed: (errors: readonly { pointer: string; code: string; message?: string }[]) => TypedProblem[];
} {
  const rows = tableOf(text);
  const first = rows.find((cells) => cells.some((cell) => cell.trim() !== ''));
  const header = first ? tableHead(first) : null;
  const head = header ?? bareHead(first?.length ?? 0);
  const entries: Placed[] = [];
  const problems: TypedProblem[] = [];
  for (const [index, cells] of rows.entries()) {
    if (cells === first && header) continue;
    const read = readEntry(cells, head, index + 1);
    if (!read) continue;
    if (read.ok) entries.push({ row: index + 1, entry: read.entry });
    else problems.push(...read.problems);
  }
  return {
    entries,
    problems,
    placed: (errors) =>
      errors.map(({ pointer, code, message }) => ({
        row: entries[Number(/\d+/.exec(pointer)?.[0] ?? -1)]?.row ?? 1,
        column: null,
        code: isKnown(code) ? code : 'unknown_target',
        ...(message === undefined ? {} : { message }),
      })),
  };
}

const isKnown = (code: string): code is RevisionProblemCode =>
  (revisionProblemCodes as readonly string[]).includes(code);

/** Quoted cells are a CSV file's; a spreadsheet's clipboard has tabs. */
function tableOf(text: string): string[][] {
  const rows = pastedRows(text.replace(/^\uFEFF/, ''));
  if (!text.includes('"')) return rows;
  const delimiter = text.includes('\t') ? '\t' : (text.split('\n')[0] ?? '').includes(';') ? ';' : ',';
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false });
  } catch {
    return rows;
  }
}
