import type { ProcessDeps } from '#app/deps.server.ts';
import { openProcessDeps } from '#app/process-deps.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { loadEnvFile, openShopEnvironment } from '#tools/start/shop-environment.ts';

export type OpenShop = { process: ProcessDeps; databaseUrl: string; close: () => Promise<void> };

/** The shop's database for a command: the one a running shop uses, or started for as long as the command takes. */
export async function openShop(): Promise<OpenShop> {
  loadEnvFile();
  const shop = await openShopEnvironment();
  if (shop.database && !shop.database.reused) await migrate(shop.env.databaseUrl);
  const { deps, databaseUrl, close } = openProcessDeps(shop.env, { ...shop.env, connections: 3 });
  return {
    process: deps,
    databaseUrl,
    async close() {
      await close();
      await shop.release();
    },
  };
}
