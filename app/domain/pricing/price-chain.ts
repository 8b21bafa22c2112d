import type { CurrencyCode } from '../money/currencies';
import type { PriceRevision } from './price-revision';
import { revisionPhase } from './price-list-lifecycle';
import { revisionInForce } from './revision-in-force';

/** Whose prices are asked, as of the moment asked about. A visitor or consumer has no unit and maybe no segment. */
export type Buyer = {
  /** The unit bought for, then each unit above it up to the root. */
  readonly unitPath: readonly string[];
  readonly segments: readonly string[];
};
export const thePublic: Buyer = { unitPath: [], segments: [] };

/** The lists that are asked for this buyer at this moment, in the order they are asked: contract lists of the buyer's
 *  unit, then of each unit above; segment lists by smallest priority; the standard list. Ties go to the later start,
 *  then to the list code. Hard filters first: currency, in force, the buyer's unit and segments. */
export function priceChain(
  revisions: readonly PriceRevision[],
  buyer: Buyer,
  currency: CurrencyCode,
  at: Date,
): PriceRevision[] {
  const ranked = [...byList(revisions).values()].flatMap((ofList) => {
    const revision = revisionInForce(ofList, at);
    const rank = revision && revision.currency === currency ? chainRank(revision, buyer) : null;
    return revision && rank ? [{ revision, rank }] : [];
  });
  return ranked
    .sort(
      (a, b) =>
        a.rank[0] - b.rank[0] ||
        a.rank[1] - b.rank[1] ||
        b.revision.effectiveAt.getTime() - a.revision.effectiveAt.getTime() ||
        (a.revision.list < b.revision.list ? -1 : 1),
    )
    .map(({ revision }) => revision);
}

/** [step, place within the step], or null when the list is not this buyer's. */
function chainRank(revision: PriceRevision, buyer: Buyer): [number, number] | null {
  if (revision.kind === 'standard') return [2, 0];
  if (revision.kind === 'segment')
    return revision.segment !== null && buyer.segments.includes(revision.segment) ? [1, revision.priority] : null;
  const distance = revision.unit === null ? -1 : buyer.unitPath.indexOf(revision.unit);
  return distance < 0 ? null : [0, distance];
}

function byList(revisions: readonly PriceRevision[]): Map<string, PriceRevision[]> {
  const lists = new Map<string, PriceRevision[]>();
  for (const revision of revisions) {
    const ofList = lists.get(revision.list);
    if (ofList) ofList.push(revision);
    else lists.set(revision.list, [revision]);
  }
  return lists;
}

export const setAsideCodes = ['other_currency', 'other_buyer', 'scheduled', 'superseded', 'ended'] as const;
export type SetAsideCode = (typeof setAsideCodes)[number];

/** Why approved revisions are not in the chain; for sellers, since it may tell of other buyers and coming prices. */
export function setAside(
  revisions: readonly PriceRevision[],
  buyer: Buyer,
  currency: CurrencyCode,
  at: Date,
): { readonly revision: PriceRevision; readonly because: SetAsideCode }[] {
  const lists = byList(revisions);
  return revisions.flatMap((revision): { revision: PriceRevision; because: SetAsideCode }[] => {
    const phase = revisionPhase(revision, lists.get(revision.list) ?? [], at);
    if (phase !== 'active') return [{ revision, because: phase }];
    if (revision.currency !== currency) return [{ revision, because: 'other_currency' }];
    return chainRank(revision, buyer) === null ? [{ revision, because: 'other_buyer' }] : [];
  });
}
