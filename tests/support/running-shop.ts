import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '#tools/postgres/free-port.ts';

export const root = join(import.meta.dirname, '../..');

/** A shop started as `npm start` starts it, on data and ports of its own. */
export interface RunningShop {
  origin: string;
  dataDir: string;
  pid: number;
  /** All it has printed. */
  said: () => string;
  signal: (signal: NodeJS.Signals) => void;
  /** Its exit code, null where a signal ended it. */
  ended: Promise<number | null>;
  stop: () => Promise<number | null>;
}

type Variables = Record<string, string | undefined>;

/** What decides how a shop runs comes from the test alone. */
const shopVariables = [
  'DATABASE_URL',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
  'SMTP_URL',
  'APP_ORIGIN',
  'SHOP_MODE',
];
const environment = (variables: Variables): NodeJS.ProcessEnv => {
  const given = Object.entries(process.env).filter(
    ([name]) => ![...shopVariables, 'NODE_ENV', 'VITEST'].includes(name),
  );
  return { ...Object.fromEntries(given), ...variables } as Variables as NodeJS.ProcessEnv;
};

/** Starts it and does not wait. Whoever calls owns the data folder. */
export function launchShop(variables: Variables): {
  child: ChildProcess;
  said: () => string;
  ended: Promise<number | null>;
} {
  const child = spawn(process.execPath, [join(root, 'tools/start/start.mjs')], {
    cwd: root,
    env: environment(variables),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (said += text.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, said: () => said, ended };
}

/** Starts it and waits until it says Ready. */
export async function startShop(variables: Variables = {}, p: { withinMs?: number } = {}): Promise<RunningShop> {
  const port = Number(variables.PORT ?? (await freePort()));
  const dataDir = variables.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'tradepost-shop-'));
  const { child, said, ended } = launchShop({ ...variables, PORT: String(port), DATA_DIR: dataDir });
  const ready = new Promise<boolean>((resolve) => {
    const look = () => /^Ready: /m.test(said()) && resolve(true);
    child.stdout?.on('data', look);
    setTimeout(() => resolve(false), p.withinMs ?? 240_000).unref();
    void ended.then(() => resolve(false));
  });
  const stop = () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    return ended;
  };
  if (!(await ready)) {
    await stop();
    throw new Error(`The shop did not start:\n${said()}`);
  }
  return {
    origin: `http://localhost:${port}`,
    dataDir,
    pid: child.pid ?? 0,
    said,
    ended,
    stop,
    signal: (signal) => void child.kill(signal),
  };
}

/** Runs an operator's command on the shop in `dataDir` and reads its answer. */
export async function shopCommand<T = Record<string, unknown>>(dataDir: string, ...words: string[]): Promise<T> {
  const command = ['--import', 'tsx', 'tools/shop/shop.ts', ...words, '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, command, {
    cwd: root,
    env: environment({ DATA_DIR: dataDir }),
    timeout: 120_000,
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as T;
}

export const removeData = (dataDir: string) => rmSync(dataDir, { recursive: true, force: true });
