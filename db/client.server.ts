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
  onStatement?: (statement: string, parameters: unknown[]) => void;
};

/** Numbers that must stay exact (numeric, bigint) reach us as strings and bigints, never as floats. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const connected = postgres(url, {
    max: options.connections ?? 10,
    prepare: options.preparedStatements ?? true,
    onnotice: () => {},
    connect_timeout: 10,
    idle_timeout: 0,
    connection: { application_name: 'tradepost' },
  });
  const client = options.preparedStatements === false ? connected : preparing(connected);
  const { onStatement } = options;
  const db = drizzle(client, {
    schema,
    casing: 'snake_case',
    logger: onStatement ? { logQuery: onStatement } : false,
  });
  return { db, url, close: () => client.end({ timeout: 5 }) };
}

/** Drizzle sends every statement through `unsafe`, which postgres.js parses anew each time and describes first: two
 *  round trips, and nothing else may be on the wire. Prepared once per connection it is one, and statements sent
 *  together travel together. */
function preparing<Client extends postgres.Sql | postgres.TransactionSql>(client: Client): Client {
  const { unsafe } = client;
  const prepared: typeof unsafe = (text, parameters, options) =>
    unsafe(text, parameters, { prepare: (parameters?.length ?? 0) > 0, ...options });
  client.unsafe = prepared;
  if ('savepoint' in client) {
    const inside = client as postgres.TransactionSql;
    const { savepoint } = inside;
    inside.savepoint = ((act: (sql: postgres.TransactionSql) => unknown) =>
      savepoint((sql) => act(preparing(sql)))) as typeof savepoint;
  }
  if ('begin' in client) {
    const outside = client as postgres.Sql;
    const { begin } = outside;
    outside.begin = ((...given: [...string[], (sql: postgres.TransactionSql) => unknown]) => {
      const act = given.pop() as (sql: postgres.TransactionSql) => unknown;
      return begin(...(given as unknown as [string]), (sql) => act(preparing(sql)));
    }) as typeof begin;
  }
  return client;
}
