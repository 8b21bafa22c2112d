/** What the store decides about its reminders: when each goes, who gets none so that the lift is measured, and whether
 *  the third carries a code. */
export type ReminderStep = 1 | 2 | 3;
export const reminderSteps = [1, 2, 3] as const satisfies readonly ReminderStep[];

export type ReminderSeries = {
  /** Minutes after the last activity, rising. */
  readonly afterMinutes: readonly [number, number, number];
  /** 0 to 90: of a hundred people, so many get nothing and are only counted. */
  readonly holdoutPercent: number;
  /** Per cent off, as a decimal string, and how long it holds; null: no code. */
  readonly code: { readonly percentOff: string; readonly validDays: number } | null;
};

export const standardSeries: ReminderSeries = {
  afterMinutes: [60, 24 * 60, 72 * 60],
  holdoutPercent: 0,
  code: null,
};

/** The shortest wait the store may set: nobody needs to look at a cart before that. */
export const soonestReminderMinutes = 30;
export const latestReminderMinutes = 14 * 24 * 60;

/** When a cart that was touched now is looked at first. */
export const firstLookAt = (touchedAt: Date): Date => new Date(touchedAt.getTime() + soonestReminderMinutes * 60_000);

export type SeriesProblem = 'delays_not_rising' | 'delay_out_of_range' | 'holdout_out_of_range' | 'code_out_of_range';

/** Null when a store may work with it. */
export function seriesProblem({ afterMinutes, holdoutPercent, code }: ReminderSeries): SeriesProblem | null {
  const [first, second, third] = afterMinutes;
  const isWhole = [...afterMinutes, holdoutPercent].every(Number.isInteger);
  if (!isWhole || first < soonestReminderMinutes || third > latestReminderMinutes) return 'delay_out_of_range';
  if (first >= second || second >= third) return 'delays_not_rising';
  if (holdoutPercent < 0 || holdoutPercent > 90) return 'holdout_out_of_range';
  if (code && !(Number(code.percentOff) > 0 && Number(code.percentOff) <= 50)) return 'code_out_of_range';
  if (code && !(Number.isInteger(code.validDays) && code.validDays >= 1 && code.validDays <= 60))
    return 'code_out_of_range';
  return null;
}

/** The same person is in or out for ever while the share stays, on every device and in every process (FNV-1a). */
export function isHeldOut(personKey: string, holdoutPercent: number): boolean {
  let hash = 0x811c9dc5;
  for (const sign of `reminder holdout ${personKey}`) {
    hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  return ((hash ^ (hash >>> 12)) >>> 0) % 100 < holdoutPercent;
}

export type CodeHistory = {
  /** Codes sent to this person in the last half year. */
  readonly sent: number;
  /** How many of those were used. */
  readonly used: number;
  /** Orders since the last code, paid without one. */
  readonly ordersWithout: number;
};

/** Whoever leaves carts to be sent codes gets no more of them: after one that was used, not before an order without
 *  one; after two that were sent, none for the rest of the half year. */
export const mayGetCode = ({ sent, used, ordersWithout }: CodeHistory): boolean =>
  sent < 2 && (used === 0 || ordersWithout > 0);
