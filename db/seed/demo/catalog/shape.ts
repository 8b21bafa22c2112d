/** The demo shop's data, plain and typed. Field names are those of the API bodies; what is only shown
 *  (words, pictures, reviews) stands beside them in both languages. */
export type Words = { readonly en: string; readonly de: string };

export const demoCurrencies = ['EUR', 'GBP', 'USD', 'JPY'] as const;
export type DemoCurrency = (typeof demoCurrencies)[number];

/** What the shopper sees: with tax in DE (EUR), GB (GBP) and JP (JPY), without tax in US (USD).
 *  The seed stores the net unit price that gives it back. Decimal strings in major units. */
export type ShownPrice = Readonly<Record<DemoCurrency, string>>;
/** Cost price per unit, always without tax. Seen by sellers only. */
export type Cost = Readonly<Record<DemoCurrency, string>>;

export type DemoUnit = 'C62' | 'KGM' | 'MTR';
export type DemoTaxClass = 'standard' | 'reduced';

export type DemoVariant = {
  readonly sku: string;
  readonly options: Readonly<Record<string, string>>;
  /** UN/ECE Recommendation 20: piece, kilogram, metre. */
  readonly unit: DemoUnit;
  /** Null: sold on a quote only. */
  readonly shown: ShownPrice | null;
  /** The higher price it was offered at before; the shop shows it only beside the 30-day lowest. */
  readonly compare_at: ShownPrice | null;
  readonly cost: Cost;
  readonly stock: string;
  readonly stock_policy: 'deny' | 'backorder';
  readonly min_quantity: string;
  readonly quantity_step: string;
  /** How many pieces one unit of sale holds: 50 in a sleeve of cups. Quantities count sleeves. */
  readonly pack_size: number;
  readonly lead_time_days: number;
  readonly tax_class: DemoTaxClass;
  readonly weight_grams: number;
  /** What is inside, for the price per kg, l or 100 pieces. */
  readonly content: { readonly amount: string; readonly unit: 'GRM' | 'MLT' | 'C62' } | null;
  readonly mix_group: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly status: 'active' | 'discontinued';
  readonly replaced_by: string | null;
};

export type DemoPlan = {
  readonly code: string;
  readonly title: Words;
  readonly description: Words;
  readonly billed: 'once' | 'monthly';
  readonly price: ShownPrice;
  readonly includes: readonly string[];
  readonly most_chosen: boolean;
};

export type DemoModule = {
  readonly code: string;
  readonly title: Words;
  readonly description: Words;
  readonly pricing: 'per_unit' | 'flat' | 'percent';
  readonly quantity: 'line' | 'free' | { readonly per: string };
  readonly billed: 'once' | 'monthly';
  /** Null when `pricing` is percent. */
  readonly price: ShownPrice | null;
  readonly percent: string | null;
  readonly breaks: readonly { readonly min_quantity: string; readonly price: ShownPrice }[];
  readonly requires: { readonly all: readonly string[] } | { readonly any: readonly string[] };
  readonly excludes: readonly string[];
};

export type DemoProduct = {
  readonly handle: string;
  readonly category: string;
  readonly status: 'active';
  readonly title: Words;
  /** One sentence under the title; also the description search engines show. */
  readonly summary: Words;
  /** HTML paragraphs. */
  readonly description: Words;
  readonly seo_title: Words;
  readonly options: readonly string[];
  readonly variants: readonly DemoVariant[];
  readonly plans: readonly DemoPlan[];
  readonly modules: readonly DemoModule[];
  /** Sold together as one: what the warehouse puts into the box. */
  readonly bundle: readonly { readonly sku: string; readonly quantity: string }[];
  readonly related: readonly string[];
  /** Higher stands first where nothing else decides; also the best sellers of the home page. */
  readonly popularity: number;
};

export type DemoCategory = {
  readonly slug: string;
  readonly title: Words;
  readonly description: Words;
  /** Name of the drawing under db/seed/demo/pictures. */
  readonly picture: string;
};

export type DemoReview = {
  readonly product: string;
  readonly by: string;
  readonly language: 'en' | 'de';
  readonly stars: 1 | 2 | 3 | 4 | 5;
  readonly title: string;
  readonly body: string;
  /** Days between the writing and the first start of the demo shop. */
  readonly days_ago: number;
  /** What the store said to it. */
  readonly answer?: string;
};
