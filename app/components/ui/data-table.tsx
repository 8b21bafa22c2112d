import { Link, useSearchParams } from '@remix-run/react';
import { type ChangeEvent, type ReactNode, useState } from 'react';
import { useMessages } from '../i18n/words';
import { ArrowDown, ArrowUp } from './icons/arrows';

export type Column<Row> = {
  key: string;
  label: string;
  /** Numbers stand at the end of their cell, figures of one width. */
  isNumber?: boolean;
  isSortable?: boolean;
  cell: (row: Row) => ReactNode;
};

type Props<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Names a row where it is selected: "Select PO-7". Without it rows cannot be selected. */
  rowName?: (row: Row) => string;
  /** Buttons of the form around the table, for the rows selected. */
  bulkActions?: ReactNode;
  /** "total" or "-total": what the rows are sorted by now. */
  sort?: string;
  empty?: ReactNode;
};

/** Rows and columns: header always in sight, sorting in the address, cards on a phone. */
export function DataTable<Row>({ caption, columns, rows, rowKey, rowName, bulkActions, sort, empty }: Props<Row>) {
  const t = useMessages('shell');
  const [selected, setSelected] = useState(0);
  const count = (event: ChangeEvent<HTMLElement>) => {
    const box = event.currentTarget.closest('[data-table]');
    setSelected(box?.querySelectorAll('input[name="selected"]:checked').length ?? 0);
  };
  if (rows.length === 0 && empty) return empty;

  return (
    <div data-table="" className="group/table">
      <table className="w-full border-collapse max-sm:block">
        <caption className="sr-only">{caption}</caption>
        <thead className="max-sm:sr-only">
          <tr>
            {rowName && (
              <th scope="col" className={`${head} w-10`}>
                <SelectAll onChange={count} />
              </th>
            )}
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:grid max-sm:gap-3">
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              className="border-b border-line hover:bg-sunken has-[input[name=selected]:checked]:bg-accent-soft max-sm:block max-sm:rounded max-sm:border max-sm:bg-raised max-sm:p-3"
            >
              {rowName && (
                <td className="px-2 max-sm:block max-sm:px-0">
                  <label className="flex min-h-11 items-center gap-3 sm:justify-center">
                    <input type="checkbox" name="selected" value={rowKey(row)} onChange={count} className="size-5" />
                    <span className="font-medium sm:sr-only">{t('selectRow', { row: rowName(row) })}</span>
                  </label>
                </td>
              )}
              {columns.map(({ key, label, isNumber, cell }) => (
                <td
                  key={key}
                  className={`px-3 py-2.5 max-sm:flex max-sm:justify-between max-sm:gap-4 max-sm:px-0 max-sm:py-1 ${isNumber ? 'tabular text-end' : ''}`}
                >
                  <span aria-hidden="true" className="text-start text-ink-faint sm:hidden">
                    {label}
                  </span>
                  <span className="min-w-0 max-sm:text-end max-sm:wrap-anywhere">{cell(row)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {bulkActions && (
        <div className="sticky bottom-4 z-10 mt-4 hidden flex-wrap items-center gap-3 rounded border border-line bg-raised p-3 shadow-float group-has-[input[name=selected]:checked]/table:flex">
          <span role="status" className="tabular font-medium">
            {t('selectedRows', { count: selected })}
          </span>
          {bulkActions}
        </div>
      )}
    </div>
  );
}

const head = 'sticky top-0 z-[1] border-b border-control bg-paper px-3 py-2.5 text-sm font-semibold whitespace-nowrap';

function HeadCell<Row>({ column, sort }: { column: Column<Row>; sort: string | undefined }) {
  const [search] = useSearchParams();
  const { key, label, isNumber, isSortable } = column;
  const look = `${head} ${isNumber ? 'text-end' : 'text-start'}`;
  if (!isSortable) {
    return (
      <th scope="col" className={look}>
        {label}
      </th>
    );
  }
  const isUp = sort === key;
  const isDown = sort === `-${key}`;
  const params = new URLSearchParams(search);
  params.set('sort', isUp ? `-${key}` : key);
  params.delete('cursor');
  return (
    <th scope="col" aria-sort={isUp ? 'ascending' : isDown ? 'descending' : undefined} className={look}>
      <Link
        to={`?${params.toString()}`}
        preventScrollReset
        className="inline-flex items-center gap-1 text-ink no-underline hover:text-accent"
      >
        {label}
        {isUp && <ArrowUp className="size-3.5" />}
        {isDown && <ArrowDown className="size-3.5" />}
      </Link>
    </th>
  );
}

function SelectAll({ onChange }: { onChange: (event: ChangeEvent<HTMLElement>) => void }) {
  const t = useMessages('shell');
  const all = (event: ChangeEvent<HTMLInputElement>) => {
    const boxes = event.currentTarget
      .closest('[data-table]')
      ?.querySelectorAll<HTMLInputElement>('input[name="selected"]');
    for (const box of boxes ?? []) box.checked = event.currentTarget.checked;
    onChange(event);
  };
  return (
    <label className="grid size-8 place-items-center">
      <span className="sr-only">{t('selectAll')}</span>
      <input type="checkbox" onChange={all} className="size-5" />
    </label>
  );
}
