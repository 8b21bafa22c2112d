import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { migrate as runDrizzle } from 'drizzle-orm/postgres-js/migrator';
import { runMigrations } from 'graphile-worker';
import { openDatabase } from './client.server.ts';

export async function migrate(url: string): Promise<void> {
  const { db, close } = openDatabase(url, { connections: 1 });
  try {
    const folder = join(import.meta.dirname, 'migrations');
    if (existsSync(join(folder, 'meta/_journal.json'))) await runDrizzle(db, { migrationsFolder: folder });
    await runMigrations({ connectionString: url });
  } finally {
    await close();
  }
}
