import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../..');

export type StandInOptions = {
  readonly webhookUrl?: string;
  readonly webhookSecret?: string;
  readonly secretKey?: string;
  /** Seconds before each attempt to deliver an event. */
  readonly schedule?: readonly number[];
  /** State of an earlier one, to go on from. */
  readonly folder?: string;
  readonly port?: number;
};

export type RunningStandIn = {
  readonly port: number;
  readonly origin: string;
  readonly secretKey: string;
  readonly webhookSecret: string;
  readonly folder: string;
  /** Switches chaos on; what is not named stays as it was. */
  readonly chaos: (settings: Readonly<Record<string, string | number | boolean>>) => Promise<void>;
  readonly calm: () => Promise<void>;
  readonly undelivered: () => Promise<{ event: string; type: string; attempts: number; gaveUp: boolean }[]>;
  /** Delivers everything that waits, and answers how much could not be delivered. */
  readonly flush: () => Promise<number>;
  /** As a power cut would: no goodbye. The folder stays. */
  readonly kill: () => Promise<void>;
  /** Ends it and removes its state unless the folder was given. */
  readonly stop: () => Promise<void>;
};

async function readyLine(child: ChildProcess): Promise<{ port: number }> {
  if (!child.stdout) throw new Error('the stand-in has no output');
  for await (const line of createInterface({ input: child.stdout }))
    if (line.startsWith('{')) return JSON.parse(line) as { port: number };
  throw new Error('the Stripe stand-in ended before it was ready');
}

/** Starts the stand-in as its own process on a free port. */
export async function startStripeStandIn(options: StandInOptions = {}): Promise<RunningStandIn> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'stripe-stand-in-'));
  const secretKey = options.secretKey ?? 'sk_test_of_the_tests';
  const webhookSecret = options.webhookSecret ?? 'whsec_of_the_tests';
  const given = ['--folder', folder, '--port', String(options.port ?? 0), '--secret-key', secretKey, '--with-parent'];
  given.push('--webhook-secret', webhookSecret);
  if (options.webhookUrl) given.push('--webhook-url', options.webhookUrl);
  if (options.schedule) given.push('--schedule', options.schedule.join(','));
  const child = spawn(process.execPath, ['--import', 'tsx', 'tools/stripe-stand-in/main.ts', ...given], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'test' },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const { port } = await readyLine(child);
  const origin = `http://127.0.0.1:${port}`;
  const ask = async <T>(method: string, path: string, form?: URLSearchParams): Promise<T> => {
    const answer = await fetch(origin + path, { method, ...(form ? { body: form } : {}) });
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  return {
    port,
    origin,
    secretKey,
    webhookSecret,
    folder,
    chaos: async (settings) => {
      const form = new URLSearchParams(Object.entries(settings).map(([name, value]) => [name, String(value)]));
      await ask('POST', '/_chaos', form);
    },
    calm: async () => void (await ask('DELETE', '/_chaos')),
    undelivered: () => ask('GET', '/_state/undelivered'),
    flush: async () => (await ask<{ undelivered: number }>('POST', '/_state/flush')).undelivered,
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM');
      if (!options.folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}
