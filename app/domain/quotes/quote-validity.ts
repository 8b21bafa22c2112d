import type { QuoteStatus } from './lifecycle';

/** An offer can be accepted before this moment, no longer at it. */
export const hasRunOut = (validUntil: Date, at: Date): boolean => at >= validUntil;

/** How a quote stands at a moment: an offer past its validity is expired, whether or not anybody wrote that down yet. */
export function statusAt(quote: { status: QuoteStatus; validUntil: Date | null }, at: Date): QuoteStatus {
  return quote.status === 'offered' && quote.validUntil !== null && hasRunOut(quote.validUntil, at)
    ? 'expired'
    : quote.status;
}

const hour = 3_600_000;
const remindAheadHours = 48;

/** When both sides are reminded that an offer runs out: two days ahead, or at half time of a shorter one. */
export function reminderAt(offer: { offeredAt: Date; validUntil: Date }): Date {
  const ahead = offer.validUntil.getTime() - remindAheadHours * hour;
  const halfTime = (offer.offeredAt.getTime() + offer.validUntil.getTime()) / 2;
  return new Date(Math.floor(Math.max(ahead, halfTime)));
}

/** An offer is valid from a moment yet to come until then. */
export const isUsableValidity = (validUntil: Date, at: Date): boolean => validUntil > at;

export const defaultValidityDays = 14;
