import { stat } from 'node:fs/promises';
import { depsForRequest } from '#app/deps.server.ts';
import { isCurrencyCode } from '#app/domain/money/currencies.ts';
import { type Exact, toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { priceWithBreaks, proposeBreaks } from '#app/domain/pricing/propose-breaks.ts';
import { importPrices } from '#app/use-cases/pricing/import-prices.server.ts';
import { listSoldLines } from '#db/queries/sold-lines.server.ts';
import { type Command, WrongUse } from '../command.ts';

const shownErrors = 50;
const millisecondsBetweenLines = 2_000;

export const pricesImport: Command = {
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

const monthsBack = 12;
const mostLines = 20_000;

export const pricesPropose: Command = {
  usage: '--sku SKU [--currency EUR]',
  summary: 'Proposes quantity breaks for a SKU from what was really paid in the last twelve months',
  options: { sku: { type: 'string' }, currency: { type: 'string' } },
  async run({ options, open }) {
    const sku = String(options.sku ?? '');
    const currency = String(options.currency ?? 'EUR').toUpperCase();
    if (!sku) throw new WrongUse('prices propose wants --sku');
    if (!isCurrencyCode(currency)) throw new WrongUse(`${currency} is no currency`);
    const { process } = await open();
    const deps = await depsForRequest(process);
    const since = deps.now();
    since.setUTCMonth(since.getUTCMonth() - monthsBack);
    const rows = await listSoldLines(deps.db, { sku, currency, since, limit: mostLines });
    const sold = rows.map(({ quantity, unitPrice }) => ({
      quantity: toExact(quantity),
      unitPrice: toExact(unitPrice),
    }));
    const breaks = proposeBreaks(sold);
    const { paid, proposed } = priceWithBreaks(sold, breaks);
    const plain = (value: Exact, atLeast = 0) => toDecimalString(value, 6, atLeast);
    const entries = breaks.map(({ minQuantity, unitPrice, lines, quantity }) => ({
      ...{ sku, min_quantity: plain(minQuantity), unit_price: plain(unitPrice, 2) },
      ...{ lines, quantity: plain(quantity) },
    }));
    return {
      json: { sku, currency, lines: sold.length, paid: plain(paid, 2), proposed: plain(proposed, 2), entries },
      words: entries.length
        ? entries.map((one) => `from ${one.min_quantity}: ${one.unit_price} (${one.lines} lines)`).join('\n')
        : `Too little of ${sku} was sold to propose anything.`,
    };
  },
};
