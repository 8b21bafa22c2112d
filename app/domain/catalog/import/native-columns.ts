import { type CurrencyCode, currencyCodes } from '../../money/currencies';
import { columnKey } from './columns';

export const nativeLanguages = ['en', 'de'] as const;

/** Said once per product, on its first row. */
export const productColumns = [
  'handle',
  'status',
  'category',
  ...nativeLanguages.map((language) => `title.${language}` as const),
  ...nativeLanguages.map((language) => `description.${language}` as const),
  ...nativeLanguages.map((language) => `seo_title.${language}` as const),
  ...nativeLanguages.map((language) => `seo_description.${language}` as const),
  'vendor',
  'tags',
  'attributes',
  'options',
  'plans',
  'modules',
  'images',
] as const;

/** Said on every row, for the row's variant. */
export const variantColumns = [
  'sku',
  'variant_options',
  'variant_status',
  'replaced_by',
  'equivalents',
  'unit',
  'pack_size',
  'min_quantity',
  'quantity_step',
  'lead_time_days',
  'stock',
  'stock_policy',
  'tax_class',
  'billed',
  'weight_grams',
  'content',
  'mix_group',
  'barcode',
  'variant_attributes',
  'asks_for_quote',
] as const;

export type ProductColumn = (typeof productColumns)[number];
export type VariantColumn = (typeof variantColumns)[number];
type MoneyKind = 'price' | 'compare_at' | 'cost';
export type MoneyColumn = `${MoneyKind}.${CurrencyCode}`;
export type NativeColumn = ProductColumn | VariantColumn | MoneyColumn;

export const moneyColumns = (currencies: readonly CurrencyCode[]): MoneyColumn[] =>
  (['price', 'compare_at', 'cost'] as const).flatMap((kind) =>
    currencies.map((currency) => `${kind}.${currency}` as const),
  );

export const nativeHeader = (currencies: readonly CurrencyCode[]): NativeColumn[] => [
  ...productColumns,
  ...variantColumns,
  ...moneyColumns(currencies),
];

export type NativeColumns = { readonly at: ReadonlyMap<NativeColumn, number>; readonly unknown: readonly string[] };

/** Where each column stands; those nobody knows are named. */
export function nativeColumns(headers: readonly string[]): NativeColumns {
  const known = new Map<string, NativeColumn>(
    nativeHeader(currencyCodes).map((column) => [column.toLowerCase(), column]),
  );
  const at = new Map<NativeColumn, number>();
  const unknown: string[] = [];
  headers.forEach((header, index) => {
    const column = known.get(columnKey(header));
    if (column && !at.has(column)) at.set(column, index);
    else if (header.trim() !== '') unknown.push(header.trim());
  });
  return { at, unknown };
}

export type { MoneyKind };
