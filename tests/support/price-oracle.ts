import { type Exact, add, divide, isLess, lessPercent, multiply, one, smaller, zero } from '#app/domain/money/exact.ts';
import type { PriceEntry } from '#app/domain/pricing/price-entry.ts';
import type { PriceRevision } from '#app/domain/pricing/price-revision.ts';
import type { LineToPrice, PriceTerms, PriceableVariant } from '#app/domain/pricing/price-terms.ts';

/** The chain of lists written a second time, straight from the rules, with no care for speed and nothing shared with
 *  the engine but exact numbers. Plain variants only: plans, modules and terms have tables of their own. */
export type OraclePrice = { list: string; unit: Exact; total: Exact; from: Exact };

export function oracle(line: LineToPrice, document: LineToPrice[], terms: PriceTerms, at: Date): OraclePrice | null {
  const variant = terms.variants.get(line.sku) as PriceableVariant;
  const chain = oracleChain(terms, at);
  const standards = chain.filter((revision) => revision.kind === 'standard');
  return walk(chain);

  function walk(lists: PriceRevision[]): OraclePrice | null {
    const [first, ...rest] = lists;
    if (!first) return null;
    const own = alone(first, rest);
    if (!own) return walk(rest);

    let price = own;
    let names = [first];
    if (first.options.includes('lowest')) {
      lists.forEach((list, index) => {
        const other = alone(list, lists.slice(index + 1));
        if (other && isLess(other.unit, price.unit)) {
          price = other;
          names = [first, list];
        }
      });
    } else {
      // Join ladder after ladder as long as the list at hand wants it; then take the highest break, the earlier on a tie.
      let tail = lists;
      while (tail[0]?.options.includes('merge')) {
        tail = tail.slice(1);
        while (tail[0] && !alone(tail[0], tail.slice(1))) tail = tail.slice(1);
        const [next] = tail;
        if (!next) break;
        const joined = alone(next, tail.slice(1)) as OraclePrice;
        if (isLess(price.from, joined.from)) {
          price = joined;
          names = [first, next];
        }
      }
    }
    if (names.some((list) => list.kind !== 'standard' && list.options.includes('cap_at_public'))) {
      const everybody = walk(standards);
      if (everybody && isLess(everybody.unit, price.unit)) return everybody;
    }
    return price;
  }

  function alone(list: PriceRevision, rest: PriceRevision[]): OraclePrice | null {
    const walked = list.options.includes('mix_and_match') ? document.reduce(shared, zero) : line.quantity;
    const reached = list.entries
      .filter((entry) => breadth(entry) < Infinity && !isLess(walked, entry.minQuantity))
      .sort((a, b) => breadth(a) - breadth(b) || (isLess(a.minQuantity, b.minQuantity) ? 1 : -1));
    const [entry] = reached;
    if (!entry) return null;
    const from = entry.minQuantity;
    if (entry.price.kind === 'percent') {
      const reference = walk(rest);
      if (!reference) return null;
      return volume(list, lessPercent(reference.unit, entry.price.percentOff), from);
    }
    if (!list.options.includes('graduated')) return volume(list, entry.price.unitPrice, from);

    // Walk up in the smallest of one and the step: each such slice is priced by the break it has reached.
    const slice = smaller(one, variant.quantityStep);
    const bands = list.entries.filter((other) => breadth(other) === breadth(entry));
    let total = zero;
    for (let sold = slice; !isLess(line.quantity, sold); sold = add(sold, slice)) {
      const at = bands
        .filter((band) => !isLess(sold, band.minQuantity))
        .sort((a, b) => (isLess(a.minQuantity, b.minQuantity) ? 1 : -1))[0];
      const lowest = bands.sort((a, b) => (isLess(a.minQuantity, b.minQuantity) ? -1 : 1))[0];
      const price = (at ?? lowest)?.price;
      total = add(total, multiply(slice, price?.kind === 'fixed' ? price.unitPrice : zero));
    }
    return { list: list.list, unit: divide(total, line.quantity), total, from };
  }

  function volume(list: PriceRevision, unit: Exact, from: Exact): OraclePrice {
    return { list: list.list, unit, total: multiply(unit, line.quantity), from };
  }

  function shared(sum: Exact, other: LineToPrice): Exact {
    const theirs = terms.variants.get(other.sku) as PriceableVariant;
    const isShared =
      theirs.mixGroup || variant.mixGroup ? theirs.mixGroup === variant.mixGroup : theirs.product === variant.product;
    return isShared ? add(sum, other.quantity) : sum;
  }

  function breadth({ target }: PriceEntry): number {
    if (target.kind === 'variant') return target.sku === variant.sku ? 0 : Infinity;
    if (target.kind === 'product') return target.product === variant.product ? 1 : Infinity;
    if (target.kind === 'everything') return 1000;
    if (target.kind !== 'category') return Infinity;
    const place = variant.categories.indexOf(target.category);
    return place < 0 ? Infinity : 2 + place;
  }
}

export function oracleChain({ revisions, buyer, currency }: PriceTerms, at: Date): PriceRevision[] {
  const codes = [...new Set(revisions.map((revision) => revision.list))];
  const inForce = codes.flatMap((code) => {
    const holding = revisions.filter(
      (r) => r.list === code && +r.effectiveAt <= +at && (r.endsAt === null || +at < +r.endsAt),
    );
    const start = Math.max(...holding.map((r) => +r.effectiveAt));
    const latest = holding.filter((r) => +r.effectiveAt === start).sort((a, b) => b.number - a.number);
    return latest.slice(0, 1);
  });
  const mine = inForce.filter((r) => r.currency === currency);
  const ordered = (some: PriceRevision[]) =>
    some.sort((a, b) => +b.effectiveAt - +a.effectiveAt || a.list.localeCompare(b.list, 'en'));
  const contracts = buyer.unitPath.flatMap((unit) => ordered(mine.filter((r) => r.unit === unit)));
  const segments = ordered(mine.filter((r) => r.segment !== null && buyer.segments.includes(r.segment)));
  const priorities = [...new Set(segments.map((r) => r.priority))].sort((a, b) => a - b);
  return [
    ...contracts,
    ...priorities.flatMap((priority) => segments.filter((r) => r.priority === priority)),
    ...ordered(mine.filter((r) => r.kind === 'standard')),
  ];
}
