import type { Money } from '#app/domain/money/money.ts';
import type { Fact } from '../ui/description-list';
import { MoneyText } from '../ui/money-text';

export type Sums = {
  /** The discount is taken off already. */
  goods: Money;
  discount?: { code: string; amount: Money } | null;
  shipping: Money | null;
  tax: Money;
  isTaxIncluded: boolean;
  payable: Money;
};
type Words = 'goods' | 'free' | 'tax' | 'includedTax' | 'payable' | 'discount';

/** What adds up under a cart, an order or a review. Included tax stands after the sum it is a part of. */
export function sumFacts({
  sums,
  shippingLabel,
  t,
}: {
  sums: Sums;
  shippingLabel: string;
  t: (word: Words, values?: { code: string }) => string;
}): Fact[] {
  const tax: Fact = { label: t(sums.isTaxIncluded ? 'includedTax' : 'tax'), value: <MoneyText amount={sums.tax} /> };
  const total: Fact = { label: t('payable'), value: <MoneyText amount={sums.payable} />, isTotal: true };
  return [
    { label: t('goods'), value: <MoneyText amount={sums.goods} /> },
    ...(sums.discount
      ? [
          {
            label: t('discount', { code: sums.discount.code }),
            value: <MoneyText amount={negated(sums.discount.amount)} />,
          },
        ]
      : []),
    ...(sums.shipping
      ? [
          {
            label: shippingLabel,
            value: sums.shipping.minor === 0n ? t('free') : <MoneyText amount={sums.shipping} />,
          },
        ]
      : []),
    ...(sums.isTaxIncluded ? [total, tax] : [tax, total]),
  ];
}

const negated = (amount: Money): Money => ({ ...amount, minor: -amount.minor });
