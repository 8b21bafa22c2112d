import { inflateSync } from 'node:zlib';

/** The text of a PDF as this shop prints it, page by page, one line of text per line of print: read back from what is
 *  drawn, through each font's own table of signs, as a reader or a search engine does. */
export function pdfPages(bytes: Uint8Array): string[] {
  const objects = objectsOf(Buffer.from(bytes));
  const pages = [...objects.values()].filter(({ dictionary }) => /\/Type \/Page\b/.test(dictionary));
  return pages.map((page) => {
    const fonts = fontsOf(page.dictionary, objects);
    const content = objects.get(Number(/\/Contents (\d+)/.exec(page.dictionary)?.[1]))?.stream ?? '';
    return linesOf(content, fonts);
  });
}

type PdfObject = { dictionary: string; stream: string };

function objectsOf(file: Buffer): Map<number, PdfObject> {
  const text = file.toString('latin1');
  const found = new Map<number, PdfObject>();
  for (const match of text.matchAll(/^(\d+) 0 obj\n/gm)) {
    const start = match.index + match[0].length;
    const end = text.indexOf('\nendobj', start);
    const body = text.slice(start, end);
    const at = body.indexOf('\nstream\n');
    const dictionary = at < 0 ? body : body.slice(0, at);
    const packed = at < 0 ? null : file.subarray(start + at + 8, start + at + 8 + lengthOf(dictionary));
    const isText = packed !== null && !/\/(Length1|FontFile)/.test(dictionary);
    const stream = isText ? (/FlateDecode/.test(dictionary) ? inflateSync(packed) : packed).toString('latin1') : '';
    found.set(Number(match[1]), { dictionary, stream });
  }
  return found;
}

const lengthOf = (dictionary: string) => Number(/\/Length (\d+)/.exec(dictionary)?.[1]);

function fontsOf(page: string, objects: Map<number, PdfObject>): Map<string, string[]> {
  const resources = objects.get(Number(/\/Resources (\d+)/.exec(page)?.[1]))?.dictionary ?? page;
  const list = /\/Font <<([^>]*)>>/.exec(resources)?.[1] ?? '';
  return new Map(
    [...list.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', id]) => {
      const cmap = Number(/\/ToUnicode (\d+)/.exec(objects.get(Number(id))?.dictionary ?? '')?.[1]);
      const signs: string[] = [];
      for (const [, from = '', entries = ''] of (objects.get(cmap)?.stream ?? '').matchAll(
        /<(\w+)> <\w+> \[([^\]]*)\]/g,
      )) {
        [...entries.matchAll(/<([^>]*)>/g)].forEach(([, hex = ''], index) => {
          const units = hex.split(' ').map((unit) => parseInt(unit, 16));
          signs[parseInt(from, 16) + index] = String.fromCharCode(...units);
        });
      }
      return [name, signs];
    }),
  );
}

/** What stands on one height is one line; what is a little apart on it is told by a space. */
function linesOf(content: string, fonts: Map<string, string[]>): string {
  const rows = new Map<string, string[]>();
  let font: string[] = [];
  let row: string[] = [];
  for (const [, tm, name, shown] of content.matchAll(
    /1 0 0 1 ([-\d.]+ [-\d.]+) Tm|\/(\w+) [-\d.]+ Tf|\[((?:<[0-9a-f]*>|[-\d. ])*)\] TJ/g,
  )) {
    if (tm !== undefined) {
      const y = tm.split(' ')[1] ?? '';
      row = rows.get(y) ?? [];
      rows.set(y, row);
    } else if (name !== undefined) font = fonts.get(name) ?? [];
    else
      row.push(
        [...(shown ?? '').matchAll(/<([0-9a-f]*)>/g)]
          .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
          .map((code) => font[parseInt(code, 16)] ?? '\ufffd')
          .join(''),
      );
  }
  return [...rows.values()].map((pieces) => pieces.join(' ')).join('\n');
}
