import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import { runMigrations as runQueueMigrations } from 'graphile-worker';
import { Pool } from 'pg';
import postgres from 'postgres';

/** Any number that is ours alone: two processes that migrate at once take turns. */
const migrationLock = 7_402_211;

/** Brings a database to the present schema, the queue's included. Safe to run twice and from two places at once. */
export async function migrate(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(${migrationLock})`;
    await runMigrations(drizzle(client), { migrationsFolder: join(import.meta.dirname, 'migrations') });
    const pool = new Pool({ connectionString: url, max: 1 });
    pool.on('error', () => {});
    pool.on('connect', (connection) => connection.on('error', () => {}));
    try {
      await runQueueMigrations({ pgPool: pool });
    } finally {
      await pool.end();
    }
  } finally {
    await client.end({ timeout: 5 });
  }
}
