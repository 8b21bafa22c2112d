import type { CurrencyCode } from '../../money/currencies';
import type { Billing, ModulePricing, ProductStatus, StockPolicy, VariantStatus } from '../states';
import type { TaxClass } from '../variant';

/** Words by language of the shop. */
export type ImportedWords = Record<string, string>;
type ByCurrency = Partial<Record<CurrencyCode, string>>;
type Attributes = Record<string, string | { value: string; unit: string }>;

/** The body of PUT /products/{handle}, as far as a file says something; what is left out keeps its value. */
export type ImportedVariantBody = {
  sku: string;
  options?: Record<string, string>;
  unit?: string;
  stock?: string;
  stock_policy?: StockPolicy;
  pack_size?: string;
  min_quantity?: string;
  quantity_step?: string;
  lead_time_days?: number;
  tax_class?: TaxClass;
  billed?: Billing;
  weight_grams?: number;
  content?: { quantity: string; unit: string } | null;
  cost?: ByCurrency;
  compare_at?: ByCurrency;
  mix_group?: string | null;
  barcode?: string | null;
  attributes?: Attributes;
  status?: VariantStatus;
  replaced_by?: string | null;
  equivalents?: string[];
  asks_for_quote?: boolean;
};

export type ImportedPlan = {
  code: string;
  title: ImportedWords;
  description?: ImportedWords;
  billed: Billing;
  price: ByCurrency;
  includes: string[];
  most_chosen: boolean;
};

export type ImportedModule = {
  code: string;
  title: ImportedWords;
  description?: ImportedWords;
  pricing: ModulePricing;
  percent?: string;
  quantity: 'line' | 'free' | { per: string };
  billed: Billing;
  price: ByCurrency;
  breaks: { min_quantity: string; price: ByCurrency }[];
  requires: { all?: string[]; any?: string[] };
  excludes: string[];
};

export type ImportedBody = {
  title?: ImportedWords;
  description?: ImportedWords;
  seo_title?: ImportedWords;
  seo_description?: ImportedWords;
  category?: string | null;
  status?: ProductStatus;
  vendor?: string;
  tags?: string[];
  attributes?: Attributes;
  options?: string[];
  plans?: ImportedPlan[];
  modules?: ImportedModule[];
};

/** `unitPrices` are before tax, for one unit, in the standard list of their currency. */
export type ImportedVariant = {
  readonly row: number;
  readonly body: ImportedVariantBody;
  readonly unitPrices: ByCurrency;
};

export type ImportedImage = { source: string; alt: ImportedWords; sku: string | null };

export type ImportedProduct = {
  readonly handle: string;
  /** Every row of the file that speaks of it. */
  readonly rows: readonly number[];
  readonly body: ImportedBody;
  readonly variants: readonly ImportedVariant[];
  /** Null: the file says nothing about pictures. */
  readonly images: readonly ImportedImage[] | null;
};

export const importProblemCodes = [
  'bad_csv',
  'unknown_format',
  'missing_handle',
  'bad_handle',
  'handle_again',
  'missing_title',
  'missing_sku',
  'missing_option',
  'duplicate_options',
  'too_many_variants',
  'duplicate_sku',
  'sku_taken',
  'bad_price',
  'bad_quantity',
  'bad_weight',
  'bad_value',
  'bad_image',
  'bad_character',
  'product_impossible',
  'product_refused',
] as const;
export type ImportProblemCode = (typeof importProblemCodes)[number];

/** `row` as a spreadsheet counts: the header is 1, a record of many lines is one row. */
export type ImportProblem = {
  readonly row: number;
  readonly column: string | null;
  readonly code: ImportProblemCode;
  readonly message: string;
};

/** What one product's rows came to: the product, unless nothing of it can be kept, and every bad row. `notes` are things
 *  that were set right without refusing the row. */
export type ParsedProduct = {
  readonly product: ImportedProduct | null;
  readonly problems: readonly ImportProblem[];
  readonly notes: readonly ImportProblem[];
};
