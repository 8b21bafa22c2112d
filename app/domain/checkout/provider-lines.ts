import { type Exact, toExact } from '../money/exact';
import { type Money, addMoney, noMoney } from '../money/money';
import { toDecimalString } from '../money/rounding';

export type LineToCharge = { readonly sku: string; readonly quantity: string; readonly net: Money };
export type Charge = { readonly label: string; readonly amount: Money };

/** What the payment page lists: each line once, as its rounded total ("12 x ESP-1K"), then freight, then tax. Adds up
 *  to the payable exactly. What costs nothing is left out, since the provider takes no empty lines.
 *  @throws RangeError when it does not add up, before anyone is sent to pay */
export function providerLines(p: {
  lines: readonly LineToCharge[];
  freight: Money;
  tax: Money;
  payable: Money;
  labels: { freight: string; tax: string };
}): Charge[] {
  const charges = [
    ...p.lines.map(({ sku, quantity, net }) => ({
      label: `${plainQuantity(toExact(quantity))} x ${sku}`,
      amount: net,
    })),
    { label: p.labels.freight, amount: p.freight },
    { label: p.labels.tax, amount: p.tax },
  ].filter(({ amount }) => amount.minor !== 0n);
  const sum = charges.reduce((all, { amount }) => addMoney(all, amount), noMoney(p.payable.currency));
  if (sum.minor !== p.payable.minor)
    throw new RangeError(`lines of ${sum.minor} are not the payable ${p.payable.minor}`);
  return charges;
}

const plainQuantity = (quantity: Exact): string => toDecimalString(quantity, 6);
