import { findChromium } from '#tools/test/chromium.mjs';
import { ensureBuilt } from '#tools/start/build.ts';
import { removeData, shopCommand, startShop } from './running-shop.ts';

/** One shop for all journeys, on data of its own, and one Chromium. What it is called reaches the workers by name. */
export default async function setup(): Promise<() => Promise<void>> {
  process.env.CHROMIUM_PATH ??= await findChromium();
  await ensureBuilt();
  const shop = await startShop({ LOG_LEVEL: 'warn' });
  process.env.E2E_ORIGIN = shop.origin;
  process.env.E2E_DATA_DIR = shop.dataDir;
  await fillTheShelf(shop);
  return async () => {
    await shop.stop();
    removeData(shop.dataDir);
  };
}

/** All journeys buy from one shelf: what many of them buy must not run out for the last. */
async function fillTheShelf({ origin, dataDir }: { origin: string; dataDir: string }): Promise<void> {
  const { key } = await shopCommand<{ key: string }>(dataDir, 'key', 'create', '--scope', 'store');
  const answer = await fetch(`${origin}/api/v1/stock/ESP-1K`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ stock: '5000' }),
  });
  if (!answer.ok) throw new Error(`the shelf was not filled: ${answer.status} ${await answer.text()}`);
}
