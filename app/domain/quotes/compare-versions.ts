/** A version of an offer as far as it is compared. Amounts are decimal strings. */
export type VersionToCompare = {
  readonly terms: string;
  readonly validUntil: Date;
  readonly freight: string;
  readonly total: string;
  readonly payable: string;
  readonly message: string;
  /** Whether whole lines of it may be accepted, in words. */
  readonly part: string;
  /** What it says of repeat orders, in words; empty = it is ordered once. */
  readonly template: string;
  readonly lines: readonly {
    readonly line: number;
    readonly sku: string;
    readonly quantity: string;
    /** Plan, modules and term, in words. */
    readonly configuration: string;
    readonly unitPrice: string;
    /** Everything of the line, modules included. */
    readonly lineTotal: string;
  }[];
};

export type Compared = { readonly before: string | null; readonly after: string | null; readonly isChanged: boolean };
export type ComparedLine = {
  readonly line: number;
  readonly sku: Compared;
  readonly quantity: Compared;
  readonly configuration: Compared;
  readonly unitPrice: Compared;
  readonly lineTotal: Compared;
};

const compared = (before: string | null, after: string | null): Compared => ({
  before,
  after,
  isChanged: before !== after,
});

/** Two versions side by side: every line of either, in order, null where one of them does not have it, and what stands
 *  around the lines. Nothing that differs is left unmarked. */
export function compareVersions(
  before: VersionToCompare,
  after: VersionToCompare,
): {
  lines: ComparedLine[];
  terms: Compared;
  validUntil: Compared;
  freight: Compared;
  total: Compared;
  payable: Compared;
  message: Compared;
  part: Compared;
  template: Compared;
} {
  const numbers = [...new Set([...before.lines, ...after.lines].map(({ line }) => line))].sort((a, b) => a - b);
  return {
    lines: numbers.map((line) => {
      const was = before.lines.find((each) => each.line === line);
      const is = after.lines.find((each) => each.line === line);
      return {
        line,
        sku: compared(was?.sku ?? null, is?.sku ?? null),
        quantity: compared(was?.quantity ?? null, is?.quantity ?? null),
        configuration: compared(was?.configuration ?? null, is?.configuration ?? null),
        unitPrice: compared(was?.unitPrice ?? null, is?.unitPrice ?? null),
        lineTotal: compared(was?.lineTotal ?? null, is?.lineTotal ?? null),
      };
    }),
    terms: compared(before.terms, after.terms),
    validUntil: compared(before.validUntil.toISOString(), after.validUntil.toISOString()),
    freight: compared(before.freight, after.freight),
    total: compared(before.total, after.total),
    payable: compared(before.payable, after.payable),
    message: compared(before.message, after.message),
    part: compared(before.part, after.part),
    template: compared(before.template, after.template),
  };
}
