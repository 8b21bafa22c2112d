import { readEnv } from '#app/env.server.ts';
import { openProcessDeps } from '#app/process-deps.server.ts';
import type { ProcessDeps } from '#app/deps.server.ts';
import { WrongUse } from './command.ts';

export type OpenShop = { process: ProcessDeps; databaseUrl: string; close: () => Promise<void> };

/** The shop's database for a command. */
export async function openShop(): Promise<OpenShop> {
  const env = readEnv();
  if (!env.databaseUrl) throw new WrongUse('DATABASE_URL says where the shop is');
  const { deps, databaseUrl, close } = openProcessDeps(env, {
    databaseUrl: env.databaseUrl,
    secret: env.secret ?? '',
    connections: 3,
  });
  return { process: deps, databaseUrl, close };
}
