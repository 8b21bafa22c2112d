import type { Table, TableColumn } from './document';
import { type Line, type Type, wrap } from './lay-out-text.server';
import { type Sheet, type Structure, foot, margin } from './sheet.server';

const gap = 10;
const body: Type = { size: 9, weight: 400 };
const head: Type = { size: 8, weight: 700 };
const step = body.size * 1.4;
const padding = 4;

type Column = TableColumn & { readonly x: number; readonly width: number };

/** A table over as many pages as it takes: its head is repeated, a row stays together where a page can hold it. */
export function drawTable(sheet: Sheet, table: Table): void {
  const columns = placed(table.columns, sheet.width);
  const titles = columns.map(({ title, width }) => wrap(title, head, width));
  const element = sheet.tag('Table');
  sheet.need(headHeight(titles) + 3 * step);
  const top = sheet.tag('TR', element);
  const cells = columns.map(() => sheet.tag('TH', top, { scope: 'Column' }));
  drawHead(sheet, columns, titles, (index, draw) => {
    const cell = cells[index];
    if (cell) sheet.say(cell, draw);
  });
  const repeatHead = () => sheet.artifact(() => drawHead(sheet, columns, titles, (_index, draw) => draw()));
  for (const row of table.rows) {
    const lines = columns.map(({ width }, index) => wrap(row[index] ?? '', body, width));
    const height = Math.max(...lines.map(({ length }) => length)) * step + 2 * padding;
    if (sheet.need(Math.min(height, foot - margin - 120))) repeatHead();
    drawRow(sheet, columns, lines, element, repeatHead);
  }
  sheet.y += 10;
}

function placed(columns: readonly TableColumn[], width: number): Column[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const room = width - gap * (columns.length - 1);
  let x = margin;
  return columns.map((column) => {
    const wide = (room * column.share) / shares;
    const at = { ...column, x, width: wide };
    x += wide + gap;
    return at;
  });
}

const headHeight = (titles: Line[][]): number => Math.max(...titles.map(({ length }) => length)) * head.size * 1.4 + 8;

function drawHead(
  sheet: Sheet,
  columns: readonly Column[],
  titles: Line[][],
  say: (index: number, draw: () => void) => void,
): void {
  const top = sheet.y;
  columns.forEach(({ x, width, align }, index) =>
    say(index, () =>
      titles[index]?.forEach((line, row) =>
        sheet.putLine(line, { x, y: top + row * head.size * 1.4, width, align, size: head.size, tone: 'muted' }),
      ),
    ),
  );
  sheet.y = top + headHeight(titles);
  sheet.ruleAside(sheet.y - 3);
}

function drawRow(
  sheet: Sheet,
  columns: readonly Column[],
  lines: Line[][],
  table: Structure,
  repeatHead: () => void,
): void {
  const row = sheet.tag('TR', table);
  const cells = columns.map((column) => ({ ...column, element: sheet.tag('TD', row) }));
  const most = Math.max(...lines.map(({ length }) => length));
  sheet.y += padding;
  for (let index = 0; index < most; index += 1) {
    if (sheet.need(step)) repeatHead();
    cells.forEach(({ x, width, align, element }, column) => {
      const line = lines[column]?.[index];
      if (line) sheet.say(element, () => sheet.putLine(line, { x, y: sheet.y, width, align, size: body.size }));
    });
    sheet.y += step;
  }
  sheet.y += padding;
  sheet.ruleAside(sheet.y);
}
