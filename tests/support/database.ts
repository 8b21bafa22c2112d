import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, inject } from 'vitest';
import { openDatabase, type Db } from '#db/client.server.ts';

export interface TestDatabase {
  db: Db;
  url: string;
}

/**
 * A database of this test file's own, with the schema and no rows; dropped when the file is done. One connection unless
 * asked for more: inside a transaction, a query on the outer `db` then waits for ever, so that the mistake shows.
 */
export async function testDatabase(
  p: { connections?: number; onStatement?: (statement: string) => void } = {},
): Promise<TestDatabase> {
  const { adminUrl, template } = inject('databaseServer');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(adminUrl, (sql) => sql`create database ${sql(name)} template ${sql(template)} strategy file_copy`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const { db, close } = openDatabase(url.href, { connections: p.connections ?? 1, onStatement: p.onStatement });
  afterAll(async () => {
    await close();
    await asAdmin(adminUrl, (sql) => sql`drop database ${sql(name)} with (force)`);
  });
  return { db, url: url.href };
}

async function asAdmin(url: string, act: (sql: postgres.Sql) => PromiseLike<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await act(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
