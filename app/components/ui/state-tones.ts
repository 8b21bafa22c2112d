export type StateTone = 'plain' | 'waiting' | 'good' | 'bad' | 'info';

/** How each state of each document looks. Colour never speaks alone: the badge has the word and a sign. */
const tones: Readonly<Record<string, StateTone>> = {
  draft: 'plain',
  awaiting_approval: 'waiting',
  awaiting_payment: 'waiting',
  changes_requested: 'waiting',
  requested: 'waiting',
  countered: 'waiting',
  in_work: 'info',
  offered: 'info',
  placing: 'info',
  scheduled: 'info',
  processing: 'info',
  partly_fulfilled: 'info',
  approved: 'good',
  active: 'good',
  accepted: 'good',
  placed: 'good',
  paid: 'good',
  fulfilled: 'good',
  delivered: 'good',
  blocked: 'bad',
  rejected: 'bad',
  declined: 'bad',
  failed: 'bad',
  overdue: 'bad',
  cancelled: 'plain',
  withdrawn: 'plain',
  expired: 'plain',
  superseded: 'plain',
  ended: 'plain',
  refunded: 'plain',
  discontinued: 'plain',
};

export const stateTone = (state: string): StateTone => tones[state] ?? 'plain';
