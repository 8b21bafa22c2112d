import type { CompanyScope } from '#app/domain/access/company-scope.ts';
import type { Deps } from '#app/deps.server.ts';
import { statusAt } from '#app/domain/quotes/quote-validity.ts';
import { type NamedPerson, namePersons } from '#db/queries/directory.server.ts';
import { type FileFacts, listFiles } from '#db/queries/files.server.ts';
import { type OrdersOfTemplate } from '#app/domain/quotes/repeat-orders.ts';
import { type QuoteOrder, readQuoteOrders, turnsOf } from '#db/queries/quote-orders.server.ts';
import { type QuoteVersion, readReleasedVersions } from '#db/queries/quote-versions.server.ts';
import {
  type Counter,
  type Quote,
  type QuoteComment,
  type QuoteLine,
  findQuote,
  readComments,
  readCounters,
  readQuoteLines,
} from '#db/queries/quotes.server.ts';

export type QuoteSeen = {
  quote: Quote;
  lines: QuoteLine[];
  /** Those the buyer was given. */
  versions: QuoteVersion[];
  counters: Counter[];
  comments: QuoteComment[];
  files: FileFacts[];
  /** The order it became by now, at once or through its purchase order. */
  orderId: string | null;
  /** What was ordered of it, turn by turn. */
  orders: QuoteOrder[];
  /** How an accepted template stands; null = it is ordered once, or not accepted yet. */
  template: OrdersOfTemplate | null;
  people: Map<string, NamedPerson>;
};

/** A quote with what both sides may see, as it stands at this moment. Null when missing or out of scope. */
export async function readQuote(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  p: { scope: CompanyScope; id: string },
): Promise<QuoteSeen | null> {
  const found = await findQuote(db, p);
  if (!found) return null;
  const [lines, versions, counters, comments, files, orders] = await Promise.all([
    readQuoteLines(db, { quoteId: found.id }),
    readReleasedVersions(db, { quoteId: found.id }),
    readCounters(db, { quoteId: found.id }),
    readComments(db, { quoteId: found.id }),
    listFiles(db, { owner: { kind: 'quote', id: found.id } }),
    readQuoteOrders(db, { quoteId: found.id }),
  ]);
  const people = await namePersons(db, {
    ids: [
      found.createdBy,
      found.buyerId,
      ...(found.acceptedBy ? [found.acceptedBy] : []),
      ...versions.map(({ madeBy }) => madeBy),
      ...counters.map(({ personId }) => personId),
      ...comments.map(({ personId }) => personId),
      ...files.flatMap(({ personId }) => personId ?? []),
      ...orders.map(({ orderedBy }) => orderedBy),
    ],
  });
  const quote = { ...found, status: statusAt(found, now()) };
  const { templateTimes: times, templateUntil: until } = quote;
  const template = times !== null && until !== null ? { times, until, ...turnsOf(orders) } : null;
  const orderId = orders[0]?.orderId ?? null;
  return { quote, lines, versions, counters, comments, files, orderId, orders, template, people };
}
