import { toExact } from '#app/domain/money/exact.ts';
import { type HistoryEffect, type OrderedLine, effectOnHistory } from '#app/domain/pricing/price-list-diff.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { type OrderedLines, listOrderedLines } from '#db/queries/ordered-lines.server.ts';
import type { RevisionRow } from '#db/queries/price-revisions.server.ts';
import { loadReviewTerms } from '#db/queries/price-terms.server.ts';

const months = 12;
/** Different lines; of a company that orders more than this the most frequent are counted. */
const mostLines = 20_000;

/** What the last twelve months of the company's orders would have cost at today's prices and at the proposed ones. Null
 *  for a list of no single company. */
export async function effectOfRevision(
  db: DbOrTx,
  { revision, at }: { revision: RevisionRow; at: Date },
): Promise<HistoryEffect | null> {
  const { companyId, unitId, currency } = revision;
  if (!companyId || !unitId) return null;
  const since = new Date(at);
  since.setUTCMonth(since.getUTCMonth() - months);
  const lines = await listOrderedLines(db, { companyId, unitId, currency, since, limit: mostLines });
  const terms = await loadReviewTerms(db, {
    buyer: { companyId, unitId },
    currency,
    at,
    skus: lines.map(({ sku }) => sku),
    revisionId: revision.id,
  });
  return terms && effectOnHistory({ ...terms, at }, lines.map(lineOf));
}

const lineOf = ({ sku, quantity, configuration, times }: OrderedLines, index: number): OrderedLine => ({
  line: index + 1,
  sku,
  quantity: toExact(quantity),
  choice: {
    plan: configuration.plan ?? null,
    modules: (configuration.modules ?? []).map((module) => ({
      code: module.code,
      quantity: module.quantity ? toExact(module.quantity) : null,
    })),
  },
  term: configuration.term ?? null,
  times,
});
