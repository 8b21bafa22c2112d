import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#tools/postgres/embedded-server.ts';
import { readPostmasterFile } from '#tools/postgres/postmaster-file.ts';
import { isRunning, processesIn } from '#tools/postgres/processes.ts';

const prefix = 'tradepost-test-';
const password = 'throwaway';

/** Runs killed before they could tidy up left a server and its folder behind: both go. */
function sweepAbandoned(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    try {
      if (isRunning(Number(readFileSync(join(folder, 'owner'), 'utf8')))) continue;
      const cluster = join(folder, 'postgres');
      const server = readPostmasterFile(cluster);
      if (server && processesIn(cluster).includes(server.pid)) process.kill(server.pid, 'SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another user's, or being made this moment.
    }
  }
}

/** A fresh server for one test run: nothing it holds is forced to the disk, all of it goes when it stops. */
export async function startThrowawayPostgres(): Promise<EmbeddedPostgres> {
  sweepAbandoned();
  const folder = mkdtempSync(join(tmpdir(), prefix));
  writeFileSync(join(folder, 'owner'), String(process.pid));
  const server = await startEmbeddedPostgres({
    folder: join(folder, 'postgres'),
    password,
    durable: false,
    maxConnections: 300,
  });
  return {
    ...server,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
