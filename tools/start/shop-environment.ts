import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Env, readEnv } from '#app/env.server.ts';
import {
  type EmbeddedPostgres,
  dropDatabase,
  ensureDatabase,
  startEmbeddedPostgres,
} from '#tools/postgres/embedded-server.ts';
import { type DataFolder, openDataFolder } from './data-folder.ts';

type Variables = Record<string, string | undefined>;

const databaseName = 'tradepost';

/** All that a process of the shop needs to know, and what was started for it. */
export interface ShopEnvironment {
  /** Every variable, with what the shop makes for itself filled in: hand these to child processes. */
  variables: Variables;
  env: Env & { databaseUrl: string; secret: string };
  folder: DataFolder;
  /** Null where DATABASE_URL names another server. */
  database: EmbeddedPostgres | null;
  /** Stops the embedded Postgres, unless a shop runs on it or it ran before. */
  release(): Promise<void>;
}

/** `.env`, where there is one; what the caller's environment says wins. */
export function loadEnvFile(): void {
  const file = join(import.meta.dirname, '../../.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/** Checks the settings, makes a demo's secrets and starts (or finds) the embedded Postgres. @throws WrongSettings */
export async function openShopEnvironment(source: Variables = process.env): Promise<ShopEnvironment> {
  const given = readEnv(source);
  const folder = openDataFolder(given.dataDir);
  const database = given.databaseUrl ? null : await startDatabase(folder);
  const variables: Variables = {
    ...source,
    DATA_DIR: folder.path,
    DATABASE_URL: database?.url(databaseName) ?? source.DATABASE_URL,
    APP_SECRET: given.secret ?? folder.secret('app'),
    ...(given.stripe.secretKey ? {} : standInVariables(given, folder)),
  };
  const env = { ...readEnv(variables), databaseUrl: variables.DATABASE_URL ?? '', secret: variables.APP_SECRET ?? '' };
  return {
    variables,
    env,
    folder,
    database,
    async release() {
      if (database && !database.reused && folder.runningShop() === null) await database.stop();
    },
  };
}

/** How the shop and the payment stand-in know each other. The stand-in's port is the one it has, or had last. */
function standInVariables(given: Env, folder: DataFolder): Variables {
  const port = folder.lastPort('payments');
  return {
    STRIPE_SECRET_KEY: folder.secret('stripe', 'sk_test_'),
    STRIPE_WEBHOOK_SECRET: folder.secret('stripe_webhook', 'whsec_'),
    STRIPE_STAND_IN_URL: given.stripe.standInOrigin ?? (port ? `http://127.0.0.1:${port}` : ''),
  };
}

export async function startDatabase(folder: DataFolder): Promise<EmbeddedPostgres> {
  const database = await startEmbeddedPostgres({
    folder: join(folder.path, 'postgres'),
    password: folder.secret('database'),
    port: await folder.port('database'),
    durable: true,
  });
  folder.rememberPort('database', database.port);
  await ensureDatabase(database, databaseName);
  return database;
}

/** Throws away all the shop has. */
export async function emptyDatabase(server: EmbeddedPostgres): Promise<void> {
  await dropDatabase(server, databaseName);
  await ensureDatabase(server, databaseName);
}
