import { Temporal } from 'temporal-polyfill';
import { type Money, addMoney, compareMoney, noMoney, subtractMoney } from '../money/money';
import { type Outcome, ok, refused } from '../outcome';

export const budgetPeriods = ['month', 'quarter', 'year'] as const;
export type BudgetPeriod = (typeof budgetPeriods)[number];

/** The calendar period a moment falls into, in the company's time zone: from its first midnight (inclusive) to the next
 *  period's (exclusive). `key`: 2027-01, 2027-Q1 or 2027. */
export type BudgetWindow = { readonly key: string; readonly startsAt: Date; readonly endsAt: Date };

/** @throws RangeError for an unknown time zone */
export function budgetWindow(at: Date, period: BudgetPeriod, timeZone: string): BudgetWindow {
  const today = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  const months = { month: 1, quarter: 3, year: 12 }[period];
  const firstMonth = today.month - ((today.month - 1) % months);
  const first = today.with({ month: firstMonth, day: 1 });
  const midnight = (date: Temporal.PlainDate) => new Date(date.toZonedDateTime(timeZone).epochMilliseconds);
  const key = {
    month: first.toString().slice(0, 7),
    quarter: `${first.year}-Q${(firstMonth + 2) / 3}`,
    year: String(first.year),
  }[period];
  return { key, startsAt: midnight(first), endsAt: midnight(first.add({ months })) };
}

export type BudgetUse = {
  /** Null = no budget is kept for the cost centre. */
  readonly budget: Money | null;
  /** What other documents of the period hold or have spent, before tax and freight. */
  readonly reserved: Money;
  readonly spent: Money;
};

export type BudgetVerdict = {
  /** What is left once this document is reserved; negative when it goes over. Null without a budget. */
  readonly leftAfter: Money | null;
  /** The part beyond the budget that an approval takes, shown wherever the document is decided on. */
  readonly over: Money;
};

/** Whether the document's `total` goes over what is left. */
export const isOverBudget = (use: BudgetUse, total: Money): boolean =>
  use.budget !== null && compareMoney(leftOf(use.budget, use), total) < 0;

/** Over budget is refused unless a matching approval rule has that condition (`mayGoOver`); then the excess is stated.
 *  All amounts in the company's currency. @throws RangeError when they differ */
export function budgetVerdict(
  use: BudgetUse,
  total: Money,
  mayGoOver: boolean,
): Outcome<BudgetVerdict, 'over_budget', { readonly left: Money }> {
  if (use.budget === null) return ok({ leftAfter: null, over: noMoney(total.currency) });
  const left = leftOf(use.budget, use);
  if (!isOverBudget(use, total)) return ok({ leftAfter: subtractMoney(left, total), over: noMoney(total.currency) });
  if (!mayGoOver) return refused('over_budget', { left });
  const nothing = noMoney(total.currency);
  const stillLeft = compareMoney(left, nothing) > 0 ? left : nothing;
  return ok({ leftAfter: subtractMoney(left, total), over: subtractMoney(total, stillLeft) });
}

const leftOf = (budget: Money, { reserved, spent }: BudgetUse): Money =>
  subtractMoney(budget, addMoney(reserved, spent));
