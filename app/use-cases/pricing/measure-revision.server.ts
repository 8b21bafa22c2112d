import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { type Exact, toExact } from '#app/domain/money/exact.ts';
import { type DiffRow, diffUnderReview } from '#app/domain/pricing/price-list-diff.ts';
import {
  type LimitsVerdict,
  type SellerLimits,
  joinVerdicts,
  termDiscountsUnderReview,
  withinLimits,
} from '#app/domain/pricing/price-list-limits.ts';
import { revisionDiff } from '#app/domain/pricing/revision-diff.ts';
import type { DbOrTx } from '#db/client.server.ts';
import { listCoveredVariants } from '#db/queries/price-entries.server.ts';
import type { RevisionRow } from '#db/queries/price-revisions.server.ts';
import { type PriceBuyer, loadReviewTerms } from '#db/queries/price-terms.server.ts';

/** How many variants are compared at a time: what is held in memory, whatever the size of the list. */
const batchSize = 500;

export type DiffPage = {
  rows: DiffRow[];
  /** Percentage off monthly parts by months: what the buyer has today under this list. */
  termsToday: Readonly<Record<number, Exact>>;
  termsProposed: Readonly<Record<number, Exact>>;
  /** The last SKU looked at; null at the end. */
  next: string | null;
};

type Compared = Pick<RevisionRow, 'id' | 'currency' | 'companyId' | 'unitId' | 'segment'>;

/** Whom a revision is compared for: the unit of a contract list, anybody of the segment, the public. */
export const buyerOfRevision = ({
  companyId,
  unitId,
  segment,
}: Compared): { buyer: PriceBuyer; asSegment?: string } => ({
  buyer: companyId && unitId ? { companyId, unitId } : null,
  ...(segment === null ? {} : { asSegment: segment }),
});

/** The prices of a revision beside today's, for the next variants after a SKU. Holds costs: for sellers only. */
export async function diffPage(
  db: DbOrTx,
  p: { revision: Compared; at: Date; after: string; limit: number },
): Promise<DiffPage> {
  const { revision, at, after, limit } = p;
  const covered = await listCoveredVariants(db, { revisionId: revision.id, after, limit });
  const terms = await loadReviewTerms(db, {
    ...buyerOfRevision(revision),
    currency: revision.currency,
    at,
    skus: covered.map(({ sku }) => sku),
    revisionId: revision.id,
  });
  if (!terms) throw new Error(`revision ${revision.id} is gone`);
  const { today, proposed } = terms;
  return {
    rows: revisionDiff({ today, proposed, at }, costsIn(covered, revision.currency)),
    termsToday: today.revisions.find(({ list }) => list === proposed.list)?.termDiscounts ?? {},
    termsProposed: proposed.termDiscounts,
    next: covered.length < limit ? null : (covered.at(-1)?.sku ?? null),
  };
}

const costsIn = (
  covered: readonly { sku: string; cost: Record<string, string> }[],
  currency: CurrencyCode,
): Map<string, Exact> =>
  new Map(
    covered.flatMap(({ sku, cost }) => {
      const own = cost[currency];
      return own === undefined ? [] : [[sku, toExact(own)] as const];
    }),
  );

/** Is every price of the revision within these limits, against what its buyer would pay today without it? */
export async function measureRevision(
  db: DbOrTx,
  p: { revision: Compared; at: Date; limits: SellerLimits },
): Promise<LimitsVerdict> {
  let verdict: LimitsVerdict | null = null;
  let after: string | null = '';
  while (after !== null) {
    const page: DiffPage = await diffPage(db, { revision: p.revision, at: p.at, after, limit: batchSize });
    const terms = after === '' ? termDiscountsUnderReview(page.termsToday, page.termsProposed) : [];
    const next = withinLimits([...terms, ...diffUnderReview(page.rows)], p.limits);
    verdict = verdict ? joinVerdicts(verdict, next) : next;
    after = page.next;
  }
  return verdict as LimitsVerdict;
}
