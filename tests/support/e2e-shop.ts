import { findChromium } from '#tools/test/chromium.mjs';
import { ensureBuilt } from '#tools/start/build.ts';
import { removeData, startShop } from './running-shop.ts';

/** One shop for all journeys, on data of its own, and one Chromium. What it is called reaches the workers by name. */
export default async function setup(): Promise<() => Promise<void>> {
  process.env.CHROMIUM_PATH ??= await findChromium();
  await ensureBuilt();
  const shop = await startShop({ LOG_LEVEL: 'warn' });
  process.env.E2E_ORIGIN = shop.origin;
  process.env.E2E_DATA_DIR = shop.dataDir;
  return async () => {
    await shop.stop();
    removeData(shop.dataDir);
  };
}
