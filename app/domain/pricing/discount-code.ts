import { type CurrencyCode } from '../money/currencies';
import { type Exact, toExact } from '../money/exact';
import { type Money, money } from '../money/money';
import { roundToMinorUnits } from '../money/rounding';
import type { Promotion } from './price-order';

/** A code as far as its rules ask. Sums are before tax. */
export type DiscountCode = {
  readonly code: string;
  readonly off: { readonly percent: Exact } | { readonly amounts: Readonly<Record<string, string>> };
  /** Inclusive and exclusive; null = open. */
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly isEnded: boolean;
  readonly mostUses: number | null;
  readonly mostUsesPerPerson: number | null;
  readonly minimum: Readonly<Record<string, string>>;
  /** Handles; none = everything that takes promotions. */
  readonly products: readonly string[];
  readonly isForFirstOrder: boolean;
  /** Whose it is, lower case; null = everybody's. */
  readonly owner: string | null;
};

export type CodeQuestion = {
  readonly at: Date;
  readonly currency: CurrencyCode;
  readonly isCompany: boolean;
  readonly lines: readonly {
    readonly line: number;
    readonly product: string;
    readonly takesPromotions: boolean;
    /** Before tax and promotions. */
    readonly lineTotal: Money;
  }[];
  /** By other orders than this cart's own. */
  readonly uses: { readonly all: number; readonly byPerson: number };
  /** Lower case; null while nobody has said it. */
  readonly email: string | null;
  readonly hasOrderedBefore: boolean;
};

export type CodeProblem =
  | { readonly code: 'code_for_consumers' }
  | { readonly code: 'code_not_yet' }
  | { readonly code: 'code_over' }
  | { readonly code: 'code_used_up' }
  | { readonly code: 'code_used_by_you' }
  | { readonly code: 'code_of_somebody' }
  | { readonly code: 'code_first_order' }
  | { readonly code: 'code_other_currency' }
  | { readonly code: 'code_below_minimum'; readonly minimum: Money }
  | { readonly code: 'code_nothing_for_it' };

/** Why a code takes nothing off this cart, the first that holds; null when it does. A code that belongs to one address
 *  counts only once that address is known. What depends on the person is asked again when the order is placed. */
export function codeProblem(code: DiscountCode, question: CodeQuestion): CodeProblem | null {
  const { at, currency, uses, email } = question;
  if (question.isCompany) return { code: 'code_for_consumers' };
  if (code.startsAt && at < code.startsAt) return { code: 'code_not_yet' };
  if (code.isEnded || (code.endsAt && at >= code.endsAt)) return { code: 'code_over' };
  if (code.mostUses !== null && uses.all >= code.mostUses) return { code: 'code_used_up' };
  if (code.mostUsesPerPerson !== null && uses.byPerson >= code.mostUsesPerPerson) return { code: 'code_used_by_you' };
  if (code.owner !== null && code.owner !== email) return { code: 'code_of_somebody' };
  if (code.isForFirstOrder && question.hasOrderedBefore) return { code: 'code_first_order' };
  if ('amounts' in code.off && code.off.amounts[currency] === undefined) return { code: 'code_other_currency' };
  const least = code.minimum[currency];
  if (least !== undefined) {
    const worth = question.lines.reduce((sum, { lineTotal }) => sum + lineTotal.minor, 0n);
    const minimum = money(roundToMinorUnits(toExact(least), currency), currency);
    if (worth < minimum.minor) return { code: 'code_below_minimum', minimum };
  }
  return linesOf(code, question.lines).length > 0 ? null : { code: 'code_nothing_for_it' };
}

/** What it takes off, over the lines it is for: after each line is rounded and before tax. */
export function promotionOf(
  code: DiscountCode,
  { currency, lines }: Pick<CodeQuestion, 'currency' | 'lines'>,
): Promotion {
  const off =
    'percent' in code.off
      ? code.off
      : { amount: money(roundToMinorUnits(toExact(code.off.amounts[currency] ?? '0'), currency), currency) };
  return { code: code.code, off, lines: linesOf(code, lines).map(({ line }) => line) };
}

const linesOf = ({ products }: DiscountCode, lines: CodeQuestion['lines']) =>
  lines.filter(
    ({ product, takesPromotions }) => takesPromotions && (products.length === 0 || products.includes(product)),
  );
