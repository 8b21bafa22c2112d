import type { Db } from '#db/client.server.ts';
import { listEntries } from '#db/queries/price-entries.server.ts';
import { readCursor, writeCursor } from './api/cursor';

const pageSize = 100;

/** The entries the address asks for: `?search=` and `?cursor=`. */
export async function entryPage(db: Db, request: Request, revisionId: string) {
  const { searchParams } = new URL(request.url);
  const search = (searchParams.get('search') ?? '').trim().slice(0, 100);
  const cursor = searchParams.get('cursor');
  const after = cursor ? String(readCursor(cursor, 1)?.[0] ?? '') : '';
  const isId = /^[0-9a-f-]{36}$/.test(after);
  const rows = await listEntries(db, { revisionId, search, after: isId ? after : null, limit: pageSize + 1 });
  const entries = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? entries.at(-1) : undefined;
  return { search, entries, isFirst: !isId, next: last ? writeCursor([last.id]) : null };
}
