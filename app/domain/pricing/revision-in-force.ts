type Period = { readonly number: number; readonly effectiveAt: Date; readonly endsAt: Date | null };

/** Start inclusive, end exclusive. */
export const holdsMoment = (period: Omit<Period, 'number'>, at: Date): boolean =>
  period.effectiveAt.getTime() <= at.getTime() && (period.endsAt === null || at.getTime() < period.endsAt.getTime());

/** Of one list's approved revisions, the one that counts at a moment: of those whose period holds it the latest start
 *  (of effect), then the highest number. Null when none does. */
export function revisionInForce<Revision extends Period>(approved: readonly Revision[], at: Date): Revision | null {
  return approved
    .filter((revision) => holdsMoment(revision, at))
    .reduce<Revision | null>((best, next) => (best === null || isLater(next, best) ? next : best), null);
}

function isLater(a: Period, b: Period): boolean {
  const difference = a.effectiveAt.getTime() - b.effectiveAt.getTime();
  return difference > 0 || (difference === 0 && a.number > b.number);
}
