import { existsSync, lstatSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeSymlinks } from '#tools/postgres/binaries.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#tools/postgres/embedded-server.ts';
import { freePort } from '#tools/postgres/free-port.ts';
import { isRunning, until } from '#tools/postgres/processes.ts';

let folder: string;
let started: EmbeddedPostgres[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tradepost-start-'));
  started = [];
});
afterEach(async () => {
  for (const server of started) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(given: { port?: number; in?: string } = {}): Promise<EmbeddedPostgres> {
  const cluster = join(given.in ?? folder, 'postgres');
  const server = await startEmbeddedPostgres({ folder: cluster, password: 'secret', port: given.port, durable: true });
  started.push(server);
  return server;
}

async function ask(
  server: EmbeddedPostgres,
  act: (sql: postgres.Sql) => PromiseLike<readonly unknown[]>,
): Promise<unknown[]> {
  const sql = postgres(server.url('postgres'), { max: 1, onnotice: () => {} });
  try {
    return [...(await act(sql))];
  } finally {
    await sql.end({ timeout: 2 });
  }
}

const isRoot = process.getuid?.() === 0;

test('it forces what it promised to the disk, and answers this machine alone', async () => {
  const server = await start();
  const rows = await ask(
    server,
    (sql) => sql`select name, setting from pg_settings
      where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'TimeZone') order by name`,
  );
  expect(
    Object.fromEntries((rows as { name: string; setting: string }[]).map((row) => [row.name, row.setting])),
  ).toEqual({
    TimeZone: 'UTC',
    fsync: 'on',
    full_page_writes: 'on',
    listen_addresses: '127.0.0.1',
    synchronous_commit: 'on',
  });
});

test('without the password nobody gets in', async () => {
  const server = await start();
  const sql = postgres(server.url('postgres').replace('secret', 'guess'), { max: 1 });
  await expect(sql`select 1`).rejects.toMatchObject({ code: '28P01' });
  await sql.end({ timeout: 1 });
});

test.skipIf(!isRoot)('started by root it runs as somebody else, even below a home that is closed to him', async () => {
  const home = join(folder, 'home');
  mkdirSync(home, { mode: 0o700 });
  const server = await start({ in: home });
  expect(statSync(`/proc/${server.pid}`).uid).not.toBe(0);
  expect(await ask(server, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
});

test('a server that outlived its shop is used on, on the port it has', async () => {
  const first = await start();
  const second = await start({ port: await freePort() });
  expect(second).toMatchObject({ reused: true, pid: first.pid, port: first.port });
});

test('it takes its port again, and another where somebody took that', async () => {
  const first = await start();
  await first.stop();
  const second = await start({ port: first.port });
  expect(second.port).toBe(first.port);
  const other = mkdtempSync(join(tmpdir(), 'tradepost-start-'));
  try {
    const third = await start({ port: first.port, in: other });
    expect(third.port).not.toBe(first.port);
    await third.stop();
  } finally {
    rmSync(other, { recursive: true, force: true });
  }
});

test('killed in the middle of writing, it comes back with all it had acknowledged', async () => {
  const first = await start();
  await ask(first, (sql) => sql`create table kept (id int primary key)`);
  const sql = postgres(first.url('postgres'), { max: 4, onnotice: () => {} });
  const acknowledged: number[] = [];
  const writers = [0, 1, 2, 3].map(async (writer) => {
    try {
      for (let id = writer; ; id += 4) {
        await sql`insert into kept values (${id})`;
        acknowledged.push(id);
      }
    } catch {
      // The server was killed.
    }
  });
  await until(() => acknowledged.length > 200, 10_000);
  process.kill(first.pid, 'SIGKILL');
  await Promise.all(writers);
  await sql.end({ timeout: 1 });

  const second = await start({ port: first.port });
  expect(second.reused).toBe(false);
  const kept = new Set(
    ((await ask(second, (again) => again`select id from kept`)) as { id: number }[]).map((row) => row.id),
  );
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
});

test('a file left by a killed server whose number a stranger got since is no obstacle', async () => {
  const first = await start();
  await first.stop();
  writeFileSync(
    join(folder, 'postgres', 'postmaster.pid'),
    `${process.pid}\n/proc/self/cwd\n1\n${first.port}\n\n127.0.0.1\n\nready\n`,
  );
  const second = await start();
  expect(second.reused).toBe(false);
  expect(isRunning(second.pid)).toBe(true);
});

test('a cluster that was being made when its maker was killed is made anew', async () => {
  mkdirSync(join(folder, 'postgres.new/base'), { recursive: true });
  writeFileSync(join(folder, 'postgres.new/PG_VERSION'), '18');
  const server = await start();
  expect(await ask(server, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
});

test('links that a blocked script would have made are made, broken ones anew', () => {
  const native = join(folder, 'native');
  mkdirSync(join(native, 'lib'), { recursive: true });
  writeFileSync(join(native, 'lib/libx.so.60.2'), 'x');
  symlinkSync('nowhere', join(native, 'lib/libx.so'));
  writeFileSync(
    join(native, 'pg-symlinks.json'),
    JSON.stringify(
      ['libx.so', 'libx.so.60'].map((name) => ({ source: 'native/lib/libx.so.60.2', target: `native/lib/${name}` })),
    ),
  );
  makeSymlinks(native);
  makeSymlinks(native);
  for (const name of ['libx.so', 'libx.so.60']) {
    expect(lstatSync(join(native, 'lib', name)).isSymbolicLink()).toBe(true);
    expect(existsSync(join(native, 'lib', name))).toBe(true);
  }
});
