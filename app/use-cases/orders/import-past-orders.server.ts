import { createHash } from 'node:crypto';
import type { Deps } from '#app/deps.server.ts';
import { type Market, openMarkets } from '#app/domain/checkout/markets.ts';
import { codeKey } from '#app/domain/catalog/code-key.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { multiply } from '#app/domain/money/exact.ts';
import { roundToMinorUnits, roundingMode, toDecimalString } from '#app/domain/money/rounding.ts';
import { orderNumber } from '#app/domain/orders/order-number.ts';
import {
  type PastLine,
  type PastOrderColumns,
  pastCountry,
  pastCustomerEmail,
  pastOrderColumns,
  readPastLine,
} from '#app/domain/orders/past-orders.ts';
import { UnreadableCsv, readCsv } from '#app/integrations/csv.server.ts';
import { newId } from '#app/integrations/ids.server.ts';
import type { Tx } from '#db/client.server.ts';
import { type NewOrderLine, addHistoryEntries, addOrderLines, addPastOrders } from '#db/queries/orders.server.ts';
import { findArticles } from '#db/queries/part-numbers.server.ts';
import { personOfEmail } from '#db/queries/persons.server.ts';
import { readShopRules } from '#db/queries/shop-rules.server.ts';
import { upsertProduct } from '../catalog/upsert-product.server';

type Problem = { row: number; column: null; code: string; message: string };
export type PastOrdersReport = {
  /** Orders. */
  created: number;
  unchanged: number;
  lines: number;
  products: number;
  /** Rows. */
  rejected: number;
  errors: Problem[];
};
type Wanted = {
  file: string;
  currency: CurrencyCode;
  isDryRun: boolean;
  /** Makes an article of every SKU nobody knows; without a price list it is not sold. */
  makesProducts: boolean;
  onProgress?: (progress: { rows: number; bytes: number }) => void;
};

const ordersPerBatch = 200;
const via = 'order_import';
type PastOrder = [PastLine, ...PastLine[]];

/** Brings in what another shop sold, from CSV, so that reorders, suggestions and proposals of prices know it. Streamed;
 *  good rows in, bad rows told. The orders are over: paid and fulfilled, without stock, invoice, tax or mail. One that
 *  is there stays as it is, so a file run again changes nothing. The number it had is among its notes. */
export async function importPastOrders(deps: Deps, input: Wanted): Promise<PastOrdersReport> {
  const report: PastOrdersReport = { created: 0, unchanged: 0, lines: 0, products: 0, rejected: 0, errors: [] };
  const refuse = (row: number, code: string, message = code.replaceAll('_', ' ')) =>
    report.errors.push({ row, column: null, code, message });
  const markets = openMarkets((await readShopRules(deps.db)).markets);
  const market = markets.find(({ currency }) => currency === input.currency) ?? markets[0];
  let bytes = 0;
  let batch = new Map<string, PastOrder>();
  /** Orders of batches before: one that goes on later cannot be added to. */
  const taken = new Set<string>();
  let columns: PastOrderColumns | null = null;
  const finish = async (row: number) => {
    await takeOrders(deps, { ...input, market, orders: [...batch.values()], report });
    for (const number of batch.keys()) taken.add(number);
    batch = new Map();
    input.onProgress?.({ rows: row, bytes });
  };
  try {
    for await (const { row, cells } of readCsv(input.file, (read) => (bytes = read))) {
      if (row === 1) {
        columns = pastOrderColumns(cells);
        if (columns) continue;
        refuse(1, 'no_header', 'The first row names the columns: number, placed_at, sku, quantity, unit_price …');
        break;
      }
      if (!columns) break;
      const read = readPastLine(cells, columns);
      if (!read.ok) {
        refuse(row, read.problem);
        continue;
      }
      const { line } = read;
      const begun = batch.get(line.number);
      if (begun) {
        begun.push(line);
        continue;
      }
      if (batch.size >= ordersPerBatch) await finish(row);
      if (taken.has(line.number))
        refuse(row, 'order_split', 'The rows of this order stand too far apart: sort the file');
      else batch.set(line.number, [line]);
    }
    await finish(0);
  } catch (fault) {
    if (!(fault instanceof UnreadableCsv)) throw fault;
    refuse(fault.row, 'unreadable', fault.message);
  }
  report.rejected = report.errors.length;
  return report;
}

async function takeOrders(
  deps: Deps,
  p: Wanted & { market: Market | undefined; orders: PastOrder[]; report: PastOrdersReport },
): Promise<void> {
  const { orders, report, isDryRun } = p;
  if (orders.length === 0) return;
  const titles = new Map(orders.flat().map(({ sku, title }) => [sku, title]));
  if (p.makesProducts) await makeProducts(deps, { titles, report, isDryRun });
  const articles = await findArticles(deps.db, { codes: [...titles.keys()], companyId: null });
  await deps.db
    .transaction(async (tx) => {
      const rows = [];
      const personIds = new Map<string, string>();
      for (const lines of orders) {
        const [{ number, placedAt, customer, country }] = lines;
        const email = pastCustomerEmail(customer);
        const sums = lines.map((line) => roundToMinorUnits(multiply(line.quantity, line.unitPrice), p.currency));
        if (customer && !personIds.has(email)) personIds.set(email, await personIdOf(tx, email, placedAt));
        const totalMinor = sums.reduce((sum, minor) => sum + minor, 0n);
        rows.push({
          ...{
            id: newId(placedAt.getTime()),
            number: ourNumber(number),
            notes: number,
            status: 'fulfilled' as const,
            channel: 'import' as const,
          },
          personId: customer ? (personIds.get(email) ?? null) : null,
          ...{ email, locale: 'en', market: p.market?.code ?? 'DE', currency: p.currency, roundingMode },
          ...{ showsTaxIncluded: false, totalMinor, freightMinor: 0n, freightTaxMinor: 0n, taxMinor: 0n },
          ...{ payableMinor: totalMinor, paidMinor: totalMinor, shippingMethod: 'past' },
          shipTo: {
            name: '',
            address: '',
            city: '',
            postalCode: '',
            country: pastCountry(country) ?? p.market?.countries[0] ?? 'DE',
          },
          ...{ placedAt, createdAt: placedAt },
        });
      }
      const added = await addPastOrders(tx, { orders: rows });
      report.created += added.size;
      report.unchanged += orders.length - added.size;
      const lines = orders.flatMap((each) => linesOf(each, added.get(ourNumber(each[0].number)), articles, p.currency));
      report.lines += lines.length;
      await addOrderLines(tx, { lines });
      await addHistoryEntries(
        tx,
        rows.flatMap(({ number, notes, placedAt }) => {
          const orderId = added.get(number);
          return orderId
            ? [{ id: newId(), orderId, type: 'imported', at: placedAt, personId: null, via, data: { number: notes } }]
            : [];
        }),
      );
      if (isDryRun) throw new DryRun();
    })
    .catch((fault: unknown) => {
      if (!(fault instanceof DryRun)) throw fault;
    });
}

/** Takes back what a dry run wrote to count it. */
class DryRun extends Error {}

/** A number of our own kind, the same for the same number of the other shop. */
const ourNumber = (theirs: string): string =>
  orderNumber(createHash('sha256').update(`past:${theirs}`).digest().subarray(0, 24));

const personIdOf = async (tx: Tx, email: string, at: Date): Promise<string> =>
  (await personOfEmail(tx, { email, newId: newId(), name: '', locale: 'en', at })).id;

function linesOf(
  lines: PastOrder,
  orderId: string | undefined,
  articles: Awaited<ReturnType<typeof findArticles>>,
  currency: CurrencyCode,
): NewOrderLine[] {
  if (!orderId) return [];
  return lines.map(({ sku, title, quantity, unitPrice }, index) => {
    const article = articles.get(sku);
    const many = toDecimalString(quantity, 6);
    return {
      ...{ id: newId(), orderId, line: index + 1, variantId: article?.variantId ?? null, sku: article?.sku ?? sku },
      ...{ title, quantity: many, fulfilledQuantity: many, unitPrice: toDecimalString(unitPrice, 6) },
      lineTotalMinor: roundToMinorUnits(multiply(quantity, unitPrice), currency),
      ...{ taxMinor: 0n, taxRatePercent: '0', taxClass: 'standard' },
    };
  });
}

async function makeProducts(
  deps: Deps,
  p: { titles: ReadonlyMap<string, string>; report: PastOrdersReport; isDryRun: boolean },
): Promise<void> {
  const known = await findArticles(deps.db, { codes: [...p.titles.keys()], companyId: null });
  const made = new Set<string>();
  for (const [sku, title] of p.titles) {
    // A code that differs by its case alone is the article of that code.
    if (known.has(sku) || made.has(codeKey(sku))) continue;
    made.add(codeKey(sku));
    const slug = sku
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '');
    if (!slug) continue;
    p.report.products += 1;
    if (p.isDryRun) continue;
    const body = { title: { en: title }, status: 'active' as const, variants: [{ sku }] };
    const saved = await upsertProduct(deps, { handle: `past-${slug}`, body });
    if (!saved.ok) p.report.products -= 1;
  }
}
