import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { DbOrTx } from '#db/client.server.ts';

export type Readiness = 'ready' | 'database_unreachable' | 'not_migrated';

const journal = join(import.meta.dirname, '../migrations/meta/_journal.json');

/** When the newest migration of this version was made. */
function newestMigration(): number {
  const { entries } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: { when: number }[] };
  return entries.at(-1)?.when ?? 0;
}

/** Whether the database answers and has the schema this version was written for. */
export async function readReadiness(db: DbOrTx): Promise<Readiness> {
  try {
    const [found] = await db.execute<{ migrations: string | null; queue: string | null }>(
      sql`select to_regclass('drizzle.__drizzle_migrations') as migrations, to_regclass('graphile_worker.migrations') as queue`,
    );
    if (!found?.migrations || !found.queue) return 'not_migrated';
    const [last] = await db.execute<{ at: string }>(
      sql`select max(created_at)::text as at from drizzle.__drizzle_migrations`,
    );
    return Number(last?.at ?? 0) >= newestMigration() ? 'ready' : 'not_migrated';
  } catch {
    return 'database_unreachable';
  }
}
