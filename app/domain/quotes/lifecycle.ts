/** In work: a rep is writing the offer, or the manager returned it. */
export const quoteStatuses = [
  'draft',
  'requested',
  'in_work',
  'awaiting_approval',
  'offered',
  'countered',
  'accepted',
  'declined',
  'expired',
  'withdrawn',
  'rejected',
] as const;
export type QuoteStatus = (typeof quoteStatuses)[number];

export type QuoteEvent =
  | 'request'
  | 'take'
  | 'offer'
  | 'submit'
  | 'approve'
  | 'return'
  | 'accept'
  | 'counter'
  | 'decline'
  | 'expire'
  | 'extend'
  | 'withdraw'
  | 'reject';

const transitions = {
  draft: { request: 'requested' },
  requested: { take: 'in_work', withdraw: 'withdrawn', reject: 'rejected' },
  in_work: { offer: 'offered', submit: 'awaiting_approval' },
  awaiting_approval: { approve: 'offered', return: 'in_work' },
  offered: {
    accept: 'accepted',
    counter: 'countered',
    decline: 'declined',
    expire: 'expired',
    extend: 'offered',
    withdraw: 'withdrawn',
  },
  countered: { take: 'in_work' },
  accepted: {},
  declined: {},
  expired: {},
  withdrawn: {},
  rejected: {},
} satisfies Record<QuoteStatus, Partial<Record<QuoteEvent, QuoteStatus>>>;

/** Null when the event is not lawful in that state. */
export function nextStatus(from: QuoteStatus, event: QuoteEvent): QuoteStatus | null {
  const lawful: Partial<Record<QuoteEvent, QuoteStatus>> = transitions[from];
  return lawful[event] ?? null;
}

export const isFinal = (status: QuoteStatus): boolean => Object.keys(transitions[status]).length === 0;

export type QuoteHolder = 'buyer' | 'seller' | 'manager' | null;

const holders: Record<QuoteStatus, QuoteHolder> = {
  draft: 'buyer',
  requested: 'seller',
  in_work: 'seller',
  awaiting_approval: 'manager',
  offered: 'buyer',
  countered: 'seller',
  accepted: null,
  declined: null,
  expired: null,
  withdrawn: null,
  rejected: null,
};

/** Who has to act; null once it is over. */
export const holderOf = (status: QuoteStatus): QuoteHolder => holders[status];

/** Whether a rep may write an offer: one that is requested or countered is taken into work by the same act. */
export const mayBeOffered = (status: QuoteStatus): boolean =>
  status === 'in_work' || nextStatus(status, 'take') !== null;

/** What the buyer is told: that an offer is with the manager is the seller's own affair. */
export const statusForBuyer = (status: QuoteStatus): QuoteStatus =>
  status === 'awaiting_approval' ? 'in_work' : status;

/** Won, lost or still open; what was withdrawn by the seller or ran out is lost too. */
export const outcomeOf = (status: QuoteStatus): 'won' | 'lost' | 'open' =>
  status === 'accepted' ? 'won' : isFinal(status) ? 'lost' : 'open';
