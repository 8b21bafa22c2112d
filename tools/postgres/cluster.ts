import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';

export const superuser = 'tradepost';

/**
 * How Postgres is told where its data is. Under another account the path may lead through a home that is closed to
 * that account, so it is entered while still root and named by what it is then: the working folder.
 */
export const dataFolderArgument = (folder: string, account: Account | null) =>
  account && process.platform === 'linux' ? '/proc/self/cwd' : folder;

/** Postgres gets an environment of its own: no locale, time zone or PG variable of the caller reaches it. */
// Postgres has no use for NODE_ENV, but Remix's types want one in every environment.
export const plainEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH ?? '/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
  NODE_ENV: 'production',
});

/**
 * Makes an empty cluster in `folder`, whole or not at all. UTF-8; text compares by code point and upper and lower case
 * follow Unicode (the built-in C.UTF-8), so that neither the machine's locale nor its libraries matter. A query that
 * wants a language's order says so with an ICU collation.
 */
export async function createCluster(
  binaries: Binaries,
  p: { folder: string; password: string; account: Account | null; durable: boolean },
): Promise<void> {
  if (existsSync(join(p.folder, 'PG_VERSION'))) return;
  const fresh = `${p.folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(dirname(fresh), { recursive: true });
  mkdirSync(fresh, { mode: 0o700 });
  const secrets = mkdtempSync(join(tmpdir(), 'tradepost-'));
  const passwordFile = join(secrets, 'password');
  try {
    writeFileSync(passwordFile, p.password, { mode: 0o600 });
    if (p.account) for (const path of [fresh, secrets, passwordFile]) chownSync(path, p.account.uid, p.account.gid);
    await run(
      binaries.initdb,
      [
        `--pgdata=${dataFolderArgument(fresh, p.account)}`,
        `--username=${superuser}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
        ...(p.durable ? [] : ['--no-sync']),
      ],
      fresh,
      p.account,
    );
    rmSync(p.folder, { recursive: true, force: true });
    renameSync(fresh, p.folder);
  } finally {
    rmSync(secrets, { recursive: true, force: true });
  }
}

async function run(program: string, args: string[], cwd: string, account: Account | null): Promise<void> {
  const child = spawn(program, args, {
    cwd,
    env: plainEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    ...account,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`initdb failed (${code}): ${said.trim()}`);
}
