const dayMs = 86_400_000;

/** When a rep should ask a customer who has stopped ordering: after at least this many orders, once this many days and
 *  this many times their usual gap have passed without one. */
export const quietRule = { leastOrders: 3, leastDays: 14, timesUsual: 2 } as const;

export type OrderRhythm = { readonly orders: number; readonly first: Date; readonly last: Date };

/** The days since the last order and the usual days between two of them, or null while all is as usual. */
export function goneQuiet(
  { orders, first, last }: OrderRhythm,
  at: Date,
): { silentDays: number; usualDays: number } | null {
  if (orders < quietRule.leastOrders) return null;
  const usual = (last.getTime() - first.getTime()) / (orders - 1);
  const silent = at.getTime() - last.getTime();
  if (silent < quietRule.leastDays * dayMs || silent <= quietRule.timesUsual * usual) return null;
  return { silentDays: Math.floor(silent / dayMs), usualDays: Math.max(1, Math.round(usual / dayMs)) };
}
