import PdfDocument from 'pdfkit';
import { locales } from '#app/domain/i18n/locales.ts';
import { translator } from '#app/messages/translate.server.ts';
import type { Block, PrintedDocument } from './document';
import { drawBlock } from './draw-block.server';
import { Sheet, foot, margin } from './sheet.server';

/** A document as PDF/UA: tagged, with its fonts inside, in its reader's language. The same document gives the same
 *  bytes: its dates are its own, and nothing is asked of the clock or of chance. */
export async function printDocument(document: PrintedDocument): Promise<Uint8Array> {
  const pdf = new PdfDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    autoFirstPage: false,
    pdfVersion: '1.7',
    subset: 'PDF/UA' as 'PDF/A-1',
    tagged: true,
    lang: locales[document.locale].tag,
    displayTitle: true,
    font: null as unknown as string,
    info: {
      Title: document.title,
      Author: document.author,
      Producer: 'Tradepost',
      Creator: 'Tradepost',
      CreationDate: document.at,
      ModDate: document.at,
    },
  });
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  const sheet = new Sheet(pdf);
  sheet.nextPage();
  for (const block of document.blocks as Block[]) drawBlock(sheet, block);
  sheet.end();
  edges(sheet, document);
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

/** The running title and the foot of every page, once their number is known; readers skip both. */
function edges(sheet: Sheet, document: PrintedDocument): void {
  const t = translator(document.locale, 'documents');
  const { start, count } = sheet.pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    sheet.pdf.switchToPage(start + page);
    sheet.artifact(() => {
      if (page > 0) sheet.put(document.runningTitle, { x: margin, y: 28, width: sheet.width, tone: 'muted', size: 8 });
      sheet.rule(foot + 8);
      const number = t('page', { page: page + 1, pages: count });
      sheet.put(number, { x: margin, y: foot + 14, width: sheet.width, align: 'end', tone: 'muted', size: 8 });
      document.footer.forEach((line, index) =>
        sheet.put(line, { x: margin, y: foot + 14 + index * 11, width: sheet.width - 90, tone: 'muted', size: 8 }),
      );
    });
  }
}
