/** Where a list goes on: opaque to callers, the sort values of the last row to us. */
export const writeCursor = (values: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/** Null when it is not one of ours. */
export function readCursor(cursor: string, length: number): (string | number)[] | null {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const sound =
      Array.isArray(values) &&
      values.length === length &&
      values.every((value) => typeof value === 'string' || typeof value === 'number');
    return sound ? (values as (string | number)[]) : null;
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
