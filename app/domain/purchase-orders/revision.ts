import { type Money, compareMoney } from '../money/money';
import { type Outcome, ok, refused } from '../outcome';
import { type PurchaseOrderStatus, mayBeEdited, mayBeSubmitted } from './lifecycle';

/** What a decision is bound to. `lines` says everything that matters of each line (SKU, quantity, configuration, term)
 *  as one text each, in the order of the document. */
export type DecidedOn = {
  readonly lines: readonly string[];
  readonly shipTo: string | null;
  readonly costCentre: string | null;
  readonly terms: string;
  readonly payable: Money;
};

export type SideNotes = {
  readonly number: string | null;
  readonly notes: string;
  readonly attachments: readonly string[];
};

/** Whether a change makes a new revision, which voids all decisions: other lines, quantities, configuration, ship-to,
 *  cost centre or terms, or a higher payable. A lower payable alone does not. */
export const makesNewRevision = (before: DecidedOn, after: DecidedOn): boolean =>
  before.lines.length !== after.lines.length ||
  before.lines.some((line, index) => line !== after.lines[index]) ||
  before.shipTo !== after.shipTo ||
  before.costCentre !== after.costCentre ||
  before.terms !== after.terms ||
  before.payable.currency !== after.payable.currency ||
  compareMoney(after.payable, before.payable) > 0;

/** PO number, notes and attachments may change until the first decision. */
export function mayChangeNotes(
  before: SideNotes,
  after: SideNotes,
  decisions: number,
): Outcome<SideNotes, 'decided_on'> {
  const isSame =
    before.number === after.number &&
    before.notes === after.notes &&
    before.attachments.length === after.attachments.length &&
    before.attachments.every((file) => after.attachments.includes(file));
  return isSame || decisions === 0 ? ok(after) : refused('decided_on');
}

/** How many decisions hold its number, notes and attachments fast. One that goes to its approvers (again) is held by
 *  none: what they said was about the revision before. */
export const bindingDecisions = (status: PurchaseOrderStatus, onThisRevision: number): number =>
  mayBeSubmitted(status) ? 0 : onThisRevision;

/** Whether files may be added and taken away; `decisions` on this revision. */
export function mayChangeAttachments(
  status: PurchaseOrderStatus,
  decisions: number,
): Outcome<null, 'wrong_state' | 'decided_on'> {
  if (!mayBeEdited(status)) return refused('wrong_state');
  return bindingDecisions(status, decisions) === 0 ? ok(null) : refused('decided_on');
}
