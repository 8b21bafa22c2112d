import { stat } from 'node:fs/promises';
import { depsForRequest } from '#app/deps.server.ts';
import { importPrices } from '#app/use-cases/pricing/import-prices.server.ts';
import { type Command, WrongUse } from '../command.ts';

const shownErrors = 50;
const millisecondsBetweenLines = 2_000;

export const pricesImport: Command = {
  words: 'import prices',
  usage: 'FILE [--dry-run]',
  summary:
    'Brings prices in from CSV: list, sku | product | category | everything, min_quantity, unit_price | percent_off',
  options: { 'dry-run': { type: 'boolean' } },
  async run({ args, options, open, say }) {
    const [file] = args;
    if (!file) throw new WrongUse('import prices wants a file');
    const found = await stat(file).catch(() => null);
    if (!found?.isFile()) throw new WrongUse(`there is no file ${file}`);
    const isDryRun = options['dry-run'] === true;
    const { process } = await open();
    let told = Date.now();
    const report = await importPrices(await depsForRequest(process), {
      file,
      isDryRun,
      onProgress({ rows, bytes }) {
        if (Date.now() - told < millisecondsBetweenLines) return;
        told = Date.now();
        say(`${Math.round((bytes / Math.max(1, found.size)) * 100)} %  ${rows.toLocaleString('en')} rows`);
      },
    });
    for (const { row, column, code, message } of report.errors.slice(0, shownErrors))
      say(`row ${row}${column ? `, ${column}` : ''}: ${message} (${code})`);
    if (report.errors.length > shownErrors) say(`… and ${report.errors.length - shownErrors} more; --json tells all`);
    const done = isDryRun ? 'would be' : 'were';
    return {
      json: report,
      words: `${report.created} prices ${done} created, ${report.updated} updated, ${report.unchanged} are as they were; ${report.rejected} rows were refused.`,
    };
  },
};
