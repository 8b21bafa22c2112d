import type { Money } from '#app/domain/money/money.ts';
import type { Fact } from '../ui/description-list';
import { MoneyText } from '../ui/money-text';

export type Sums = { goods: Money; shipping: Money | null; tax: Money; isTaxIncluded: boolean; payable: Money };
type Words = 'goods' | 'free' | 'tax' | 'includedTax' | 'payable';

/** What adds up under a cart, an order or a review. Included tax stands after the sum it is a part of. */
export function sumFacts({
  sums,
  shippingLabel,
  t,
}: {
  sums: Sums;
  shippingLabel: string;
  t: (word: Words) => string;
}): Fact[] {
  const tax: Fact = { label: t(sums.isTaxIncluded ? 'includedTax' : 'tax'), value: <MoneyText amount={sums.tax} /> };
  const total: Fact = { label: t('payable'), value: <MoneyText amount={sums.payable} />, isTotal: true };
  return [
    { label: t('goods'), value: <MoneyText amount={sums.goods} /> },
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
