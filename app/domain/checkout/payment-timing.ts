/** How long stock is kept for a payment under way, on the shop's clock. */
export const reservationMinutes = 15;
/** The provider keeps a page open at least half an hour: long enough for the reservation, and closed by itself soon. */
export const providerMinutes = 35;
/** An unsettled payment of this age is asked about, then at twice that, and so on until its reservation ends. */
export const firstQuestionMinutes = 2;

const minute = 60_000;
const later = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * minute);

export const reservedUntil = (startedAt: Date): Date => later(startedAt, reservationMinutes);
export const providerUntil = (wallClock: Date): Date => later(wallClock, providerMinutes);
export const firstQuestionAt = (startedAt: Date): Date => later(startedAt, firstQuestionMinutes);

/** Doubling, but never past the end of the reservation; after it, every two minutes until it is settled. */
export function nextQuestionAt(p: { startedAt: Date; reservedUntil: Date; now: Date }): Date {
  const age = Math.max(p.now.getTime() - p.startedAt.getTime(), firstQuestionMinutes * minute);
  if (p.now >= p.reservedUntil) return later(p.now, firstQuestionMinutes);
  return new Date(Math.min(p.now.getTime() + age, p.reservedUntil.getTime()));
}
