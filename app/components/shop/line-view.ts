import type { ComponentProps } from 'react';
import type { LadderStep } from '../ui/break-ladder';
import type { PriceText } from '../ui/price-text';

/** What one line of a product costs this buyer, in the words and figures of the page. */
export type LineView = {
  /** Null: not sold to this buyer, or on a quote only. */
  readonly price: ComponentProps<typeof PriceText> | null;
  readonly totals: readonly { readonly label: string; readonly amount: string }[];
  readonly saving: string | null;
  readonly ladder: readonly LadderStep[];
  readonly ladderHint: string | null;
  readonly bands: readonly string[];
  /** Why it cannot be ordered as asked, and the nearest choice that can. */
  readonly problems: readonly string[];
  readonly nearest: { readonly text: string; readonly search: string } | null;
  readonly why: readonly { readonly text: string; readonly hasWon: boolean }[];
  readonly isSold: boolean;
  /** The price as a decimal, as search engines read it. */
  readonly offer: { readonly price: string; readonly currency: string } | null;
};

/** What a plan or module adds to the price. */
export type PartView = { readonly detail: string; readonly isIncluded: boolean };
