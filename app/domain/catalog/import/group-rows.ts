import { asSlug } from './cells';

/** One record of the file; `row` as a spreadsheet counts, the header being 1. */
export type ImportRow = { readonly row: number; readonly cells: readonly string[] };
export type RowsOfProduct = { readonly handle: string; readonly rows: readonly ImportRow[] };

const isEmpty = ({ cells }: ImportRow) => cells.every((cell) => cell.trim() === '');

/** Rows of one product stand together; only one product is held at a time. A row without a handle is named by its title,
 *  as Shopify does, or comes alone under an empty handle. */
export async function* groupByHandle(
  rows: AsyncIterable<ImportRow>,
  at: { readonly handle?: number; readonly title?: number },
): AsyncGenerator<RowsOfProduct> {
  let open: { handle: string; rows: ImportRow[] } | null = null;
  for await (const row of rows) {
    if (isEmpty(row)) continue;
    const cell = (index: number | undefined) => (index === undefined ? '' : (row.cells[index] ?? '').trim());
    const handle = cell(at.handle) || asSlug(cell(at.title));
    if (open && open.handle === handle && handle !== '') {
      open.rows.push(row);
      continue;
    }
    if (open) yield open;
    open = { handle, rows: [row] };
  }
  if (open) yield open;
}
