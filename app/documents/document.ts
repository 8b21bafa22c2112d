import type { Locale } from '#app/domain/i18n/locales.ts';

/** A printed document as data: what is said, in words already formatted; where it stands on the page is the printer's
 *  (print-document.server.ts). The same data gives the same bytes. */
export type PrintedDocument = {
  readonly locale: Locale;
  /** The title of the file, in its properties and its reader's window. */
  readonly title: string;
  /** Who issues it; stands at the top of the first page and in the properties. */
  readonly author: string;
  /** The document's own moment, from the shop's clock; never the moment of printing. */
  readonly at: Date;
  /** Stands at the top of every page after the first: "Invoice INV-2026-00007". */
  readonly runningTitle: string;
  /** Small lines at the foot of every page; the page number is added. */
  readonly footer: readonly string[];
  readonly blocks: readonly Block[];
};

export type Fact = { readonly label: string; readonly value: string };

export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly tone?: 'muted' | 'strong' }
  /** Two to four short groups side by side: addresses, the facts of an order. */
  | { readonly kind: 'columns'; readonly columns: readonly TextColumn[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | Table
  /** Sums at the end side, each with its words; the last one large. */
  | { readonly kind: 'totals'; readonly rows: readonly Fact[] }
  /** What follows begins on a new page. */
  | { readonly kind: 'page' };

export type TextColumn = { readonly title: string; readonly lines: readonly string[] };

export type Table = {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
};
/** `share` of the width, beside the others'. */
export type TableColumn = { readonly title: string; readonly share: number; readonly align?: 'start' | 'end' };
