import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface Part {
  /** Asks it to finish and waits; kills it when that takes too long. */
  stop(): Promise<void>;
}

interface Wanted {
  /** What the log and messages call it. */
  name: string;
  /** The TypeScript file it runs. */
  file: string;
  args?: readonly string[];
  variables: Record<string, string | undefined>;
  /** Where its output goes; the terminal where null. */
  logFolder: string | null;
  /** Started again whenever a file it imports changes. */
  isWatched?: boolean;
  patienceMs: number;
  /** Told when it ended so often that trying on makes no sense. */
  onGivenUp: (reason: string) => void;
}

const require = createRequire(import.meta.url);
const tries = { most: 5, withinMs: 60_000 };
const logSizeKept = 10_000_000;

/**
 * Runs one process of the shop and starts it again when it ends unasked. It has a process group of its own: Ctrl-C in
 * the terminal reaches the parent alone, which stops all in order.
 */
export function runPart(wanted: Wanted): Part {
  let child: ChildProcess;
  let isStopping = false;
  let ended: number[] = [];
  let again: NodeJS.Timeout | undefined;

  const launch = () => {
    const log = wanted.logFolder ? openLog(wanted.logFolder, wanted.name) : null;
    child = spawn(process.execPath, [...runner(wanted), wanted.file, ...(wanted.args ?? [])], {
      env: wanted.variables as NodeJS.ProcessEnv,
      stdio: ['pipe', log ?? 'inherit', 'inherit'],
      detached: true,
    });
    if (log !== null) closeSync(log);
    child.stdin?.on('error', () => {});
    child.once('exit', (code, signal) => {
      if (isStopping) return;
      const now = performance.now();
      ended = [...ended.filter((at) => now - at < tries.withinMs), now];
      const how = `The ${wanted.name} process ended (${signal ?? code})`;
      if (ended.length >= tries.most) return wanted.onGivenUp(`${how} ${ended.length} times within a minute`);
      console.error(`${how}; starting it again`);
      again = setTimeout(launch, 200 * ended.length);
    });
  };
  launch();

  return {
    async stop() {
      isStopping = true;
      clearTimeout(again);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      signalGroup(child, 'SIGTERM', wanted.isWatched);
      const killer = setTimeout(() => signalGroup(child, 'SIGKILL', true), wanted.patienceMs);
      await gone;
      clearTimeout(killer);
    },
  };
}

function runner({ isWatched }: Wanted): string[] {
  const tsx = dirname(require.resolve('tsx/package.json'));
  const withParent = ['--import', join(import.meta.dirname, 'with-parent.mjs')];
  return isWatched
    ? [...withParent, join(tsx, 'dist/cli.mjs'), 'watch', '--clear-screen=false']
    : [...withParent, '--enable-source-maps', '--import', join(tsx, 'dist/esm/index.mjs')];
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals, isWhole = false): void {
  try {
    if (child.pid) process.kill(isWhole ? -child.pid : child.pid, signal);
  } catch {
    // Gone in between.
  }
}

function openLog(folder: string, name: string): number {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.log`);
  const isTooLong = (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > logSizeKept;
  return openSync(path, isTooLong ? 'w' : 'a', 0o600);
}
