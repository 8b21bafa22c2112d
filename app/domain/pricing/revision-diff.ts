import { quantityFrom } from '../catalog/order-quantity';
import { type Exact, compare, equals, exact, isLess, multiply, negate, subtract, zero } from '../money/exact';
import { money, subtractMoney } from '../money/money';
import { roundToMinorUnits } from '../money/rounding';
import { type ChainLink, type ItemToPrice, chainLinks, entryForLine, isPublic, keysReaching } from './chain-link';
import { variantPart } from './line-draft';
import { discountPercent, marginPercent } from './margin';
import type { PricedItem } from './price-entry';
import { priceChain } from './price-chain';
import { ownPriceLink } from './plan-and-modules';
import { type DiffRow, type ProposedChange, termsWith } from './price-list-diff';
import { type PriceRevision, hasOption } from './price-revision';
import type { PartName, PriceTerms, PriceableVariant } from './price-terms';
import { type Won, walkChain } from './walk-chain';

/** Every price a revision sets, beside what the same buyer pays today without it: each variant of the terms, and each
 *  plan and module its entries name, at every quantity where the old or the new price changes. Between those quantities
 *  neither moves, so no larger discount hides there; graduated prices are also taken at the end of each band, and in the
 *  last one at the price their average comes down to. `costs` by SKU, of one unit in the list's currency. */
export function revisionDiff(change: ProposedChange, costs: ReadonlyMap<string, Exact>): DiffRow[] {
  const { today, proposed, at } = change;
  const chains: Chains = {
    before: linksOf(today, at),
    after: linksOf(termsWith(change), at),
    proposed,
  };
  const own = chains.after.find(({ revision }) => revision?.list === proposed.list);
  if (!own) return [];
  const seen = new Set<string>();
  const variants = [...today.variants.values()].sort((a, b) => (a.sku < b.sku ? -1 : 1));
  return variants.flatMap((variant) => [
    ...rowsOf(variantItem(variant), variant, { ...chains, own }, today, costs.get(variant.sku) ?? null),
    ...partsOf(variant, own, seen).flatMap((item) => rowsOf(item, variant, { ...chains, own }, today, null)),
  ]);
}

type Chains = {
  readonly before: readonly ChainLink[];
  readonly after: readonly ChainLink[];
  readonly proposed: PriceRevision;
};

const linksOf = (terms: PriceTerms, at: Date): ChainLink[] =>
  chainLinks(priceChain(terms.revisions, terms.buyer, terms.currency, at));

const variantItem = ({ sku, product, categories }: PriceableVariant): PricedItem => ({
  kind: 'variant',
  sku,
  product,
  categories,
});

/** Plans and modules of the variant's product that the list names, once per product. */
function partsOf({ product }: PriceableVariant, own: ChainLink, seen: Set<string>): PricedItem[] {
  if (seen.has(product)) return [];
  seen.add(product);
  return [...own.ladders.values()].flatMap(([first]) => {
    const target = first?.target;
    return target && (target.kind === 'plan' || target.kind === 'module') && target.product === product ? [target] : [];
  });
}

function rowsOf(
  item: PricedItem,
  variant: PriceableVariant,
  chains: Chains & { readonly own: ChainLink },
  terms: PriceTerms,
  cost: Exact | null,
): DiffRow[] {
  const { own, proposed } = chains;
  const ownPrice =
    item.kind === 'variant' ? [] : [ownPriceLink(terms.products.get(item.product), item, terms.currency)];
  const [before, after] = [
    [...chains.before, ...ownPrice],
    [...chains.after, ...ownPrice],
  ];
  const keys = keysReaching(item);
  if (!keys.some((key) => own.ladders.has(key))) return [];
  const part: PartName = item.kind === 'variant' ? variantPart(item.sku) : { kind: item.kind, code: item.code };
  const rule = item.kind === 'variant' ? variant : { minimumQuantity: exact(1n), quantityStep: exact(1n) };
  const isGraduated = hasOption(proposed, 'graduated');
  const asked = (quantity: Exact): ItemToPrice => ({
    item,
    keys,
    quantity,
    othersQuantity: zero,
    quantityStep: rule.quantityStep,
    isFlat: isFlatModule(item, terms),
  });
  const ownReaches = (quantity: Exact) => 'reached' in entryForLine(own, asked(quantity));
  const quantities = pointsOf(
    [...before, ...after].flatMap(({ ladders }) =>
      keys.flatMap((key) => (ladders.get(key) ?? []).map(({ minQuantity }) => minQuantity)),
    ),
    rule,
    isGraduated,
  ).filter(ownReaches);

  return quantities.map((quantity, index): DiffRow => {
    const old = walkChain(before, asked(quantity)).won;
    const won = walkChain(after, asked(quantity)).won;
    const isLast = index === quantities.length - 1;
    const now = won && (isLast ? lowestAverage(won) : won.candidate.unitPrice);
    const off = old && now ? discountPercent(old.candidate.unitPrice, now) : null;
    const next = quantities[index + 1];
    const nextWon = next && item.kind === 'variant' ? walkChain(after, asked(next)).won : null;
    return {
      sku: variant.sku,
      part,
      quantity,
      old: old?.candidate.unitPrice ?? null,
      new: now,
      public:
        item.kind === 'variant'
          ? (walkChain(before.filter(isPublic), asked(quantity)).won?.candidate.unitPrice ?? null)
          : null,
      changePercent: off && negate(off),
      cost,
      marginPercent: now && cost ? marginPercent(now, cost) : null,
      cliff: won && next && nextWon ? cliffBefore(quantity, won, next, nextWon, rule.quantityStep, terms) : null,
    };
  });
}

/** A graduated price comes down to its last band the more is bought. */
const lowestAverage = ({ candidate }: Won): Exact => candidate.bands?.at(-1)?.unitPrice ?? candidate.unitPrice;

const isFlatModule = (item: PricedItem, terms: PriceTerms): boolean =>
  item.kind === 'module' &&
  terms.products.get(item.product)?.modules.find(({ code }) => code === item.code)?.pricing.kind === 'flat';

/** The quantities to look at, rising: the smallest that may be ordered, and each break. */
function pointsOf(
  minimums: readonly Exact[],
  rule: { readonly minimumQuantity: Exact; readonly quantityStep: Exact },
  isGraduated: boolean,
): Exact[] {
  const first = quantityFrom(rule, zero);
  const breaks = minimums.map((minimum) => quantityFrom(rule, minimum));
  const ends = isGraduated ? breaks.map((minimum) => subtract(minimum, rule.quantityStep)) : [];
  return [first, ...breaks, ...ends.filter((end) => isLess(first, end))]
    .sort(compare)
    .filter((quantity, index, sorted) => index === 0 || !equals(quantity, sorted[index - 1] as Exact));
}

/** The last quantity before the next break, when the break itself costs less. */
function cliffBefore(
  from: Exact,
  won: Won,
  next: Exact,
  nextWon: Won,
  step: Exact,
  { currency }: PriceTerms,
): DiffRow['cliff'] {
  if (won.candidate.bands) return null;
  const last = subtract(next, step);
  if (isLess(last, from)) return null;
  const total = (unitPrice: Exact, quantity: Exact) =>
    money(roundToMinorUnits(multiply(unitPrice, quantity), currency), currency);
  const [before, after] = [total(won.candidate.unitPrice, last), total(nextWon.candidate.unitPrice, next)];
  return after.minor < before.minor
    ? { more: subtract(next, last), quantity: next, lineTotal: after, saved: subtractMoney(before, after) }
    : null;
}
