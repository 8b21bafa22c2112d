import type { CurrencyCode } from '../money/currencies';
import { type Money, addMoney, money, noMoney } from '../money/money';

export const ageingBands = ['not_due', 'days_1_to_30', 'days_31_to_60', 'days_61_to_90', 'over_90_days'] as const;
export type AgeingBand = (typeof ageingBands)[number];

/** A part of an invoice that is still owed. `overdueAt` null: not due before the goods are fulfilled. */
export type OpenPart = { readonly open: Money; readonly overdueAt: Date | null };

const day = 24 * 3_600_000;

/** How late a part is: the first day of being overdue is day 1; a day is 24 hours from the midnight it went overdue. */
export function ageingBand(overdueAt: Date | null, at: Date): AgeingBand {
  if (overdueAt === null || at < overdueAt) return 'not_due';
  const days = Math.floor((at.getTime() - overdueAt.getTime()) / day) + 1;
  if (days <= 30) return 'days_1_to_30';
  if (days <= 60) return 'days_31_to_60';
  return days <= 90 ? 'days_61_to_90' : 'over_90_days';
}

/** What a statement shows: how much is open and how old, in one currency. @throws RangeError when parts differ in it */
export const ageing = (parts: readonly OpenPart[], currency: CurrencyCode, at: Date): Record<AgeingBand, Money> =>
  parts.reduce(
    (sums, { open, overdueAt }) => {
      const band = ageingBand(overdueAt, at);
      return { ...sums, [band]: addMoney(sums[band], open) };
    },
    Object.fromEntries(ageingBands.map((band) => [band, noMoney(currency)])) as Record<AgeingBand, Money>,
  );

/** What is still owed of an invoice, part by part: what was settled counts for what is due first. Parts with nothing left
 *  are left out. */
export function openParts(invoice: {
  readonly currency: CurrencyCode;
  readonly parts: readonly { readonly minor: string; readonly overdueAt: string | null }[];
  /** Paid and credited together. */
  readonly settledMinor: bigint;
}): OpenPart[] {
  let settled = invoice.settledMinor;
  return invoice.parts.flatMap(({ minor, overdueAt }) => {
    const amount = BigInt(minor);
    const covered = settled < amount ? settled : amount;
    settled -= covered;
    const open = money(amount - covered, invoice.currency);
    return open.minor > 0n ? [{ open, overdueAt: overdueAt === null ? null : new Date(overdueAt) }] : [];
  });
}
