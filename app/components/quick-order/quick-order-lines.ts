export type QuickOrderLine = {
  readonly row: number;
  readonly code: string;
  readonly quantity: string;
  readonly title: string;
  readonly price: string;
  readonly total: string;
  readonly problem: string | null;
};

export type QuickOrderView = {
  readonly lines: readonly QuickOrderLine[];
  readonly good: number;
  readonly bad: number;
  readonly total: string;
  /** What may be ordered instead, written as the buyer would: the way to mend all of it at once. */
  readonly text: string;
};
