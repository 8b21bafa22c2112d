import { type ReminderConsent, type Suppression, mayBeWritten } from '../cart/abandonment';
import { type QuietHours, outsideQuietHours } from '../cart/quiet-hours';
import type { OrderStatus } from './lifecycle';

/** What the shop's owner decides: how many days after the last parcel the buyer is asked; null asks nobody. */
export type ReviewRules = { readonly askAfterDays: number | null };
export const firstReviewRules: ReviewRules = { askAfterDays: 7 };
export const mostDaysToAsk = 60;

export const noRequestReasons = [
  'switched_off',
  'company_order',
  'not_delivered',
  'came_back',
  'paid_back',
  'nothing_left',
  'unsubscribed',
  'bounced',
  'complained',
  'no_consent',
  'too_late',
] as const;
export type NoRequestReason = (typeof noRequestReasons)[number];

/** All that is asked before a buyer is, and again at the moment the mail leaves. */
export type ReviewRequestQuestion = {
  readonly rules: ReviewRules;
  readonly market: {
    readonly legalBasis: 'notice' | 'opt_in';
    readonly quietHours: QuietHours | null;
    readonly timeZone: string;
  };
  readonly order: {
    readonly status: OrderStatus;
    readonly isForCompany: boolean;
    readonly isPaidBack: boolean;
    /** When the last of its parcels left; null while none has. */
    readonly lastParcelAt: Date | null;
    /** Products of it that were kept, at least in part, and that this buyer has not reviewed. */
    readonly productsLeft: number;
  };
  readonly person: { readonly consent: ReminderConsent | null; readonly suppression: Suppression | null };
};

export type ReviewRequestVerdict =
  | { readonly act: 'send' }
  | { readonly act: 'wait'; readonly until: Date }
  | { readonly act: 'end'; readonly reason: NoRequestReason };

const day = 24 * 60 * 60_000;
/** A shop that stood still does not ask about what was drunk long ago. */
const freshForDays = 45;

/** Whether the buyer of an order is asked for a review at a moment, when else, or why not. */
export function decideReviewRequest(question: ReviewRequestQuestion, at: Date): ReviewRequestVerdict {
  const { rules, market, order, person } = question;
  const end = (reason: NoRequestReason) => ({ act: 'end', reason }) as const;
  if (rules.askAfterDays === null) return end('switched_off');
  if (order.isForCompany) return end('company_order');
  if (person.suppression) return end(person.suppression);
  if (!mayBeWritten(market.legalBasis, person.consent)) return end('no_consent');
  if (order.status === 'returned' || order.status === 'cancelled') return end('came_back');
  if (order.isPaidBack) return end('paid_back');
  if (order.lastParcelAt === null || !hasLeft(order.status)) return end('not_delivered');
  if (order.productsLeft === 0) return end('nothing_left');

  const asked = new Date(order.lastParcelAt.getTime() + rules.askAfterDays * day);
  const due = outsideQuietHours(asked, market.quietHours, market.timeZone);
  if (due > at) return { act: 'wait', until: due };
  if (at.getTime() - due.getTime() > freshForDays * day) return end('too_late');
  const quietUntil = outsideQuietHours(at, market.quietHours, market.timeZone);
  return quietUntil > at ? { act: 'wait', until: quietUntil } : { act: 'send' };
}

/** Whole orders are asked about, and those of which only a part was kept. */
const hasLeft = (status: OrderStatus): boolean => status === 'fulfilled' || status === 'partly_returned';
