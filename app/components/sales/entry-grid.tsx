import { Form } from '@remix-run/react';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { toExact } from '#app/domain/money/exact.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import { useLocalePath, useMessages } from '../i18n/words';
import { Button } from '../ui/button';
import { DataTable } from '../ui/data-table';
import { EmptyState } from '../ui/empty-state';
import { UnitPriceText } from '../ui/money-text';

export type EntryShown = {
  id: string;
  targetKind: 'variant' | 'product' | 'category' | 'everything';
  name: string;
  title: string;
  optionKind: 'none' | 'plan' | 'module';
  optionCode: string;
  minQuantity: string;
  unitPrice: string | null;
  percentOff: string | null;
};

const plain = (stored: string) => toDecimalString(toExact(stored), 6);

/** The entries of a revision; those selected may be taken out of a draft. */
export function EntryGrid(p: {
  entries: readonly EntryShown[];
  currency: CurrencyCode;
  path: string;
  version: number;
  mayEdit: boolean;
}) {
  const t = useMessages('pricing');
  const to = useLocalePath();
  const about = ({ targetKind, name, optionCode }: EntryShown) =>
    targetKind === 'everything' ? t('everything') : [name, optionCode].filter(Boolean).join(' + ');
  return (
    <Form method="post" action={to(`${p.path}/entries`)}>
      <input type="hidden" name="version" value={p.version} />
      <DataTable
        caption={t('entries')}
        rows={p.entries}
        rowKey={({ id }) => id}
        rowName={p.mayEdit ? (row) => `${about(row)}, ${plain(row.minQuantity)}` : undefined}
        bulkActions={p.mayEdit ? <Button tone="danger">{t('removeEntries')}</Button> : undefined}
        empty={<EmptyState title={t('noEntries')} text={t('noEntriesText')} />}
        columns={[
          {
            key: 'about',
            label: t('about'),
            cell: (row) => (
              <>
                {about(row)}
                <span className="block text-sm text-ink-faint">
                  {t(`target_${row.optionKind === 'none' ? row.targetKind : row.optionKind}`)}
                  {row.title && ` · ${row.title}`}
                </span>
              </>
            ),
          },
          { key: 'min', label: t('fromQuantity'), isNumber: true, cell: ({ minQuantity }) => plain(minQuantity) },
          {
            key: 'price',
            label: t('price'),
            isNumber: true,
            cell: ({ unitPrice, percentOff }) =>
              unitPrice === null ? (
                t('percentOff', { percent: plain(percentOff ?? '0') })
              ) : (
                <UnitPriceText unitPrice={toExact(unitPrice)} currency={p.currency} />
              ),
          },
        ]}
      />
    </Form>
  );
}
