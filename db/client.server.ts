import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

export function openDatabase(url: string, p: { connections: number }) {
  const sql = postgres(url, { max: p.connections, onnotice: () => {} });
  return { db: drizzle(sql, { casing: 'snake_case' }), close: () => sql.end({ timeout: 5 }) };
}

export type Db = ReturnType<typeof openDatabase>['db'];
