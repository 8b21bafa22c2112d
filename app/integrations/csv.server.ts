import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify/sync';

export type CsvRecord = { readonly row: number; readonly cells: readonly string[] };

/** A file that is no CSV: told with the row it was found on. */
export class UnreadableCsv extends Error {
  constructor(
    readonly row: number,
    message: string,
  ) {
    super(message);
  }
}

/** Bytes in, text out. What is not UTF-8 becomes the replacement character, for the reader to refuse where it stands. */
async function* utf8(chunks: AsyncIterable<Buffer>, onBytes: (read: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  let read = 0;
  for await (const chunk of chunks) {
    read += chunk.length;
    onBytes(read);
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

/** The records of a CSV file one by one, the header being row 1. Holds little more than one record at a time and reads
 *  no faster than they are taken. @throws UnreadableCsv */
export async function* readCsv(file: string, onBytes: (read: number) => void = () => {}): AsyncGenerator<CsvRecord> {
  const parser = parse({ bom: true, relax_column_count: true, relax_quotes: true, max_record_size: 4 * 1024 * 1024 });
  const source = Readable.from(utf8(createReadStream(file), onBytes));
  source.on('error', (fault) => parser.destroy(fault));
  source.pipe(parser);
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      yield { row, cells };
    }
  } catch (fault) {
    const { code = '', message } = fault as Error & { code?: string };
    throw code.startsWith('CSV_') ? new UnreadableCsv(row + 1, message) : fault;
  } finally {
    source.destroy();
    parser.destroy();
  }
}

/** One record as a line, quoted where it must be. Neutralising formulas is the caller's. */
export const csvLine = (cells: readonly string[]): string =>
  stringify([[...cells]], { record_delimiter: 'windows', bom: false });

/** Writes lines as they come and waits where the disk is slower. */
export async function writeLines(file: string, lines: AsyncIterable<string> | Iterable<string>): Promise<void> {
  const stream = createWriteStream(file);
  await once(stream, 'open');
  for await (const line of lines) if (!stream.write(line)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'close');
}
