import type { CurrencyCode } from '../money/currencies';
import { type Exact, add, divide, exact, isNegative, multiply, one, percentOf, toExact, zero } from '../money/exact';
import { type Money, majorUnits, money, noMoney, subtractMoney } from '../money/money';
import { roundToMinorUnits, toDecimalString } from '../money/rounding';

/** Whether a market shows prices before tax or with it. What is stored is before tax in both. */
export const taxDisplays = ['exclusive', 'inclusive'] as const;
export type TaxDisplay = (typeof taxDisplays)[number];

/** The decimals a stored unit price has at most. */
const unitPriceDecimals = 6;

/** 19 (percent) -> 1.19. */
export const grossFactor = (ratePercent: Exact): Exact => add(one, divide(ratePercent, exact(100n)));

export type TaxedLine = { readonly net: Money; readonly tax: Money; readonly gross: Money };

/** Tax of one line, after its share of promotions. `amount` is the line before rounding and before promotions, `ratePercent`
 *  19 for 19 %. Prices shown before tax: tax = round(net x rate). Prices shown with tax: gross = round(amount less
 *  promotions x (1 + rate)), tax = gross less net, so that the shown price times the quantity is what is paid. */
export function taxOfLine(line: {
  readonly amount: Exact;
  readonly lineTotal: Money;
  readonly discount?: Money;
  readonly ratePercent: Exact;
  readonly display: TaxDisplay;
}): TaxedLine {
  const { currency } = line.lineTotal;
  const discount = line.discount ?? noMoney(currency);
  const net = subtractMoney(line.lineTotal, discount);
  if (line.display === 'exclusive') {
    const tax = money(roundToMinorUnits(percentOf(majorUnits(net), line.ratePercent), currency), currency);
    return { net, tax, gross: money(net.minor + tax.minor, currency) };
  }
  if (net.minor === 0n && discount.minor > 0n) return { net, tax: net, gross: net };
  const left = add(line.amount, majorUnits(money(-discount.minor, currency)));
  const taxable = isNegative(left) ? zero : left;
  const gross = money(roundToMinorUnits(multiply(taxable, grossFactor(line.ratePercent)), currency), currency);
  return { net, tax: subtractMoney(gross, net), gross };
}

/** One unit with tax as a price tag shows it, in whole minor units. */
export const shownGrossPrice = (unitPrice: Exact, ratePercent: Exact, currency: CurrencyCode): Money =>
  money(roundToMinorUnits(multiply(unitPrice, grossFactor(ratePercent)), currency), currency);

/** The unit price before tax that gives a shown price back: shown / (1 + rate), at six decimals, the most a unit price
 *  may have. EUR 9.99 at 19 % -> 8.394958, of which three with tax are 29.97 again. */
export const netOfShownPrice = (shown: Exact, ratePercent: Exact): Exact =>
  toExact(toDecimalString(divide(shown, grossFactor(ratePercent)), unitPriceDecimals));
