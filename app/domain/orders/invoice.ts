import { shareOfFirst } from './refund';
import { exact } from '../money/exact';

export type InvoicedLine = { readonly ratePercent: string; readonly netMinor: bigint; readonly taxMinor: bigint };
export type TaxSum = { readonly ratePercent: string; readonly taxableMinor: string; readonly taxMinor: string };

/** Tax by rate, lines alone, highest rate first; freight and its tax are a row of their own, named `freight`. */
export function taxSums(
  lines: readonly InvoicedLine[],
  freight: { readonly netMinor: bigint; readonly taxMinor: bigint },
): TaxSum[] {
  const rates = [...new Set(lines.map(({ ratePercent }) => ratePercent))].sort((a, b) => Number(b) - Number(a));
  const ofLines = rates.map((ratePercent) => {
    const taxed = lines.filter((line) => line.ratePercent === ratePercent);
    return {
      ratePercent,
      taxableMinor: taxed.reduce((sum, { netMinor }) => sum + netMinor, 0n).toString(),
      taxMinor: taxed.reduce((sum, { taxMinor }) => sum + taxMinor, 0n).toString(),
    };
  });
  if (freight.netMinor === 0n) return ofLines;
  const { netMinor, taxMinor } = freight;
  return [...ofLines, { ratePercent: 'freight', taxableMinor: netMinor.toString(), taxMinor: taxMinor.toString() }];
}

/** Why a document charges no tax, where the law wants it said: a business in another member state owes it itself, or the
 *  goods leave the common area. Null where tax is charged, or nothing has to be said. */
export function untaxedNote(p: {
  readonly taxMinor: bigint;
  readonly totalMinor: bigint;
  readonly vatNumber: string | null;
  readonly country: string;
  readonly shopCountry: string;
  readonly isInTaxArea: boolean;
}): 'reverse_charge' | 'export' | null {
  if (p.taxMinor !== 0n || p.totalMinor === 0n || p.country === p.shopCountry) return null;
  if (!p.isInTaxArea) return 'export';
  return p.vatNumber ? 'reverse_charge' : null;
}

/** What of an invoice is still owed, in minor units. */
export const openOf = (invoice: {
  readonly payableMinor: bigint;
  readonly paidMinor: bigint;
  readonly creditedMinor: bigint;
}): bigint => invoice.payableMinor - invoice.paidMinor - invoice.creditedMinor;

/** How much of the credit an invoice took becomes free when `more` of it is settled: its share, so that any pieces free
 *  all of it once, also where the company's currency is another one. Minor units of the company's currency. */
export function creditFreed(
  invoice: {
    readonly payableMinor: bigint;
    readonly paidMinor: bigint;
    readonly creditedMinor: bigint;
    readonly creditMinor: bigint;
  },
  more: bigint,
): bigint {
  if (invoice.payableMinor === 0n) return 0n;
  const before = invoice.paidMinor + invoice.creditedMinor;
  const share = (settled: bigint) => shareOfFirst(invoice.creditMinor, exact(settled), exact(invoice.payableMinor));
  return share(before + more) - share(before);
}
