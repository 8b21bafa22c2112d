import { stat } from 'node:fs/promises';
import { depsForRequest } from '#app/deps.server.ts';
import { isCurrencyCode } from '#app/domain/money/currencies.ts';
import { importPastOrders } from '#app/use-cases/orders/import-past-orders.server.ts';
import { type Command, WrongUse } from '../command.ts';

const shownErrors = 20;
const millisecondsBetweenLines = 2_000;

export const ordersImport: Command = {
  usage: 'FILE [--currency EUR] [--make-products] [--dry-run]',
  summary: 'Brings in what another shop sold: number, placed_at, sku, title, quantity, unit_price, email, country',
  options: {
    'dry-run': { type: 'boolean' },
    'make-products': { type: 'boolean' },
    currency: { type: 'string' },
  },
  async run({ args, options, open, say }) {
    const [file] = args;
    const found = file ? await stat(file).catch(() => null) : null;
    if (!file || !found?.isFile()) throw new WrongUse(file ? `there is no file ${file}` : 'import orders wants a file');
    const currency = String(options.currency ?? 'EUR').toUpperCase();
    if (!isCurrencyCode(currency)) throw new WrongUse(`${currency} is no currency`);
    const isDryRun = options['dry-run'] === true;
    const { process } = await open();
    let told = Date.now();
    const report = await importPastOrders(await depsForRequest(process), {
      ...{ file, currency, isDryRun, makesProducts: options['make-products'] === true },
      onProgress({ rows, bytes }) {
        if (rows === 0 || Date.now() - told < millisecondsBetweenLines) return;
        told = Date.now();
        say(`${Math.round((bytes / Math.max(1, found.size)) * 100)} %  ${rows.toLocaleString('en')} rows`);
      },
    });
    for (const { row, code, message } of report.errors.slice(0, shownErrors)) say(`row ${row}: ${message} (${code})`);
    if (report.errors.length > shownErrors) say(`… and ${report.errors.length - shownErrors} more; --json tells all`);
    const done = isDryRun ? 'would be' : 'were';
    return {
      json: report,
      words: `${report.created} orders of ${report.lines} lines and ${report.products} products ${done} created, ${report.unchanged} were there; ${report.rejected} rows were refused.`,
    };
  },
};
