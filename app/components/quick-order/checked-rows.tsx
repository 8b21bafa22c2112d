import type { QuickOrderView } from './quick-order-lines';
import { useMessages } from '../i18n/words';
import { DataTable } from '../ui/data-table';
import { Warning } from '../ui/icons/signs';

const shown = 300;

/** What became of each row, those that cannot be ordered first. */
export function CheckedRows({ view }: { view: QuickOrderView }) {
  const t = useMessages('quickOrder');
  const rows = view.lines.slice(0, shown);
  return (
    <>
      <p role="status" className="mb-3 font-medium">
        {t('checked', { good: view.good, total: view.total })}{' '}
        {view.bad > 0 && <span className="text-bad">{t('checkedBad', { count: view.bad })}</span>}
      </p>
      <DataTable
        caption={t('rows')}
        rows={rows}
        rowKey={({ row }) => String(row)}
        columns={[
          { key: 'row', label: t('row'), isNumber: true, cell: ({ row }) => row },
          {
            key: 'article',
            label: t('article'),
            cell: ({ code, title, problem }) => (
              <>
                <span className="font-medium">{code}</span> {title}
                {problem && (
                  <span className="mt-1 flex items-start gap-1.5 text-sm font-medium text-bad">
                    <Warning className="mt-0.5 size-4" /> {problem}
                  </span>
                )}
              </>
            ),
          },
          { key: 'quantity', label: t('quantity'), isNumber: true, cell: ({ quantity }) => quantity },
          { key: 'price', label: t('price'), isNumber: true, cell: ({ price }) => price },
          { key: 'total', label: t('total'), isNumber: true, cell: ({ total }) => total },
        ]}
      />
      {view.lines.length > shown && (
        <p className="mt-3 text-ink-soft">{t('moreRows', { count: view.lines.length - shown })}</p>
      )}
    </>
  );
}
