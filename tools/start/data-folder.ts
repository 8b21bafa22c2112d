import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freePort } from '#tools/postgres/free-port.ts';
import { bornAt, isRunning } from '#tools/postgres/processes.ts';

/** What a shop keeps beside its database: ports it had, secrets it made for itself, who runs it. */
export interface DataFolder {
  path: string;
  /** The port this part had last time where it is free, else another; the same next time. */
  port(part: string): Promise<number>;
  /** Undefined before the part ran for the first time. */
  lastPort(part: string): number | undefined;
  rememberPort(part: string, port: number): void;
  /** Made once, at random, readable by the owner alone. */
  secret(name: string, prefix?: string): string;
  /** The process that runs the shop from this folder now, or null. */
  runningShop(): number | null;
  /** False where another process runs the shop from here. */
  claim(): boolean;
  /** True where the last shop ended without letting go. */
  wasAbandoned: boolean;
  letGo(): void;
}

export function openDataFolder(dataDir: string): DataFolder {
  const path = resolve(dataDir);
  mkdirSync(path, { recursive: true });
  const file = (name: string) => join(path, `${name}.json`);
  const read = <T>(name: string): Record<string, T> => {
    try {
      return JSON.parse(readFileSync(file(name), 'utf8')) as Record<string, T>;
    } catch {
      return {};
    }
  };
  const write = (name: string, content: object) => {
    const fresh = `${file(name)}.${process.pid}`;
    writeFileSync(fresh, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
    chmodSync(fresh, 0o600);
    renameSync(fresh, file(name));
  };
  const rememberPort = (part: string, port: number) => {
    const ports = read<number>('ports');
    if (ports[part] !== port) write('ports', { ...ports, [part]: port });
  };
  const runningShop = () => {
    const { pid, born } = read<number>('running');
    return pid && pid !== process.pid && isRunning(pid) && bornAt(pid) === born ? pid : null;
  };
  const wasAbandoned = read<number>('running').pid !== undefined && runningShop() === null;
  return {
    path,
    wasAbandoned,
    runningShop,
    lastPort: (part) => read<number>('ports')[part],
    rememberPort,
    async port(part) {
      const port = await freePort(read<number>('ports')[part]);
      rememberPort(part, port);
      return port;
    },
    secret(name, prefix = '') {
      const secrets = read<string>('secrets');
      const made = secrets[name] ?? `${prefix}${randomBytes(24).toString('hex')}`;
      if (!secrets[name]) write('secrets', { ...secrets, [name]: made });
      return made;
    },
    claim() {
      if (runningShop() !== null) return false;
      write('running', { pid: process.pid, born: bornAt(process.pid) });
      return true;
    },
    letGo: () => rmSync(file('running'), { force: true }),
  };
}
