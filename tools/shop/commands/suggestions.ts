import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { type PastPurchase, evaluateSuggestions } from '../../../app/domain/suggestions/evaluate.ts';
import { type Command, WrongUse } from '../command.ts';

const millisecondsOfDay = 86_400_000;

type InvoiceRow = Record<'InvoiceNo' | 'StockCode' | 'Quantity' | 'InvoiceDate' | 'UnitPrice' | 'CustomerID', string>;

/** Invoices as orders: cancellations, returns and rows without a customer or a price are none. */
export function purchasesOf(csv: string): PastPurchase[] {
  const rows: InvoiceRow[] = parse(csv, { columns: true, bom: true, relax_quotes: true, relax_column_count: true });
  const orders = new Map<string, { buyer: string; day: number; at: number; skus: Set<string> }>();
  for (const row of rows) {
    const buyer = row.CustomerID.trim();
    const at = Date.parse(`${row.InvoiceDate.replace(' ', 'T')}Z`);
    const isSale = !row.InvoiceNo.startsWith('C') && Number(row.Quantity) > 0 && Number(row.UnitPrice) > 0;
    if (buyer === '' || !isSale || Number.isNaN(at)) continue;
    const order = orders.get(row.InvoiceNo) ?? { buyer, at, day: Math.floor(at / millisecondsOfDay), skus: new Set() };
    order.skus.add(row.StockCode.trim().toUpperCase());
    orders.set(row.InvoiceNo, order);
  }
  return [...orders.values()];
}

export const suggestionsEvaluate: Command = {
  usage: 'FILE.csv[.gz]',
  summary: 'Foretells each last order of a file of invoices, beside "the 20 SKUs bought on most days"',
  async run({ args }) {
    const [file] = args;
    if (!file) throw new WrongUse('evaluate suggestions wants a file of invoices');
    const bytes = await readFile(file).catch(() => null);
    if (!bytes) throw new WrongUse(`there is no file ${file}`);
    const result = evaluateSuggestions(
      purchasesOf((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')),
    );
    const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
    const line = (name: string, { recall, precision }: { recall: number; precision: number }) =>
      `${name.padEnd(12)} recall ${percent(recall)}, precision ${percent(precision)}`;
    return {
      json: result,
      words: [
        `${result.buyers} buyers`,
        line('suggestions', result.suggestions),
        line('baseline', result.baseline),
      ].join('\n'),
    };
  },
};
