import { describe, expect, test } from 'vitest';
import {
  holdsReservations,
  isFinal,
  mayBeCancelled,
  mayBeEdited,
  mayBeSubmitted,
  nextStatus,
  type PurchaseOrderEvent,
  type PurchaseOrderStatus,
  purchaseOrderStatuses,
} from '#app/domain/purchase-orders/lifecycle.ts';
import {
  type DecidedOn,
  makesNewRevision,
  mayChangeAttachments,
  mayChangeNotes,
} from '#app/domain/purchase-orders/revision.ts';
import { eur } from '#tests/support/approval-world.ts';

describe('the life of a purchase order', () => {
  test.each<[string, PurchaseOrderEvent[], PurchaseOrderStatus | null]>([
    ['straight through', ['await_approval', 'approve', 'start_placing', 'place'], 'placed'],
    ['no rule asks anybody', ['approve', 'start_placing', 'place'], 'placed'],
    [
      'sent back, changed and submitted again',
      ['await_approval', 'request_changes', 'edit', 'await_approval', 'approve'],
      'approved',
    ],
    ['rejected is the end', ['await_approval', 'reject', 'await_approval'], null],
    ['blocked, then unblocked by a new approver', ['block', 'await_approval', 'approve'], 'approved'],
    ['blocked for 14 days', ['block', 'expire'], 'expired'],
    ['a blocked one is not approved by a decision it never had, nor rejected', ['block', 'reject'], null],
    ['changed while it waits', ['await_approval', 'edit', 'await_approval'], 'awaiting_approval'],
    ['placement failed and tried again', ['approve', 'start_placing', 'fail', 'start_placing', 'place'], 'placed'],
    ['placement failed, then cancelled', ['approve', 'start_placing', 'fail', 'cancel'], 'cancelled'],
    ['not cancelled while it is being placed', ['approve', 'start_placing', 'cancel'], null],
    ['not placed twice', ['approve', 'start_placing', 'place', 'place'], null],
    ['not placed without approval', ['await_approval', 'start_placing'], null],
    ['not changed after approval', ['approve', 'edit'], null],
  ])('%s', (_, events, end) =>
    expect(
      events.reduce<PurchaseOrderStatus | null>((status, event) => status && nextStatus(status, event), 'draft'),
    ).toBe(end),
  );

  test('ends where nothing more can happen', () =>
    expect(purchaseOrderStatuses.filter(isFinal)).toEqual(['placed', 'rejected', 'cancelled', 'expired']));
  test('holds budget and credit from submission until it is placed or ends', () =>
    expect(purchaseOrderStatuses.filter(holdsReservations)).toEqual([
      'awaiting_approval',
      'blocked',
      'approved',
      'placing',
      'failed',
    ]));
  test('is submitted as a draft or after changes were requested', () =>
    expect(purchaseOrderStatuses.filter(mayBeSubmitted)).toEqual(['draft', 'changes_requested']));
  test('is never changed once approved, unless placing it failed', () =>
    expect(purchaseOrderStatuses.filter(mayBeEdited)).toEqual([
      'draft',
      'awaiting_approval',
      'blocked',
      'changes_requested',
      'failed',
    ]));
  test('may be cancelled until it is being placed', () =>
    expect(purchaseOrderStatuses.filter(mayBeCancelled)).toEqual([
      'draft',
      'awaiting_approval',
      'blocked',
      'changes_requested',
      'approved',
      'failed',
    ]));
});

describe('a new revision', () => {
  const before: DecidedOn = {
    lines: ['ESP-1K x 60'],
    shipTo: 'Unter den Linden 5',
    costCentre: 'BAR',
    terms: 'net30',
    payable: eur('963.00'),
  };
  test.each<[string, Partial<DecidedOn>, boolean]>([
    ['nothing changed', {}, false],
    ['another quantity', { lines: ['ESP-1K x 61'] }, true],
    ['one line more', { lines: ['ESP-1K x 60', 'CUP x 1'] }, true],
    ['another ship-to', { shipTo: null }, true],
    ['another cost centre', { costCentre: 'SPA' }, true],
    ['other terms', { terms: 'net60' }, true],
    ['a cent more to pay', { payable: eur('963.01') }, true],
    ['a cent less to pay', { payable: eur('962.99') }, false],
  ])('%s: %o is one: %s', (_, change, isNew) => expect(makesNewRevision(before, { ...before, ...change })).toBe(isNew));

  const notes = { number: 'PO-7', notes: '', attachments: ['plan.pdf'] };
  test('PO number, notes and attachments may change until the first decision', () => {
    expect(mayChangeNotes(notes, { ...notes, number: 'PO-8' }, 0).ok).toBe(true);
    expect(mayChangeNotes(notes, { ...notes, number: 'PO-8' }, 1)).toEqual({ ok: false, code: 'decided_on' });
    expect(mayChangeNotes(notes, { ...notes, attachments: [] }, 1).ok).toBe(false);
    expect(mayChangeNotes(notes, { ...notes }, 1).ok).toBe(true);
  });
  test.each([
    ['a draft', 'draft', 0, 'ok'],
    ['one nobody has decided on', 'awaiting_approval', 0, 'ok'],
    ['one somebody has decided on', 'awaiting_approval', 1, 'decided_on'],
    ['one that was sent back', 'changes_requested', 1, 'ok'],
    ['one that failed after its approval', 'failed', 2, 'decided_on'],
    ['one that is approved', 'approved', 1, 'wrong_state'],
    ['one that was rejected', 'rejected', 1, 'wrong_state'],
  ] as const)('files of %s', (_, status, decisions, answer) => {
    const may = mayChangeAttachments(status, decisions);
    expect(may.ok ? 'ok' : may.code).toBe(answer);
  });
});
