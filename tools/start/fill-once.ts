import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { depsForRequest } from '#app/deps.server.ts';
import { openProcessDeps } from '#app/process-deps.server.ts';
import { migrate } from '#db/migrate.server.ts';
import { seed } from '#db/seed/seed.server.ts';
import { step } from './progress.mjs';
import { type ShopEnvironment, emptyDatabase } from './shop-environment.ts';

/**
 * Fills an empty database with the demo shop. A filling that was cut off left half a shop: the mark it made when it
 * began is still there, so the embedded database is emptied and filled anew. Nobody can have bought in it.
 */
export async function fillOnce(shop: ShopEnvironment): Promise<void> {
  if (shop.env.seed !== 'demo') return;
  const mark = join(shop.folder.path, 'filling');
  if (existsSync(mark) && shop.database) {
    await emptyDatabase(shop.database);
    await migrate(shop.env.databaseUrl);
  }
  const { deps, close } = openProcessDeps(shop.env, { ...shop.env, connections: 4 });
  try {
    let isFilling: (() => void) | null = null;
    const begun = new Promise<void>((resolve) => (isFilling = resolve));
    const filled = seed(await depsForRequest(deps), () => {
      if (shop.database) writeFileSync(mark, '');
      isFilling?.();
    });
    const isNeeded = await Promise.race([filled, begun.then(() => true)]);
    if (isNeeded) await step('Filling the demo shop', () => filled);
    rmSync(mark, { force: true });
  } finally {
    await close();
  }
}
