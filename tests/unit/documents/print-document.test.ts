import { expect, test } from 'vitest';
import type { PrintedDocument } from '#app/documents/document.ts';
import { printDocument } from '#app/documents/print-document.server.ts';
import { exact } from '#app/domain/money/exact.ts';
import { formatDay } from '#app/domain/i18n/format-date.ts';
import { formatMoney, formatUnitPrice } from '#app/domain/money/format-money.ts';
import { money } from '#app/domain/money/money.ts';
import { pdfPages } from '../../support/pdf-text';

const at = new Date('2026-11-22T10:00:00Z');

/** The smallest document there is: an example to begin another one from. */
const letter = (lines: number, names: readonly string[] = ['Harbour Hotels']): PrintedDocument => ({
  locale: 'de',
  title: 'Lieferung 17',
  author: 'Tradepost',
  at,
  runningTitle: 'Lieferung 17',
  footer: ['Tradepost, Unter den Linden 5, 10117 Berlin'],
  blocks: [
    { kind: 'title', text: 'Lieferung 17' },
    { kind: 'columns', columns: [{ title: 'An', lines: names }] },
    { kind: 'facts', facts: [{ label: 'Tag', value: formatDay(at, 'de-DE', 'Europe/Berlin') }] },
    {
      kind: 'table',
      columns: [
        { title: 'Artikel', share: 3 },
        { title: 'Preis', share: 1, align: 'end' },
      ],
      rows: Array.from({ length: lines }, (_, index) => [
        `Zeile ${index + 1}`,
        formatUnitPrice(exact(12_345n, 1_000_000n), 'EUR', 'de-DE'),
      ]),
    },
    { kind: 'totals', rows: [{ label: 'Zu zahlen', value: formatMoney(money(123_450n, 'EUR'), 'de-DE') }] },
  ],
});

test('what is said on paper can be read back, money and dates as its language writes them', async () => {
  const [page = ''] = pdfPages(await printDocument(letter(1)));
  expect(page).toContain('Lieferung 17');
  expect(page).toContain('22. Nov. 2026');
  expect(page).toContain('0,012345 €'.replace(' ', '\u00a0'));
  expect(page).toContain('1.234,50\u00a0€');
  expect(page).toContain('Seite 1 von 1');
});

test('a thousand lines go over as many pages as they need, each with its head and its number, and none is lost', async () => {
  const pages = pdfPages(await printDocument(letter(1_000)));
  expect(pages.length).toBeGreaterThan(15);
  pages.slice(0, -1).forEach((page) => expect(page).toContain('Artikel'));
  pages.forEach((page, index) => expect(page).toContain(`Seite ${index + 1} von ${pages.length}`));
  const told = pages.flatMap((page) => [...page.matchAll(/Zeile (\d+)/g)].map((match) => Number(match[1])));
  expect(told).toEqual(Array.from({ length: 1_000 }, (_, index) => index + 1));
});

test('a name in any script is written in it, never as boxes', async () => {
  const names = [
    'Café Łódź',
    'Ελλάδα',
    'Кафе Днипро',
    'קפה תל אביב',
    'قهوة',
    '東京珈琲カフェ',
    '北京咖啡',
    '서울커피',
    'नमस्ते',
    'Việt',
  ];
  const [page = ''] = pdfPages(await printDocument(letter(1, names)));
  const signs = [...page.normalize('NFC')].filter((sign) => /\p{L}/u.test(sign));
  for (const name of names) {
    for (const sign of name.normalize('NFC'))
      if (/\p{L}/u.test(sign)) expect(signs, `${sign} of ${name}`).toContain(sign);
  }
  expect(page).not.toContain('?');
});

test('the same document is the same file, byte for byte; it is tagged and says its language', async () => {
  const [one, two] = [await printDocument(letter(3)), await printDocument(letter(3))];
  expect(Buffer.compare(Buffer.from(one), Buffer.from(two))).toBe(0);
  const file = Buffer.from(one).toString('latin1');
  expect(file).toContain('/Marked true');
  expect(file).toContain('/Lang (de)');
  for (const tag of ['H1', 'P', 'Table', 'TR', 'TH', 'TD']) expect(file).toContain(`/S /${tag}\n`);
  expect([...file.matchAll(/\/FontFile2/g)].length).toBeGreaterThan(0);
  expect(file).not.toContain('Helvetica');
});
