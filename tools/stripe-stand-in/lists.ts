import type Stripe from 'stripe';
import { invalid, noSuch } from './faults.ts';
import type { Params } from './params.ts';
import type { Table, Tables } from './store.ts';
import type { World } from './world.ts';

export const listShape = {
  limit: 'integer',
  starting_after: 'text',
  ending_before: 'text',
  created: { gt: 'integer', gte: 'integer', lt: 'integer', lte: 'integer' },
} as const;
type ListParams = Params<typeof listShape>;

/** Newest first; a cursor names a record, so what comes in between does not shift the page. */
export function listOf<T extends Table>(
  { store }: World,
  table: T,
  url: string,
  params: ListParams,
  wanted: (record: Tables[T]) => boolean = () => true,
): Stripe.ApiList<Tables[T]> {
  const limit = params.limit ?? 10;
  if (limit < 1 || limit > 100) throw invalid('Invalid limit: must be between 1 and 100', 'limit');
  const cursor = params.starting_after ?? params.ending_before;
  if (cursor && !store.get(table, cursor))
    throw noSuch(table, cursor, params.starting_after ? 'starting_after' : 'ending_before');

  const inTime = (record: Tables[T]) => {
    const { gt, gte, lt, lte } = params.created ?? {};
    const at = 'created' in record && typeof record.created === 'number' ? record.created : 0;
    return (
      (gt === undefined || at > gt) &&
      (gte === undefined || at >= gte) &&
      (lt === undefined || at < lt) &&
      (lte === undefined || at <= lte)
    );
  };
  const backwards = params.ending_before !== undefined;
  const page: Tables[T][] = [];
  let more = false;
  let reached = !cursor;
  for (const record of backwards ? store.oldestFirst(table) : store.newestFirst(table)) {
    if (!reached) {
      reached = record.id === cursor;
      continue;
    }
    if (!inTime(record) || !wanted(record)) continue;
    if (page.length === limit) {
      more = true;
      break;
    }
    page.push(record);
  }
  return { object: 'list', url, has_more: more, data: backwards ? page.reverse() : page } satisfies Stripe.ApiList<
    Tables[T]
  >;
}

export const listed = <T>(url: string, data: T[]): Stripe.ApiList<T> =>
  ({ object: 'list', url, has_more: false, data }) satisfies Stripe.ApiList<T>;
