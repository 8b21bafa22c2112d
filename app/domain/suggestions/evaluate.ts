import { demandDays, isGoods, suggest, suggestionsShown } from './suggest';

/** An order of the past: who, on which day, at which moment, what. */
export type PastPurchase = {
  readonly buyer: string;
  readonly day: number;
  readonly at: number;
  readonly skus: ReadonlySet<string>;
};

/** Recall: how much of the last order was suggested. Precision: how much of what was suggested was in it. Both are the
 *  mean over the buyers, from 0 to 1. */
export type Measured = { readonly recall: number; readonly precision: number };
export type Evaluation = { readonly buyers: number; readonly suggestions: Measured; readonly baseline: Measured };

/** Foretells every buyer's last order from what was known the day before it, beside "the SKUs this buyer bought on
 *  most days". Buyers with nothing before that day are left out; what is not goods counts for neither. */
export function evaluateSuggestions(purchases: readonly PastPurchase[]): Evaluation {
  const byBuyer = new Map<string, PastPurchase[]>();
  const bySku = new Map<string, PastPurchase[]>();
  const addTo = (lists: Map<string, PastPurchase[]>, key: string, purchase: PastPurchase) => {
    const list = lists.get(key);
    if (list) list.push(purchase);
    else lists.set(key, [purchase]);
  };
  for (const each of purchases) {
    const purchase = { ...each, skus: new Set([...each.skus].filter(isGoods)) };
    if (purchase.skus.size > 0) addTo(byBuyer, purchase.buyer, purchase);
    for (const sku of purchase.skus) addTo(bySku, sku, purchase);
  }

  const ours: Measured[] = [];
  const simple: Measured[] = [];
  for (const [buyer, orders] of byBuyer) {
    const last = orders.reduce((latest, order) => (order.at > latest.at ? order : latest));
    const daysOf = new Map<string, Set<number>>();
    for (const { day, skus } of orders)
      if (day < last.day) for (const sku of skus) daysOf.set(sku, (daysOf.get(sku) ?? new Set()).add(day));
    if (daysOf.size === 0) continue;
    const demand = new Map(
      [...daysOf.keys()].map((sku) => {
        const others = (bySku.get(sku) ?? []).filter(
          (one) => one.buyer !== buyer && one.day < last.day && one.day >= last.day - demandDays,
        );
        return [sku, new Set(others.map((one) => one.buyer)).size] as const;
      }),
    );
    const bought = [...daysOf].map(([sku, days]) => ({ sku, days: [...days] }));
    const suggested = suggest({ bought, today: last.day, demand }).map(({ sku }) => sku);
    ours.push(measured(suggested, last.skus));
    simple.push(measured(onMostDays(daysOf), last.skus));
  }
  return { buyers: ours.length, suggestions: mean(ours), baseline: mean(simple) };
}

const onMostDays = (daysOf: ReadonlyMap<string, ReadonlySet<number>>): string[] =>
  [...daysOf]
    .sort(([a, days], [b, others]) => others.size - days.size || (a < b ? -1 : 1))
    .slice(0, suggestionsShown)
    .map(([sku]) => sku);

function measured(suggested: readonly string[], ordered: ReadonlySet<string>): Measured {
  const hits = suggested.filter((sku) => ordered.has(sku)).length;
  return { recall: hits / ordered.size, precision: hits / suggested.length };
}

const mean = (all: readonly Measured[]): Measured => ({
  recall: all.reduce((sum, { recall }) => sum + recall, 0) / Math.max(1, all.length),
  precision: all.reduce((sum, { precision }) => sum + precision, 0) / Math.max(1, all.length),
});
