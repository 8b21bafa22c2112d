import { drizzle } from 'drizzle-orm/postgres-js';
import type { ExtractTablesWithRelations } from 'drizzle-orm';
import type { PgDatabase, PgTransaction } from 'drizzle-orm/pg-core';
import type { PostgresJsDatabase, PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from './schema/index';

type Schema = typeof schema;
export type Db = PostgresJsDatabase<Schema>;
export type Tx = PgTransaction<PostgresJsQueryResultHKT, Schema, ExtractTablesWithRelations<Schema>>;
/** For reads that serve inside a transaction and outside of one. A function that needs a transaction asks for Tx. */
export type DbOrTx = PgDatabase<PostgresJsQueryResultHKT, Schema, ExtractTablesWithRelations<Schema>>;

export type Database = { db: Db; url: string; close: () => Promise<void> };

export type DatabaseOptions = {
  /** How many connections this process may hold; all processes together stay under 40. */
  connections?: number;
  /** Off behind a transaction pooler. */
  preparedStatements?: boolean;
  /** Called with every statement sent, for tests that count them. */
  onStatement?: (statement: string) => void;
};

/** Numbers that must stay exact (numeric, bigint) reach us as strings and bigints, never as floats. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const client = postgres(url, {
    max: options.connections ?? 10,
    prepare: options.preparedStatements ?? true,
    onnotice: () => {},
    connect_timeout: 10,
    idle_timeout: 0,
    connection: { application_name: 'tradepost' },
  });
  const { onStatement } = options;
  const db = drizzle(client, {
    schema,
    casing: 'snake_case',
    logger: onStatement ? { logQuery: onStatement } : false,
  });
  return { db, url, close: () => client.end({ timeout: 5 }) };
}
