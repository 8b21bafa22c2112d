import type { CurrencyCode } from '../money/currencies';
import type { Exact } from '../money/exact';
import type { PriceEntry } from './price-entry';

export const priceListKinds = ['standard', 'segment', 'contract'] as const;
export type PriceListKind = (typeof priceListKinds)[number];

export const priceListOptions = [
  'merge',
  'lowest',
  'cap_at_public',
  'mix_and_match',
  'graduated',
  'net',
  'promotions',
] as const;
export type PriceListOption = (typeof priceListOptions)[number];

/** An approved revision of a price list, with everything that was copied into it at submission: a later change of the
 *  list is not seen here. It never changes, so it may be cached by (list, number). */
export type PriceRevision = {
  readonly list: string;
  readonly number: number;
  readonly kind: PriceListKind;
  readonly currency: CurrencyCode;
  /** The later of its start and its approval. */
  readonly effectiveAt: Date;
  /** The first instant it no longer counts; null for an open end. */
  readonly endsAt: Date | null;
  /** The company unit of a contract list. */
  readonly unit: string | null;
  /** The segment of a segment list, and its priority: the smallest number comes first. */
  readonly segment: string | null;
  readonly priority: number;
  readonly options: readonly PriceListOption[];
  /** Percentage off the monthly parts by months bound. */
  readonly termDiscounts: Readonly<Record<number, Exact>>;
  /** A person, or the system of record whose key sent it. */
  readonly approvedBy: string | null;
  /** At least the entries whose target reaches an asked line; others do no harm. */
  readonly entries: readonly PriceEntry[];
};

export const hasOption = (revision: PriceRevision, option: PriceListOption): boolean =>
  revision.options.includes(option);

/** "No promotion on top": contract lists unless `promotions` is set, others when `net` is. */
export const isNet = (revision: PriceRevision): boolean =>
  hasOption(revision, 'net') || (revision.kind === 'contract' && !hasOption(revision, 'promotions'));
