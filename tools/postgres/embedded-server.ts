import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import postgres from 'postgres';
import { accountFor, type Account } from './account.ts';
import { postgresBinaries } from './binaries.ts';
import { createCluster, dataFolderArgument, plainEnvironment, superuser } from './cluster.ts';
import { freePort } from './free-port.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { isRunning, processesIn, until, workingFolderOf } from './processes.ts';

export interface EmbeddedPostgres {
  port: number;
  pid: number;
  /** True where a server that outlived its shop was found running and is used on. */
  reused: boolean;
  url(database: string): string;
  /** Lets running transactions end by rollback, writes everything down, and resolves when the server is gone. */
  stop(): Promise<void>;
  /** Resolves once the server is gone, asked for or not. */
  gone: Promise<void>;
}

interface Wanted {
  /** The cluster's own folder; made when missing. */
  folder: string;
  password: string;
  /** The port it had last time, taken again where it is free. */
  port?: number;
  /** False only for throwaway data: nothing is forced to the disk. */
  durable: boolean;
  maxConnections?: number;
}

const logSizeKept = 5_000_000;
const notDurable = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
];

/** Starts the built-in Postgres on loopback, or takes over the one that still runs on this data. */
export async function startEmbeddedPostgres(wanted: Wanted): Promise<EmbeddedPostgres> {
  mkdirSync(dirname(wanted.folder), { recursive: true });
  const folder = join(realpathSync(dirname(wanted.folder)), wanted.folder.slice(dirname(wanted.folder).length + 1));
  const account = accountFor(folder);
  const orphan = await findOrphan(folder, wanted.password);
  if (orphan) return handle({ folder, password: wanted.password, ...orphan, reused: true });

  const binaries = postgresBinaries(dirname(folder), account);
  await createCluster(binaries, { ...wanted, folder, account });
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(attempt === 1 ? wanted.port : 0);
    const outcome = await launch(binaries.postgres, { ...wanted, folder, account, port });
    if (outcome.ok) {
      return handle({ folder, password: wanted.password, port, pid: outcome.pid, reused: false });
    }
    // The last server's processes may still be dying, or somebody took the port in between.
    const passes = /lock file|shared memory block|could not bind|Address already in use/i.test(outcome.said);
    if (!passes || attempt >= 20) throw new Error(`Postgres did not start: ${outcome.said}`);
    await clearLeftovers(folder);
    const other = await findOrphan(folder, wanted.password);
    if (other) return handle({ folder, password: wanted.password, ...other, reused: true });
  }
}

/** A server that is alive on this data, once it answers. A file left by a killed one is cleared away. */
async function findOrphan(folder: string, password: string): Promise<{ pid: number; port: number } | null> {
  const found = readPostmasterFile(folder);
  if (!found) return null;
  const isAlive = () => {
    const worksHere = workingFolderOf(found.pid);
    return isRunning(found.pid) && (worksHere === null || worksHere === folder);
  };
  let answers = false;
  const hasAnswered = async () => (answers = isAlive() && (await answersOn(found.port, password)));
  await until(async () => (await hasAnswered()) || !isAlive(), 60_000, 50);
  if (answers) return { pid: found.pid, port: found.port };
  if (isAlive()) throw new Error(`A Postgres (process ${found.pid}) holds ${folder} and does not answer`);
  await clearLeftovers(folder);
  return null;
}

async function answersOn(port: number, password: string): Promise<boolean> {
  const sql = postgres(urlOf(port, password, 'postgres'), { max: 1, connect_timeout: 5 });
  try {
    await sql`select 1`;
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '28P01') {
      throw new Error('The running Postgres has another password than the one kept beside its data', { cause: error });
    }
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

const urlOf = (port: number, password: string, database: string) =>
  `postgres://${superuser}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;

/**
 * Postgres refuses a postmaster.pid whose number answers: a zombie nobody has reaped does, and so does a stranger that
 * got the number since. The file goes only when nothing works in the folder any more.
 */
async function clearLeftovers(folder: string): Promise<void> {
  const left = await until(() => processesIn(folder).length === 0, 10_000, 50);
  if (!left || process.platform !== 'linux') return;
  const found = readPostmasterFile(folder);
  if (found && workingFolderOf(found.pid) !== folder) rmSync(join(folder, 'postmaster.pid'), { force: true });
}

async function launch(
  program: string,
  p: Wanted & { account: Account | null; port: number },
): Promise<{ ok: true; pid: number } | { ok: false; said: string }> {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    'lc_messages=C',
    `max_connections=${p.maxConnections ?? 100}`,
    'shared_buffers=128MB',
    ...(p.durable ? [] : notDurable),
  ];
  const logFile = `${p.folder}.log`;
  const tooLong = (statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > logSizeKept;
  const log = openSync(logFile, tooLong ? 'w' : 'a', 0o600);
  const before = statSync(logFile).size;
  // A group of its own: Ctrl-C in the terminal reaches the shop alone, which stops Postgres last.
  const child = spawn(
    program,
    ['-D', dataFolderArgument(p.folder, p.account), '-p', String(p.port), ...settings.flatMap((s) => ['-c', s])],
    { cwd: p.folder, env: plainEnvironment(), stdio: ['ignore', log, log], detached: true, ...p.account },
  );
  closeSync(log);
  let ended = false;
  let failure = '';
  child.on('error', (error) => ((ended = true), (failure = error.message)));
  child.on('exit', () => (ended = true));
  child.unref();
  const isReady = () => {
    const file = readPostmasterFile(p.folder);
    return file !== null && file.pid === child.pid && file.isReady;
  };
  // Recovery after a crash reads the log back and may take its time.
  await until(() => ended || isReady(), 300_000);
  if (!ended && child.pid && isReady()) return { ok: true, pid: child.pid };
  child.kill('SIGQUIT');
  return { ok: false, said: failure || readFileSync(logFile, 'utf8').slice(before).trim() };
}

function handle(p: { folder: string; password: string; port: number; pid: number; reused: boolean }): EmbeddedPostgres {
  const isGone = () => !isRunning(p.pid);
  const gone = new Promise<void>((resolve) => {
    const watch = setInterval(() => {
      if (!isGone()) return;
      clearInterval(watch);
      resolve();
    }, 250).unref();
  });
  return {
    port: p.port,
    pid: p.pid,
    reused: p.reused,
    gone,
    url: (database) => urlOf(p.port, p.password, database),
    async stop() {
      for (const [signal, patienceMs] of [
        ['SIGINT', 30_000],
        ['SIGQUIT', 10_000],
        ['SIGKILL', 5_000],
      ] as const) {
        if (isGone()) return;
        process.kill(p.pid, signal);
        if (await until(isGone, patienceMs)) return;
      }
    },
  };
}

/** Makes the database where it is missing. */
export const ensureDatabase = (server: EmbeddedPostgres, name: string): Promise<void> =>
  asSuperuser(server, async (sql) => {
    const [there] = await sql`select 1 from pg_database where datname = ${name}`;
    if (!there) await sql`create database ${sql(name)}`;
  });

export const dropDatabase = (server: EmbeddedPostgres, name: string): Promise<void> =>
  asSuperuser(server, async (sql) => {
    await sql`drop database if exists ${sql(name)} with (force)`;
  });

async function asSuperuser(server: EmbeddedPostgres, act: (sql: postgres.Sql) => Promise<void>): Promise<void> {
  const sql = postgres(server.url('postgres'), { max: 1, onnotice: () => {} });
  try {
    await act(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
