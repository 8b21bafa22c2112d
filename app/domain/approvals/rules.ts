import type { PersonId, UnitId } from '../access/ids';
import type { Role } from '../access/roles';
import type { Exact } from '../money/exact';
import type { Money } from '../money/money';

/** What can need an approval. One engine serves them all. */
export const documentKinds = ['purchase_order', 'quote', 'price_list_revision', 'credit', 'company'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** One thing a rule asks of a document. All conditions of a rule must hold; where a condition names several values, one
 *  of them is enough. Amounts are the document's `total`: before tax and freight, in the company's currency.
 *  Percentages: 15 stands for 15 %. */
export type Condition =
  | { readonly kind: 'amount_over'; readonly amount: Money }
  | { readonly kind: 'category'; readonly anyOf: readonly string[] }
  | { readonly kind: 'cost_centre'; readonly anyOf: readonly string[] }
  | { readonly kind: 'requester'; readonly anyOf: readonly PersonId[] }
  | { readonly kind: 'requester_role'; readonly anyOf: readonly Role[] }
  | { readonly kind: 'over_budget' }
  | { readonly kind: 'off_contract' }
  | { readonly kind: 'discount_over'; readonly percent: Exact }
  | { readonly kind: 'margin_under'; readonly percent: Exact }
  | { readonly kind: 'first_order_of_sku' };
export type ConditionKind = Condition['kind'];

/** Who is asked. A role counts in the unit the document is for or above it; a rule of the store asks the store's staff. */
export type ApproverSource =
  | { readonly kind: 'people'; readonly people: readonly PersonId[] }
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'manager_of_requester' }
  | { readonly kind: 'cost_centre_owner' };

/** k of everyone the sources name together. */
export type Group = { readonly of: readonly ApproverSource[]; readonly k: number | 'all' };

/** Groups asked at the same time, all of them needed. */
export type Level = {
  readonly groups: readonly Group[];
  /** Elapsed hours from the moment the level opens; null stands for `defaultDeadlineHours`. */
  readonly deadlineHours: number | null;
  /** Who may decide as well once the deadline has passed; null stands for the company's admins. */
  readonly escalateTo: ApproverSource | null;
};

export const defaultDeadlineHours = 72;

export type Rule = {
  readonly id: string;
  readonly name: string;
  /** The unit the rule belongs to (it holds below as well), or `theStore`. */
  readonly unit: UnitId;
  readonly kinds: readonly DocumentKind[];
  readonly conditions: readonly Condition[];
  readonly levels: readonly Level[];
};

/** What the rules look at in one revision of a document. */
export type DocumentFacts = {
  readonly kind: DocumentKind;
  /** The unit the document is for; `theStore` for the seller's own documents. */
  readonly unit: UnitId;
  /** Line totals before tax and freight in the company's currency; null where a document has no amount. */
  readonly total: Money | null;
  /** Everyone who made or changed this revision: the member, the rep acting for them, an approver who edited it. */
  readonly requesters: readonly PersonId[];
  /** Category path of each line, such as `coffee/beans`. */
  readonly categories: readonly string[];
  readonly costCentre: string | null;
  readonly isOverBudget: boolean;
  /** Some line is not priced by a contract list of the buyer. */
  readonly isOffContract: boolean;
  /** Some line is a SKU the company has never ordered. */
  readonly hasFirstOrderOfSku: boolean;
  /** The largest discount of any line, and the smallest margin of those with a recorded cost; null when there is none. */
  readonly largestDiscountPercent: Exact | null;
  readonly smallestMarginPercent: Exact | null;
};
