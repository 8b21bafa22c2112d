export const purchaseOrderStatuses = [
  'draft',
  'awaiting_approval',
  'blocked',
  'changes_requested',
  'approved',
  'placing',
  'placed',
  'rejected',
  'cancelled',
  'expired',
  'failed',
] as const;
export type PurchaseOrderStatus = (typeof purchaseOrderStatuses)[number];

export type PurchaseOrderEvent =
  | 'await_approval'
  | 'block'
  | 'approve'
  | 'request_changes'
  | 'reject'
  | 'expire'
  | 'cancel'
  | 'edit'
  | 'start_placing'
  | 'place'
  | 'fail';

/** Submission is whichever of `await_approval`, `block` and `approve` the approval rules answer; so is judging a blocked
 *  one again, and a change of one that was submitted, which makes a new revision. */
const transitions = {
  draft: {
    await_approval: 'awaiting_approval',
    block: 'blocked',
    approve: 'approved',
    cancel: 'cancelled',
    edit: 'draft',
  },
  awaiting_approval: {
    await_approval: 'awaiting_approval',
    block: 'blocked',
    approve: 'approved',
    request_changes: 'changes_requested',
    reject: 'rejected',
    expire: 'expired',
    cancel: 'cancelled',
    edit: 'draft',
  },
  blocked: {
    await_approval: 'awaiting_approval',
    block: 'blocked',
    approve: 'approved',
    expire: 'expired',
    cancel: 'cancelled',
    edit: 'draft',
  },
  changes_requested: {
    await_approval: 'awaiting_approval',
    block: 'blocked',
    approve: 'approved',
    cancel: 'cancelled',
    edit: 'changes_requested',
  },
  approved: { start_placing: 'placing', cancel: 'cancelled' },
  placing: { place: 'placed', fail: 'failed' },
  failed: { start_placing: 'placing', edit: 'draft', cancel: 'cancelled' },
  placed: {},
  rejected: {},
  cancelled: {},
  expired: {},
} satisfies Record<PurchaseOrderStatus, Partial<Record<PurchaseOrderEvent, PurchaseOrderStatus>>>;

/** Null when the event is not lawful in that state. */
export function nextStatus(from: PurchaseOrderStatus, event: PurchaseOrderEvent): PurchaseOrderStatus | null {
  const lawful: Partial<Record<PurchaseOrderEvent, PurchaseOrderStatus>> = transitions[from];
  return lawful[event] ?? null;
}

/** How one ends without ever having been an order. */
export const endedUnplaced = ['rejected', 'cancelled', 'expired'] as const satisfies readonly PurchaseOrderStatus[];

export const isFinal = (status: PurchaseOrderStatus): boolean => Object.keys(transitions[status]).length === 0;
export const mayBeSubmitted = (status: PurchaseOrderStatus): boolean =>
  status === 'draft' || status === 'changes_requested';
export const mayBeEdited = (status: PurchaseOrderStatus): boolean => nextStatus(status, 'edit') !== null;
export const mayBeCancelled = (status: PurchaseOrderStatus): boolean => nextStatus(status, 'cancel') !== null;

/** Budget and credit are held from submission to placement, which converts them; leaving these states for any other
 *  releases them. A failed placement keeps them for its retry. */
export const holdsReservations = (status: PurchaseOrderStatus): boolean =>
  ['awaiting_approval', 'blocked', 'approved', 'placing', 'failed'].includes(status);

/** It rests with the customer: somebody there has to decide, change, pay or try again before it is an order. */
export const openAtCustomer = [
  'awaiting_approval',
  'blocked',
  'changes_requested',
  'approved',
  'failed',
] as const satisfies readonly PurchaseOrderStatus[];

/** After this long without a change it is stalled, and its rep should ask. */
export const stalledAfterDays = 3;
export const isStalled = (status: PurchaseOrderStatus, changedAt: Date, now: Date): boolean =>
  (openAtCustomer as readonly string[]).includes(status) &&
  now.getTime() - changedAt.getTime() >= stalledAfterDays * 86_400_000;

/** How the approval engine is to see it. */
export const approvalState = (status: PurchaseOrderStatus): 'awaiting_approval' | 'blocked' | 'closed' =>
  status === 'awaiting_approval' || status === 'blocked' ? status : 'closed';
