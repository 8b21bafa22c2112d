import { Link } from '@remix-run/react';
import { useLocalePath, useMessages } from '../i18n/words';
import { Card } from '../ui/card';
import { AmountList, DescriptionList } from '../ui/description-list';

type Props = {
  view: {
    total: string;
    freight: string;
    tax: string;
    payable: string;
    requestedBy: readonly (string | null)[];
    revision: number;
    terms: string;
    costCentre: string | null;
    shipTo: readonly string[];
    deliveryOn: string | null;
    notes: string;
  };
  /** Of the order it became. */
  orderNumber: string | null;
};

/** What it costs, and everything else a decision looks at. */
export function PurchaseOrderFacts({ view, orderNumber }: Props) {
  const t = useMessages('purchaseOrders');
  const to = useLocalePath();
  return (
    <>
      <Card title={t('money')}>
        <AmountList
          facts={[
            { label: t('total'), value: view.total },
            { label: t('freight'), value: view.freight },
            { label: t('tax'), value: view.tax },
            { label: t('payable'), value: view.payable, isTotal: true },
          ]}
        />
      </Card>
      <Card title={t('facts')}>
        <DescriptionList
          facts={[
            {
              label: t('requestedBy'),
              value: view.requestedBy.map((name) => name ?? t('deletedPerson')).join(', '),
            },
            { label: t('revision'), value: view.revision },
            { label: t('terms'), value: view.terms },
            ...(view.costCentre ? [{ label: t('costCentre'), value: view.costCentre }] : []),
            ...(view.shipTo.length > 0 ? [{ label: t('shipTo'), value: view.shipTo.join(', ') }] : []),
            ...(view.deliveryOn ? [{ label: t('deliveryOn'), value: view.deliveryOn }] : []),
            ...(view.notes ? [{ label: t('notes'), value: view.notes }] : []),
            ...(orderNumber
              ? [{ label: t('order'), value: <Link to={to(`/orders/${orderNumber}`)}>{orderNumber}</Link> }]
              : []),
          ]}
        />
      </Card>
    </>
  );
}
