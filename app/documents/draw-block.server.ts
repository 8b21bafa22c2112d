import type { Block, Fact, TextColumn } from './document';
import { drawTable } from './draw-table.server';
import { type Type, wrap } from './lay-out-text.server';
import { type Sheet, type Tone, margin } from './sheet.server';

export const leading = 1.4;
const body: Type = { size: 9.5, weight: 400 };
const strong: Type = { size: 9.5, weight: 700 };

export function drawBlock(sheet: Sheet, block: Block): void {
  switch (block.kind) {
    case 'title':
      return paragraph(sheet, 'H1', block.text, { size: 20, weight: 700 }, 'ink', 14);
    case 'heading':
      sheet.need(60);
      sheet.y += 6;
      return paragraph(sheet, 'H2', block.text, { size: 12, weight: 700 }, 'ink', 6);
    case 'text':
      return paragraph(
        sheet,
        'P',
        block.text,
        block.tone === 'strong' ? strong : body,
        block.tone === 'muted' ? 'muted' : 'ink',
        8,
      );
    case 'columns':
      return columns(sheet, block.columns);
    case 'facts':
      return facts(sheet, block.facts);
    case 'table':
      return drawTable(sheet, block);
    case 'totals':
      return totals(sheet, block.rows);
    case 'page':
      return sheet.nextPage();
  }
}

function paragraph(sheet: Sheet, tag: string, text: string, type: Type, tone: Tone, after: number): void {
  const element = sheet.tag(tag);
  for (const line of wrap(text, type, sheet.width)) {
    sheet.need(type.size * leading);
    sheet.say(element, () => sheet.putLine(line, { x: margin, y: sheet.y, width: sheet.width, size: type.size, tone }));
    sheet.y += type.size * leading;
  }
  sheet.y += after;
}

function columns(sheet: Sheet, groups: readonly TextColumn[]): void {
  const gap = 18;
  const width = (sheet.width - gap * (groups.length - 1)) / groups.length;
  const laid = groups.map(({ title, lines }) => ({
    title: wrap(title, { size: 8, weight: 400 }, width),
    lines: lines.flatMap((line) => wrap(line, body, width)),
  }));
  const height = Math.max(...laid.map(({ title, lines }) => title.length * 12 + lines.length * 13.3));
  sheet.need(Math.min(height, 400));
  const top = sheet.y;
  laid.forEach(({ title, lines }, index) => {
    const x = margin + index * (width + gap);
    let y = top;
    const group = sheet.tag('Div');
    const head = sheet.tag('P', group);
    for (const line of title) {
      sheet.say(head, () => sheet.putLine(line, { x, y, width, size: 8, tone: 'muted' }));
      y += 12;
    }
    const text = sheet.tag('P', group);
    for (const line of lines) {
      sheet.say(text, () => sheet.putLine(line, { x, y, width, size: body.size }));
      y += body.size * leading;
    }
  });
  sheet.y = top + height + 14;
}

function facts(sheet: Sheet, rows: readonly Fact[]): void {
  const label = 130;
  for (const fact of rows) {
    const lines = wrap(fact.value, body, sheet.width - label);
    sheet.need(body.size * leading);
    const element = sheet.tag('P');
    sheet.say(element, () =>
      sheet.put(fact.label, { x: margin, y: sheet.y, width: label, size: body.size, tone: 'muted' }),
    );
    for (const line of lines) {
      sheet.need(body.size * leading);
      sheet.say(element, () =>
        sheet.putLine(line, { x: margin + label, y: sheet.y, width: sheet.width - label, size: body.size }),
      );
      sheet.y += body.size * leading;
    }
  }
  sheet.y += 10;
}

function totals(sheet: Sheet, rows: readonly Fact[]): void {
  const width = 260;
  const x = margin + sheet.width - width;
  sheet.need(Math.min(rows.length * 15 + 10, 300));
  sheet.y += 4;
  const table = sheet.tag('Table');
  rows.forEach(({ label, value }, index) => {
    const isLast = index === rows.length - 1;
    const type: Type = isLast ? { size: 11.5, weight: 700 } : body;
    const lines = wrap(label, type, width - 100);
    sheet.need(lines.length * type.size * leading + 6);
    if (isLast) {
      sheet.y += 4;
      sheet.ruleAside(sheet.y - 2);
    }
    const row = sheet.tag('TR', table);
    const head = sheet.tag('TD', row);
    const top = sheet.y;
    for (const line of lines) {
      sheet.say(head, () => sheet.putLine(line, { x, y: sheet.y, width, size: type.size }));
      sheet.y += type.size * leading;
    }
    sheet.say(sheet.tag('TD', row), () =>
      sheet.put(value, { x, y: top, width, align: 'end', size: type.size, weight: type.weight }),
    );
  });
  sheet.y += 12;
}
