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
