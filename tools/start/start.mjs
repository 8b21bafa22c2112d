// Runs on a fresh clone, where nothing is installed yet: plain JavaScript until the packages are there.
import { ensureInstalled, requireNode } from './install.mjs';

requireNode();
try {
  await ensureInstalled();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const { register } = await import('tsx/esm/api');
register();
const { runShop } = await import('./run-shop.ts');
await runShop({ isDev: process.argv.includes('--dev') });
