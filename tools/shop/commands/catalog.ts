import { stat } from 'node:fs/promises';
import { depsForRequest } from '#app/deps.server.ts';
import type { CatalogFormat } from '#app/domain/catalog/import/columns.ts';
import { exportCatalog } from '#app/use-cases/catalog/export-catalog.server.ts';
import { importCatalog } from '#app/use-cases/catalog/import-catalog.server.ts';
import { writeLines } from '#app/integrations/csv.server.ts';
import { type Command, WrongUse } from '../command.ts';

const shownErrors = 50;
const secondsBetweenLines = 2;

const bar = (share: number) => `[${'#'.repeat(Math.round(share * 20)).padEnd(20, '.')}] ${Math.round(share * 100)} %`;

function formatFrom(given: unknown): CatalogFormat | undefined {
  if (given === undefined || given === 'shopify' || given === 'native') return given;
  throw new WrongUse('--format is shopify or native');
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new WrongUse(`there is no file ${file}`);
  return found.size;
}

export const catalogImport: Command = {
  usage: 'FILE [--format shopify|native] [--dry-run]',
  summary: 'Brings products in from CSV; good rows go in, bad rows are told',
  options: { format: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  async run({ args, options, open, say }) {
    const [file] = args;
    if (!file) throw new WrongUse('import catalog wants a file');
    const format = formatFrom(options.format);
    const size = await sizeOf(file);
    const { process } = await open();
    let told = 0;
    let read = 0;
    const report = await importCatalog(await depsForRequest(process), {
      file,
      format,
      isDryRun: options['dry-run'] === true,
      onProgress({ rows, bytes }) {
        read = rows;
        if (Date.now() - told < secondsBetweenLines * 1000) return;
        told = Date.now();
        say(`${bar(size === 0 ? 1 : bytes / size)}  ${rows.toLocaleString('en')} rows`);
      },
    });
    if (read > 0) say(`${bar(1)}  ${read.toLocaleString('en')} rows`);
    const { notes, ...json } = report;
    for (const { row, column, code, message } of [...report.errors.slice(0, shownErrors)])
      say(`row ${row}${column ? `, ${column}` : ''}: ${message} (${code})`);
    if (report.errors.length > shownErrors) say(`… and ${report.errors.length - shownErrors} more; --json tells all`);
    if (notes.length > 0) say(`${notes.length} cells were set right, as in row ${notes[0]?.row}: ${notes[0]?.message}`);
    const done = options['dry-run'] ? 'would be' : 'were';
    return {
      json,
      words: `${report.products} products with ${report.variants} variants: ${report.created} ${done} created, ${report.updated} updated, ${report.unchanged} are as they were; ${report.rejected} rows were refused.`,
      failed: report.products === 0 && report.errors.length > 0,
    };
  },
};

export const catalogExport: Command = {
  usage: 'FILE',
  summary: 'Writes all products as CSV in our own format',
  async run({ args, open }) {
    const [file] = args;
    if (!file) throw new WrongUse('export catalog wants a file');
    const { process } = await open();
    const deps = await depsForRequest(process);
    let rows = -1;
    async function* lines() {
      for await (const line of exportCatalog(deps)) {
        rows += 1;
        yield line;
      }
    }
    await writeLines(file, lines());
    return { json: { file, rows: Math.max(0, rows) }, words: `${Math.max(0, rows)} rows are in ${file}.` };
  },
};
