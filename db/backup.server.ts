import type { Readable, Writable } from 'node:stream';
import { once } from 'node:events';
import { StringDecoder } from 'node:string_decoder';
import postgres from 'postgres';

/** A backup is lines of text: a header, then for each table its name and columns, its rows as COPY writes them, and a
 *  line with a full stop; last, where the sequences stand. */
type Header = { tradepost: 1; migration: string; takenAt: string };
type Table = { name: string; columns: string[]; needs: string[] };

const endOfTable = '\\.';
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const qualified = (name: string) => name.split('.').map(quoted).join('.');

/** Cut at line feeds alone: node's readline also cuts at U+2028, which rows may hold. */
async function* linesOf(stream: Readable): AsyncGenerator<string, undefined> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const part of stream) {
    const pieces = (rest + (typeof part === 'string' ? part : decoder.write(part as Buffer))).split('\n');
    rest = pieces.pop() ?? '';
    yield* pieces;
  }
  if (rest !== '') yield rest;
  return undefined;
}

/** Tables with their columns, those that others refer to first. @throws Error when tables refer to each other in a ring */
async function tablesInOrder(sql: postgres.Sql): Promise<Table[]> {
  const tables = await sql<Table[]>`
    select n.nspname || '.' || c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select array_agg(distinct fn.nspname || '.' || f.relname) from pg_constraint k
        join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid), '{}') as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and (n.nspname = 'public' or (n.nspname = 'graphile_worker' and c.relname <> 'migrations'))
    order by 1`;
  const ordered: Table[] = [];
  const left = new Map(tables.map((table) => [table.name, table]));
  while (left.size > 0) {
    const ready = [...left.values()].filter((table) => table.needs.every((name) => !left.has(name)));
    if (ready.length === 0) throw new Error(`these tables refer to each other: ${[...left.keys()].join(', ')}`);
    for (const table of ready) {
      ordered.push(table);
      left.delete(table.name);
    }
  }
  return ordered;
}

const lastMigration = async (sql: postgres.Sql): Promise<string> => {
  const [row] = await sql<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations order by id desc limit 1`;
  return row?.hash ?? '';
};

/** Writes the whole shop as of one instant, while it runs. Answers how many tables and rows. */
export async function backUp(url: string, to: Writable, takenAt: Date): Promise<{ tables: number; rows: number }> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  const write = async (line: string) => {
    if (!to.write(`${line}\n`)) await once(to, 'drain');
  };
  try {
    return await client.begin('isolation level repeatable read read only', async (tx) => {
      const sql = tx as unknown as postgres.Sql;
      const header: Header = { tradepost: 1, migration: await lastMigration(sql), takenAt: takenAt.toISOString() };
      await write(JSON.stringify(header));
      const tables = await tablesInOrder(sql);
      let rows = 0;
      for (const { name, columns } of tables) {
        await write(JSON.stringify({ table: name, columns }));
        const list = columns.map(quoted).join(', ');
        const copy = await sql.unsafe(`copy ${qualified(name)} (${list}) to stdout`).readable();
        for await (const line of linesOf(copy as Readable)) {
          await write(line);
          rows += 1;
        }
        await write(endOfTable);
      }
      const sequences = await sql`
        select schemaname || '.' || sequencename as name, last_value::text as value from pg_sequences
        where schemaname in ('public', 'graphile_worker') and last_value is not null`;
      await write(JSON.stringify({ sequences }));
      return { tables: tables.length, rows };
    });
  } finally {
    await client.end({ timeout: 5 });
  }
}

export class UnfitBackup extends Error {}

/** Makes the database what the backup says, in one transaction: whoever looks meanwhile sees the old shop, then the
 *  restored one. @throws UnfitBackup when it is none of ours or was taken under another schema */
export async function restore(url: string, from: Readable): Promise<{ tables: number; rows: number }> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  const lines = linesOf(from);
  const next = async (): Promise<string | null> => {
    const { value, done } = await lines.next();
    return done ? null : (value as string);
  };
  try {
    return await client.begin(async (tx) => {
      const sql = tx as unknown as postgres.Sql;
      const header = readHeader(await next());
      if (header.migration !== (await lastMigration(sql))) {
        throw new UnfitBackup(
          'The backup was taken by another version of the shop: restore it with that one, then start this one',
        );
      }
      const known = new Map((await tablesInOrder(sql)).map((table) => [table.name, table]));
      // What only grows guards itself by triggers; a restore is the one act that may replace it.
      const guard = (verb: 'disable' | 'enable') =>
        sql.unsafe([...known.keys()].map((name) => `alter table ${qualified(name)} ${verb} trigger user`).join('; '));
      await guard('disable');
      await sql.unsafe(`truncate ${[...known.keys()].map(qualified).join(', ')}`);
      let tables = 0;
      let rows = 0;
      for (let line = await next(); line !== null; line = await next()) {
        const part = JSON.parse(line) as {
          table?: string;
          columns?: string[];
          sequences?: { name: string; value: string }[];
        };
        for (const { name, value } of part.sequences ?? [])
          await sql`select setval(${name}::regclass, ${value}::bigint)`;
        if (!part.table || !part.columns) continue;
        if (!known.has(part.table))
          throw new UnfitBackup(`The backup has a table ${part.table} that this shop does not have`);
        rows += await fillTable(sql, part.table, part.columns, next);
        tables += 1;
      }
      await guard('enable');
      return { tables, rows };
    });
  } finally {
    await client.end({ timeout: 5 });
  }
}

function readHeader(line: string | null): Header {
  try {
    const header = JSON.parse(line ?? '') as Partial<Header>;
    if (header.tradepost === 1 && typeof header.migration === 'string') return header as Header;
  } catch {
    // Said below.
  }
  throw new UnfitBackup('This is not a backup of a Tradepost shop');
}

async function fillTable(
  sql: postgres.Sql,
  name: string,
  columns: string[],
  next: () => Promise<string | null>,
): Promise<number> {
  const list = columns.map(quoted).join(', ');
  const copy = await sql.unsafe(`copy ${qualified(name)} (${list}) from stdin`).writable();
  const closed = new Promise<void>((resolve, reject) => copy.on('finish', resolve).on('error', reject));
  let rows = 0;
  for (;;) {
    const line = await next();
    if (line === null) throw new UnfitBackup(`The backup ends in the middle of ${name}`);
    if (line === endOfTable) break;
    if (!copy.write(`${line}\n`)) await once(copy, 'drain');
    rows += 1;
  }
  copy.end();
  await closed;
  return rows;
}
