import { useMessages } from '../i18n/words';
import { Card } from '../ui/card';
import { DataTable } from '../ui/data-table';

export type LineView = { line: number; sku: string; title: string; quantity: string; unitPrice: string; total: string };

/** What is asked for, line by line, as it was priced. */
export function PurchaseOrderLines({ lines }: { lines: readonly LineView[] }) {
  const t = useMessages('purchaseOrders');
  return (
    <Card title={t('lines')}>
      <DataTable
        caption={t('lines')}
        rows={lines}
        rowKey={({ line }) => String(line)}
        columns={[
          {
            key: 'product',
            label: t('product'),
            cell: ({ title, sku }) => (
              <>
                {title} <span className="block text-sm text-ink-faint">{sku}</span>
              </>
            ),
          },
          { key: 'quantity', label: t('quantity'), isNumber: true, cell: ({ quantity }) => quantity },
          {
            key: 'unitPrice',
            label: t('unitPrice'),
            isNumber: true,
            cell: (line) => <bdi>{line.unitPrice}</bdi>,
          },
          { key: 'total', label: t('lineTotal'), isNumber: true, cell: ({ total }) => <bdi>{total}</bdi> },
        ]}
      />
    </Card>
  );
}
