import type { Money } from '#app/domain/money/money.ts';
import { useMessages } from '../i18n/words';
import { AmountList, type Fact } from '../ui/description-list';
import { MoneyText } from '../ui/money-text';

type Sums = { total: Money; freight: Money; tax: Money; payable: Money; isTaxIncluded: boolean };

/** What an order that is asked about comes to. Included tax stands after the sum it is a part of. */
export function ReorderSums({ sums }: { sums: Sums }) {
  const t = useMessages('orders');
  const tax: Fact = { label: t(sums.isTaxIncluded ? 'includedTax' : 'tax'), value: <MoneyText amount={sums.tax} /> };
  const payable: Fact = { label: t('payable'), value: <MoneyText amount={sums.payable} />, isTotal: true };
  return (
    <AmountList
      facts={[
        { label: t('reorderGoods'), value: <MoneyText amount={sums.total} /> },
        { label: t('reorderFreight'), value: <MoneyText amount={sums.freight} /> },
        ...(sums.isTaxIncluded ? [payable, tax] : [tax, payable]),
      ]}
    />
  );
}
