import { type TypedQuantity, parseTypedQuantity } from './typed-quantity';

/** One row of what was typed, pasted or uploaded, cut into cells; 1-based as a spreadsheet counts. */
export type TypedRow = { readonly row: number; readonly cells: readonly string[] };

export const mostQuickOrderRows = 5_000;

/** Cuts pasted text into rows and cells: tabs of a spreadsheet, else semicolons, else commas or bars, else blanks before a
 *  last cell that is a quantity. Cells may be quoted. Empty rows are left out and keep their number. */
export function typedRows(text: string): TypedRow[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const sign = ['\t', ';', '|', ','].find((each) => isSeparator(lines, each));
  return lines.flatMap((line, at) => {
    const cells = (sign ? cut(line, sign) : byBlanks(line)).map((cell) => cell.trim());
    return cells.some(Boolean) ? [{ row: at + 1, cells }] : [];
  });
}

/** Half of the rows have it, and a comma only counts where it does not stand inside of a number. */
function isSeparator(lines: readonly string[], sign: string): boolean {
  const filled = lines.filter((line) => line.trim() !== '');
  const has = (line: string) =>
    sign === ','
      ? /,(?!\d{3}(\D|$))|[^\d],|,[^\d]/.test(line) && !/^\S+\s+[\d.,]+\s*\p{L}*$/u.test(line)
      : line.includes(sign);
  const count = filled.filter(has).length;
  return count > 0 && count * 2 >= filled.length;
}

function cut(line: string, sign: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const letter = line[at];
    if (letter === '"' && isQuoted && line[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"' && (isQuoted || cell.trim() === '')) isQuoted = !isQuoted;
    else if (letter === sign && !isQuoted) {
      cells.push(cell);
      cell = '';
    } else cell += letter;
  }
  return [...cells, cell];
}

/** "ESP-1K 12 pcs", "12 x ESP-1K": a quantity at the end or at the beginning, the rest is the article. */
function byBlanks(line: string): string[] {
  const words = line.trim().split(/\s+/);
  for (const size of [2, 1]) {
    if (words.length <= size) continue;
    const tail = words.slice(-size).join(' ');
    if (parseTypedQuantity(tail) && (size === 1 || /\p{L}/u.test(words.at(-1) ?? '')))
      return [words.slice(0, -size).join(' '), tail];
    const head = words.slice(0, size).join(' ');
    if (parseTypedQuantity(head) && (size === 1 ? words.length > 1 : /\p{L}/u.test(words[1] ?? '')))
      return [words.slice(size).join(' '), head];
  }
  return [line.trim()];
}

export type QuickOrderRow = {
  readonly row: number;
  /** The article as it was written. */
  readonly code: string;
  readonly quantity: TypedQuantity | null;
  /** As it was written; empty where nothing was. */
  readonly quantityText: string;
};

/** Tells which column names the article and which says how many: the one with the most known articles, and of the others
 *  the one with the most quantities. A first row that has neither is a heading and left out. Where no quantity is written
 *  at all, one of each is meant. */
export function quickOrderRows(rows: readonly TypedRow[], isKnown: (code: string) => boolean): QuickOrderRow[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, at) => at);
  const best = (among: readonly number[], counts: (cell: string) => boolean) => {
    const scores = among.map((at) => ({ at, score: rows.filter(({ cells }) => counts(cells[at] ?? '')).length }));
    return scores.reduce<{ at: number; score: number } | null>(
      (most, each) => (most === null || each.score > most.score ? each : most),
      null,
    );
  };
  const named = best(columns, isKnown);
  const isNumber = (cell: string) => parseTypedQuantity(cell) !== null;
  const code = named && named.score > 0 ? named.at : (best(columns, (cell) => cell !== '' && !isNumber(cell))?.at ?? 0);
  const others = columns.filter((at) => at !== code);
  const counted = best(others, isNumber);
  const amount = counted && counted.score > 0 ? counted.at : null;
  return rows.flatMap(({ row, cells }, at) => {
    const [article = '', text = ''] = [cells[code] ?? '', amount === null ? '1' : (cells[amount] ?? '')];
    const isHeading = at === 0 && rows.length > 1 && !isKnown(article) && !isNumber(text);
    return isHeading ? [] : [{ row, code: article, quantity: parseTypedQuantity(text), quantityText: text }];
  });
}

/** Every text that might name an article, to be looked up at once. */
export const possibleCodes = (rows: readonly TypedRow[]): string[] => [
  ...new Set(rows.flatMap(({ cells }) => cells.filter((cell) => cell !== '' && cell.length <= 100))),
];
