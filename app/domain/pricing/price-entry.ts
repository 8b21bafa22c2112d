import type { Exact } from '../money/exact';

/** What an entry of a revision is about. A part is a plan or module; only entries that name it reach it. */
export type EntryTarget =
  | { readonly kind: 'variant'; readonly sku: string }
  | { readonly kind: 'product'; readonly product: string }
  | { readonly kind: 'category'; readonly category: string }
  | { readonly kind: 'everything' }
  | { readonly kind: 'plan'; readonly product: string; readonly code: string }
  | { readonly kind: 'module'; readonly product: string; readonly code: string };

/** A fixed unit price before tax (up to six decimals; zero is a price), or a percentage off (12.5 is 12.5 %). */
export type EntryPrice =
  { readonly kind: 'fixed'; readonly unitPrice: Exact } | { readonly kind: 'percent'; readonly percentOff: Exact };

export type PriceEntry = {
  readonly target: EntryTarget;
  /** The entry counts from this quantity on. */
  readonly minQuantity: Exact;
  readonly price: EntryPrice;
};

/** One string per target, the same for rows and for the engine: a query asks `target_key = any($keys)`. Names may
 *  hold any sign but a line feed, which only separates a part's product from its code. */
export function targetKey(target: EntryTarget): string {
  switch (target.kind) {
    case 'variant':
      return `variant:${target.sku}`;
    case 'product':
      return `product:${target.product}`;
    case 'category':
      return `category:${target.category}`;
    case 'everything':
      return 'everything';
    default:
      return `${target.kind}:${target.product}\n${target.code}`;
  }
}

/** What is priced by one walk along the chain: the variant of a line, its plan, or one of its modules. */
export type PricedItem =
  | { readonly kind: 'variant'; readonly sku: string; readonly product: string; readonly categories: readonly string[] }
  | { readonly kind: 'plan' | 'module'; readonly product: string; readonly code: string };

/** The targets that reach an item, the most specific first: variant, product, nearest category … root, everything. */
export function targetsReaching(item: PricedItem): EntryTarget[] {
  if (item.kind !== 'variant') return [{ kind: item.kind, product: item.product, code: item.code }];
  return [
    { kind: 'variant', sku: item.sku },
    { kind: 'product', product: item.product },
    ...item.categories.map((category) => ({ kind: 'category' as const, category })),
    { kind: 'everything' },
  ];
}
