import { type CurrencyCode, isCurrencyCode } from '../../money/currencies';

/** A header cell as its meaning: no BOM, no padding, one space between words, lower case. */
export const columnKey = (header: string): string =>
  header
    .replaceAll(/[\ufeff\u200b]/g, '')
    .trim()
    .replaceAll(/\s+/g, ' ')
    .toLowerCase();

/** Every name Shopify's export has had for a column, oldest first. */
const shopifyNames = {
  handle: ['handle', 'url handle'],
  title: ['title'],
  body: ['body (html)', 'body html', 'body', 'description'],
  vendor: ['vendor'],
  type: ['custom product type', 'type', 'product type', 'standard product type'],
  category: ['product category', 'standardized product type'],
  tags: ['tags'],
  published: ['published', 'published on online store'],
  status: ['status'],
  option1Name: ['option1 name'],
  option1Value: ['option1 value'],
  option2Name: ['option2 name'],
  option2Value: ['option2 value'],
  option3Name: ['option3 name'],
  option3Value: ['option3 value'],
  sku: ['variant sku', 'sku'],
  grams: ['variant grams', 'weight value (grams)'],
  weight: ['variant weight'],
  weightUnit: ['variant weight unit', 'weight unit for display'],
  quantity: ['variant inventory qty', 'inventory quantity'],
  policy: ['variant inventory policy', 'continue selling when out of stock'],
  price: ['variant price', 'price'],
  compareAt: ['variant compare at price', 'compare-at price', 'compare at price'],
  taxable: ['variant taxable', 'charge tax'],
  barcode: ['variant barcode', 'barcode'],
  image: ['image src', 'product image url'],
  imagePosition: ['image position'],
  imageAlt: ['image alt text'],
  variantImage: ['variant image', 'variant image url'],
  seoTitle: ['seo title'],
  seoDescription: ['seo description'],
  cost: ['cost per item', 'variant cost'],
} as const;
export type ShopifyColumn = keyof typeof shopifyNames;

/** Which currency a market's column is in; regions without one currency are left out. */
const currencyOfMarket: Readonly<Record<string, CurrencyCode>> = {
  germany: 'EUR',
  austria: 'EUR',
  france: 'EUR',
  italy: 'EUR',
  spain: 'EUR',
  netherlands: 'EUR',
  belgium: 'EUR',
  ireland: 'EUR',
  'european union': 'EUR',
  eurozone: 'EUR',
  'united kingdom': 'GBP',
  'great britain': 'GBP',
  'united states': 'USD',
  'united states of america': 'USD',
  us: 'USD',
  japan: 'JPY',
  switzerland: 'CHF',
  canada: 'CAD',
  australia: 'AUD',
  'new zealand': 'NZD',
  sweden: 'SEK',
  denmark: 'DKK',
  norway: 'NOK',
  poland: 'PLN',
  kuwait: 'KWD',
  'south korea': 'KRW',
};

export type MarketColumn = {
  readonly index: number;
  readonly currency: CurrencyCode;
  readonly kind: 'price' | 'compareAt';
};
export type ShopifyColumns = {
  /** Where each known column stands. */
  readonly at: Readonly<Partial<Record<ShopifyColumn, number>>>;
  readonly markets: readonly MarketColumn[];
  readonly headers: readonly string[];
};

const marketColumn = /^(price|compare[ -]at price) \/ (.+)$/;

function marketColumns(keys: readonly string[]): MarketColumn[] {
  return keys.flatMap((key, index) => {
    const [, kind, market = ''] = marketColumn.exec(key) ?? [];
    const code = market.toUpperCase();
    const currency = isCurrencyCode(code) ? code : currencyOfMarket[market];
    if (!kind || !currency) return [];
    return [{ index, currency, kind: kind === 'price' ? ('price' as const) : ('compareAt' as const) }];
  });
}

/** Null when the header is none of Shopify's: without a handle or a title nothing can be told apart. */
export function shopifyColumns(headers: readonly string[]): ShopifyColumns | null {
  const keys = headers.map(columnKey);
  const at: Partial<Record<ShopifyColumn, number>> = {};
  for (const [column, names] of Object.entries(shopifyNames) as [ShopifyColumn, readonly string[]][]) {
    const index = keys.findIndex((key) => names.includes(key));
    if (index >= 0) at[column] = index;
  }
  if (at.handle === undefined || (at.title === undefined && at.price === undefined && at.sku === undefined))
    return null;
  return { at, markets: marketColumns(keys), headers: headers.map((header) => header.replace('\ufeff', '').trim()) };
}

export type CatalogFormat = 'shopify' | 'native';

/** Our own header begins with `handle` and names its languages; Shopify's never does. */
export function formatOf(headers: readonly string[]): CatalogFormat | null {
  const keys = new Set(headers.map(columnKey));
  if (keys.has('handle') && (keys.has('title.en') || keys.has('variant_options'))) return 'native';
  return shopifyColumns(headers) ? 'shopify' : null;
}
