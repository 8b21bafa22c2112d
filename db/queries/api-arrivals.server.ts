import { sql } from 'drizzle-orm';
import type { DbOrTx } from '#db/client.server.ts';

/** Counts a call of a key against an even rate with bursts (GCRA): false when it comes too early. One statement, so that
 *  any number of processes count together. */
export async function countArrival(
  db: DbOrTx,
  p: { apiKeyId: string; at: Date; perSecond: number; burst: number },
): Promise<boolean> {
  const at = p.at.toISOString();
  const gap = `${1000 / p.perSecond} milliseconds`;
  const most = `${(1000 / p.perSecond) * p.burst} milliseconds`;
  const rows = await db.execute(sql`
    insert into api_arrivals as seen (api_key_id, expected_at)
    values (${p.apiKeyId}, ${at}::timestamptz + ${gap}::interval)
    on conflict (api_key_id) do update
      set expected_at = greatest(seen.expected_at, ${at}::timestamptz) + ${gap}::interval
      where greatest(seen.expected_at, ${at}::timestamptz) + ${gap}::interval <= ${at}::timestamptz + ${most}::interval
    returning 1`);
  return rows.length > 0;
}
