/** A version of an offer as far as it is compared. Amounts are decimal strings. */
export type VersionToCompare = {
  readonly terms: string;
  readonly validUntil: Date;
  readonly freight: string;
  readonly total: string;
  readonly payable: string;
  readonly message: string;
  readonly lines: readonly {
    readonly line: number;
    readonly sku: string;
    readonly quantity: string;
    readonly unitPrice: string;
  }[];
};

export type Compared = { readonly before: string | null; readonly after: string | null; readonly isChanged: boolean };
export type ComparedLine = {
  readonly line: number;
  readonly sku: Compared;
  readonly quantity: Compared;
  readonly unitPrice: Compared;
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
        unitPrice: compared(was?.unitPrice ?? null, is?.unitPrice ?? null),
      };
    }),
    terms: compared(before.terms, after.terms),
    validUntil: compared(before.validUntil.toISOString(), after.validUntil.toISOString()),
    freight: compared(before.freight, after.freight),
    total: compared(before.total, after.total),
    payable: compared(before.payable, after.payable),
    message: compared(before.message, after.message),
  };
}
