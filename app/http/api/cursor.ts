/** Where a list goes on: opaque to callers, the sort values of the last row to us. */
export const writeCursor = (values: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/** Null when it is not one of ours, or of a list sorted by another number of values. */
export function readCursor(cursor: string, length: number): (string | number)[] | null {
  const values = valuesOf(cursor);
  return values?.length === length ? values : null;
}

/** Whether it could be one of ours: what a caller cut or made up is refused, or they would read the first page for ever. */
export const isCursor = (text: string): boolean => valuesOf(text) !== null;

function valuesOf(cursor: string): (string | number)[] | null {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const isSound =
      Array.isArray(values) && values.every((value) => typeof value === 'string' || typeof value === 'number');
    return isSound ? (values as (string | number)[]) : null;
  } catch {
    return null;
  }
}

/** Of a list that is sorted by a moment, then by id. Null when it is not one of ours. */
export function readMomentCursor(cursor: string | null): { at: Date; id: string } | null {
  const values = readCursor(cursor ?? '', 2);
  const at = new Date(String(values?.[0]));
  const id = String(values?.[1]);
  return values && !Number.isNaN(at.getTime()) && /^[0-9a-f-]{36}$/.test(id) ? { at, id } : null;
}
