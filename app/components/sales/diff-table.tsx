import { formatPercent } from '#app/domain/i18n/format-number.ts';
import type { CurrencyCode } from '#app/domain/money/currencies.ts';
import { type Exact, isNegative, isZero, negate } from '#app/domain/money/exact.ts';
import { formatUnitPrice } from '#app/domain/money/format-money.ts';
import { toDecimalString } from '#app/domain/money/rounding.ts';
import type { DiffRow } from '#app/domain/pricing/price-list-diff.ts';
import { useFormats, useMessages } from '../i18n/words';
import { DataTable } from '../ui/data-table';
import { Diff } from '../ui/diff';
import { EmptyState } from '../ui/empty-state';
import { MoneyText, UnitPriceText } from '../ui/money-text';

/** Every price of a revision beside what the buyer pays today and what everybody pays; cost and margin for sellers. */
export function DiffTable({ rows, currency }: { rows: readonly DiffRow[]; currency: CurrencyCode }) {
  const t = useMessages('pricing');
  const formats = useFormats();
  const price = (value: Exact | null) => (value ? <UnitPriceText unitPrice={value} currency={currency} /> : '–');
  return (
    <DataTable
      caption={t('whatChanges')}
      rows={rows}
      rowKey={({ sku, part, quantity }) => `${sku} ${part.kind} ${part.code} ${quantity.num}/${quantity.den}`}
      empty={<EmptyState title={t('noEntries')} text={t('noChangesText')} />}
      columns={[
        {
          key: 'sku',
          label: t('about'),
          cell: ({ sku, part }) => (part.kind === 'variant' ? sku : `${sku} + ${part.code}`),
        },
        { key: 'quantity', label: t('fromQuantity'), isNumber: true, cell: (row) => toDecimalString(row.quantity, 6) },
        { key: 'public', label: t('publicPrice'), isNumber: true, cell: (row) => price(row.public) },
        { key: 'price', label: t('price'), isNumber: true, cell: (row) => <Change row={row} currency={currency} /> },
        { key: 'cost', label: t('cost'), isNumber: true, cell: (row) => price(row.cost) },
        {
          key: 'margin',
          label: t('margin'),
          isNumber: true,
          cell: (row) => (row.marginPercent ? formatPercent(row.marginPercent, formats) : '–'),
        },
        {
          key: 'cliff',
          label: t('cliff'),
          cell: ({ cliff }) =>
            cliff && (
              <>
                {t('cliffAt', { quantity: toDecimalString(cliff.quantity, 6) })} <MoneyText amount={cliff.saved} />
              </>
            ),
        },
      ]}
    />
  );
}

function Change({ row, currency }: { row: DiffRow; currency: CurrencyCode }) {
  const t = useMessages('pricing');
  const formats = useFormats();
  if (!row.new) return t('notSold');
  const after = formatUnitPrice(row.new, currency, formats);
  if (!row.old) return t('newlySold', { price: after });
  const change = row.changePercent;
  const direction = !change || isZero(change) ? 'same' : isNegative(change) ? 'down' : 'up';
  return (
    <Diff
      before={formatUnitPrice(row.old, currency, formats)}
      after={after}
      direction={direction}
      by={change ? formatPercent(isNegative(change) ? negate(change) : change, formats) : undefined}
    />
  );
}
