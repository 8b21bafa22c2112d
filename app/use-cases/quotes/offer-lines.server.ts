import type { LineConfiguration } from '#app/domain/cart/cart.ts';
import { type Exact, toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { type Outcome, ok, refused } from '#app/domain/outcome.ts';
import { discountedPrice } from '#app/domain/quotes/line-discounts.ts';
import { nameLines } from '#app/domain/quotes/name-lines.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { readAllVersions } from '#db/queries/quote-versions.server.ts';
import { type SellerQuote, readQuoteLines } from '#db/queries/quotes.server.ts';
import { type LineToOffer, pricesToday } from './price-offer.server';

/** A line as a seller types it. */
export type LineOfOffer = {
  readonly line?: number | undefined;
  readonly sku?: string | undefined;
  readonly quantity?: string | undefined;
  readonly unitPrice: string;
  /** Off what the buyer pays today, in percent: goes before the price. */
  readonly discountPercent?: string | undefined;
  /** The discount on the rest does not touch it. */
  readonly isLocked?: boolean | undefined;
  /** Left out: as the buyer asked for it. */
  readonly configuration?: LineConfiguration | undefined;
};

export type LinesTyped = {
  readonly lines: readonly LineOfOffer[];
  /** Off every line that has no discount of its own and is not locked. */
  readonly restPercent?: string | null | undefined;
};

/** Every line of the offer with its number, as the buyer configured it unless the offer says otherwise, at the price that
 *  its discounts make of it. */
export async function linesOfOffer(
  db: DbOrTx,
  p: { quote: SellerQuote; typed: LinesTyped; at: Date },
): Promise<Outcome<LineToOffer[], 'lines_needed' | 'line_twice' | 'no_such_line'>> {
  const { quote, typed } = p;
  if (typed.lines.length === 0) return refused('lines_needed');
  const asked = await readQuoteLines(db, { quoteId: quote.id });
  const before = (await readAllVersions(db, { quoteId: quote.id })).at(-1)?.lines ?? [];
  const known = [...before, ...asked.filter(({ line }) => !before.some((each) => each.line === line))];
  const numbers = nameLines(known, typed.lines, true);
  if (!numbers.ok) return numbers;
  const lines = typed.lines.map((wanted, index) => {
    const line = numbers.value[index] as number;
    const own = known.find((each) => each.line === line);
    const sku = wanted.sku ?? own?.sku;
    const quantity = wanted.quantity ?? own?.quantity;
    if (sku === undefined || quantity === undefined) return null;
    const isSame = own?.sku === sku;
    const configuration = wanted.configuration ?? (isSame ? own.configuration : {});
    return { line, sku, quantity, configuration, unitPrice: wanted.unitPrice };
  });
  if (!lines.every((line) => line !== null)) return refused('no_such_line');
  return ok(await discounted(db, { ...p, lines }));
}

async function discounted(
  db: DbOrTx,
  p: { quote: SellerQuote; typed: LinesTyped; lines: LineToOffer[]; at: Date },
): Promise<LineToOffer[]> {
  const { quote, typed, lines, at } = p;
  const { currency } = quote;
  const restPercent = percentOf(typed.restPercent);
  if (!restPercent && typed.lines.every(({ discountPercent }) => !discountPercent)) return lines;
  const today = await pricesToday(db, { quote, currency, lines, at });
  return lines.map((line, index) => {
    const wanted = typed.lines[index];
    const own = today.get(line.line);
    const price = discountedPrice(
      {
        price: toExact(line.unitPrice),
        discountPercent: percentOf(wanted?.discountPercent),
        isLocked: wanted?.isLocked ?? false,
      },
      { today: own ? (own.unitPrice ?? own.averagePrice) : null, restPercent, currency },
    );
    return { ...line, unitPrice: toDecimalString(price, 6) };
  });
}

const percentOf = (text: string | null | undefined): Exact | null => (text ? toExact(text) : null);
