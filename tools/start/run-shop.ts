import { createServer } from 'node:net';
import { join } from 'node:path';
import type { EmbeddedPostgres } from '#tools/postgres/embedded-server.ts';
import { WrongSettings, readEnv } from '#app/env.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { until } from '#tools/postgres/processes.ts';
import { ensureBuilt } from './build.ts';
import { openDataFolder } from './data-folder.ts';
import { fillOnce } from './fill-once.ts';
import { runPart } from './part.ts';
import { type ShopEnvironment, loadEnvFile, openShopEnvironment, startDatabase } from './shop-environment.ts';
import { isAnswering } from './answering.ts';

/** Ends the start with words for people, and no stack. */
class CannotStart extends Error {}

/** What runs, in the order it started; stopped from the last to the first. */
const running: { name: string; stop: () => Promise<void> }[] = [];
let isStopping = false;

/** Starts the whole shop and keeps it running until told to stop. */
export async function runShop({ isDev }: { isDev: boolean }): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stopAll(0));
  try {
    await start(isDev);
  } catch (error) {
    if (isStopping) return;
    const isPlain = error instanceof CannotStart || error instanceof WrongSettings;
    console.error(isPlain ? error.message : error);
    await stopAll(1);
  }
}

async function start(isDev: boolean): Promise<void> {
  loadEnvFile();
  const given = readEnv();
  const claimed = openDataFolder(given.dataDir);
  if (!claimed.claim()) {
    throw new CannotStart(`The shop runs from ${claimed.path} already (process ${claimed.runningShop()})`);
  }
  began('claim', async () => claimed.letGo());
  // The parts of a shop that was killed notice within a moment and let go of the port.
  await until(() => isFree(given.host, given.port), claimed.wasAbandoned ? 15_000 : 1_000, 200);
  if (!(await isFree(given.host, given.port))) {
    throw new CannotStart(`PORT ${given.port} is taken by another program: choose another, as in PORT=3001 npm start`);
  }

  if (!isDev) await ensureBuilt();
  if (isStopping) return;
  const needsStandIn = !given.stripe.secretKey && !given.stripe.standInOrigin;
  if (needsStandIn) await claimed.port('payments');
  const opening = openShopEnvironment();
  const database = keptDatabase(opening);
  began('database', database.stop);
  const shop = await opening;
  database.watch();
  if (isStopping) return;
  await migrate(shop.env.databaseUrl);
  if (isStopping) return;
  await fillOnce(shop);
  if (isStopping) return;
  startParts(shop, { isDev, needsStandIn });
  const wanted = [
    shopAddress(given),
    ...(needsStandIn && shop.env.stripe.standInOrigin ? [shop.env.stripe.standInOrigin] : []),
  ];
  for (const url of wanted) {
    if (await until(() => isStopping || isAnswering(url), 120_000, 100)) continue;
    throw new CannotStart(`${url} does not answer: ${join(shop.folder.path, 'logs')} says why`);
  }
  if (!isStopping) console.log(`Ready: ${shop.env.appOrigin}`);
}

/** The processes of the shop. A demo keeps their output in its data folder, production says it all. */
function startParts(shop: ShopEnvironment, p: { isDev: boolean; needsStandIn: boolean }): void {
  const variables = { ...shop.variables, NODE_ENV: p.isDev ? 'development' : 'production', STRIPE_STAND_IN_DEMO: '1' };
  const start = (name: string, file: string, patienceMs: number, args: string[] = [], isWatched = p.isDev) => {
    const part = runPart({
      name,
      file: join(import.meta.dirname, file),
      args,
      variables,
      logFolder: shop.env.mode === 'demo' && !p.isDev ? join(shop.folder.path, 'logs') : null,
      isWatched,
      patienceMs,
      onGivenUp: (reason) => {
        console.error(`${reason}. Stopping.`);
        void stopAll(1);
      },
    });
    began(name, part.stop);
  };
  if (p.needsStandIn) start('payments', '../stripe-stand-in/main.ts', 5_000, standInArguments(shop), false);
  start('worker', 'worker.ts', 20_000);
  start('web', 'web.ts', 15_000, p.isDev ? ['--dev'] : []);
}

const standInArguments = ({ folder, env }: ShopEnvironment): string[] => [
  `--folder=${join(folder.path, 'payments')}`,
  `--port=${folder.lastPort('payments')}`,
  `--webhook-url=${shopAddress(env)}webhooks/stripe`,
];

/** How this machine reaches the shop. */
function shopAddress({ host, port }: { host: string; port: number }): string {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}/`;
}

/** The embedded Postgres of a running shop, started again on the same port should it end. */
function keptDatabase(opening: Promise<ShopEnvironment>): { watch: () => void; stop: () => Promise<void> } {
  let again: EmbeddedPostgres | null = null;
  let ends = 0;
  const watch = async (): Promise<void> => {
    const { database, folder } = await opening;
    if (!database) return;
    await (again ?? database).gone;
    if (isStopping) return;
    ends += 1;
    if (ends > 5) throw new Error('it ended too often');
    console.error('The database ended; starting it again');
    again = await startDatabase(folder);
    return watch();
  };
  return {
    watch: () =>
      void watch().catch((error: Error) => {
        console.error(`The database cannot run: ${error.message}. Stopping.`);
        void stopAll(1);
      }),
    async stop() {
      const opened = await opening.catch(() => null);
      await (again ?? opened?.database)?.stop();
    },
  };
}

const began = (name: string, stop: () => Promise<void>) => running.push({ name, stop });

async function stopAll(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  if (running.length > 1) console.log('Stopping: requests in hand are finished first');
  for (const { name, stop } of running.toReversed()) {
    await stop().catch((error: unknown) => console.error(`${name} did not stop:`, error));
  }
  process.exit(code);
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
