import { type Choice, plainChoice } from '#app/domain/catalog/choice-problems.ts';
import type { ConfigurableProduct, Module, Plan } from '#app/domain/catalog/product.ts';
import { type Exact, one, toExact } from '#app/domain/money/exact.ts';
import { amountString } from '#app/domain/money/money.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { priceDocument, priceLine } from '#app/domain/pricing/price-document.ts';
import type { EntryTarget, PriceEntry } from '#app/domain/pricing/price-entry.ts';
import type { PriceListOption, PriceRevision } from '#app/domain/pricing/price-revision.ts';
import type {
  LinePrice,
  LineToPrice,
  PriceTerms,
  PriceableVariant,
  PricedLine,
} from '#app/domain/pricing/price-terms.ts';

export const d = (text: string | number): Exact => toExact(String(text));
export const day = (date: string): Date => new Date(`${date}T00:00:00Z`);
export const today = day('2027-02-01');

export const sku: EntryTarget = { kind: 'variant', sku: 'ESP-1K' };
export const product: EntryTarget = { kind: 'product', product: 'house-espresso' };
export const category = (path: string): EntryTarget => ({ kind: 'category', category: path });
export const everything: EntryTarget = { kind: 'everything' };
export const plan = (code: string): EntryTarget => ({ kind: 'plan', product: 'house-espresso', code });
export const module = (code: string): EntryTarget => ({ kind: 'module', product: 'house-espresso', code });

/** A ladder of fixed prices, or of percentages off when the value ends in %. */
export function ladder(breaks: Record<string, string | number>, target: EntryTarget = sku): PriceEntry[] {
  return Object.entries(breaks).map(([minimum, value]) => {
    const text = String(value);
    return {
      target,
      minQuantity: d(minimum),
      price: text.endsWith('%')
        ? { kind: 'percent', percentOff: d(text.slice(0, -1)) }
        : { kind: 'fixed', unitPrice: d(text) },
    };
  });
}

type ARevision = Partial<Omit<PriceRevision, 'entries' | 'options' | 'termDiscounts'>> & {
  options?: PriceListOption[];
  termDiscounts?: Record<number, string>;
};
export function aRevision(list: string, entries: PriceEntry[], of: ARevision = {}): PriceRevision {
  const kind = of.kind ?? (list.startsWith('STANDARD') ? 'standard' : 'contract');
  return {
    list,
    number: 1,
    kind,
    currency: 'EUR',
    effectiveAt: day('2027-01-01'),
    endsAt: null,
    unit: kind === 'contract' ? 'hq' : null,
    segment: kind === 'segment' ? 'cafes' : null,
    priority: 10,
    approvedBy: 'manager@tradepost.example',
    ...of,
    options: of.options ?? [],
    termDiscounts: Object.fromEntries(Object.entries(of.termDiscounts ?? {}).map(([months, p]) => [months, d(p)])),
    entries,
  };
}
export const aContract = (breaks: Record<string, string | number>, options: PriceListOption[] = []) =>
  aRevision('HARBOUR-2027', ladder(breaks), { options });
export const aStandard = (breaks: Record<string, string | number>) => aRevision('STANDARD-EUR', ladder(breaks));

export const aVariant = (of: Partial<PriceableVariant> = {}): PriceableVariant => ({
  sku: 'ESP-1K',
  product: 'house-espresso',
  categories: ['coffee/beans/espresso', 'coffee/beans', 'coffee'],
  minimumQuantity: one,
  quantityStep: one,
  billed: 'once',
  mixGroup: null,
  ...of,
});

export const aModule = (code: string, of: Partial<Module> = {}): Module => ({
  code,
  title: code,
  pricing: { kind: 'per_unit' },
  quantity: { kind: 'line' },
  billed: 'once',
  price: { EUR: d('1.50') },
  breaks: [],
  excludes: [],
  ...of,
  requires: { all: [], any: [], ...of.requires },
});
export const aPlan = (code: string, of: Partial<Plan> = {}): Plan => ({
  code,
  title: code,
  billed: 'once',
  price: { EUR: d('12.00') },
  includes: [],
  ...of,
});
export const aProduct = (of: Partial<ConfigurableProduct> = {}): ConfigurableProduct => ({
  handle: 'house-espresso',
  plans: [],
  modules: [],
  ...of,
});

export const terms = (
  revisions: PriceRevision[],
  of: Partial<Omit<PriceTerms, 'variants' | 'products' | 'revisions'>> & {
    variants?: PriceableVariant[];
    products?: ConfigurableProduct[];
  } = {},
): PriceTerms => ({
  currency: 'EUR',
  buyer: { unitPath: ['pier-9', 'north', 'hq'], segments: ['cafes'] },
  ...of,
  revisions,
  variants: new Map((of.variants ?? [aVariant()]).map((variant) => [variant.sku, variant])),
  products: new Map((of.products ?? []).map((each) => [each.handle, each])),
});

export const aLine = (quantity: string | number, of: Partial<LineToPrice> = {}): LineToPrice => ({
  line: 1,
  sku: 'ESP-1K',
  choice: plainChoice,
  term: null,
  ...of,
  quantity: d(quantity),
});
export const choose = (planCode: string | null, ...modules: (string | [string, string])[]): Choice => ({
  plan: planCode,
  modules: modules.map((chosen) =>
    typeof chosen === 'string' ? { code: chosen, quantity: null } : { code: chosen[0], quantity: d(chosen[1]) },
  ),
});

export function sold(price: LinePrice | undefined): PricedLine {
  if (!price?.ok) throw new Error(`not priced: ${price?.problem.code}`);
  return price;
}
export const priced = (line: LineToPrice, of: PriceTerms, at = today): PricedLine => sold(priceLine(line, of, at));
export const problemOf = (line: LineToPrice, of: PriceTerms, at = today) => {
  const price = priceLine(line, of, at);
  return price.ok ? null : price.problem;
};
export const allPriced = (lines: LineToPrice[], of: PriceTerms, at = today): PricedLine[] =>
  priceDocument(lines, of, at).map(sold);

export const totalOf = (line: PricedLine): string => amountString(line.lineTotal);
export const shown = (price: Exact | null): string | null => (price === null ? null : toDecimalString(price, 6, 2));
export const shownLadder = (line: PricedLine): Record<string, string | null> =>
  Object.fromEntries(line.ladder.map((rung) => [toDecimalString(rung.minQuantity, 6), shown(rung.unitPrice)]));
/** "won HARBOUR-2027 first_list_with_an_entry" for each reason. */
export const said = (price: LinePrice): string[] =>
  price.reasons.map(
    ({ verdict, list, document, step, because }) => `${verdict} ${list ?? document ?? step} ${because}`,
  );
