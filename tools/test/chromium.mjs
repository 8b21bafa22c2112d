import { spawnSync } from 'node:child_process';

const works = (path) =>
  Boolean(path) && spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;

const inPath = (name) => {
  const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : null;
};

/** Where a browser may come from, the cheapest first. Each answers a path or null. */
const sources = [
  ['CHROMIUM_PATH', () => process.env.CHROMIUM_PATH],
  ['the system', () => ['chromium', 'chromium-browser', 'google-chrome'].map(inPath).find(works)],
  ['Playwright', async () => (await import('@playwright/test')).chromium.executablePath()],
  ['@sparticuz/chromium', async () => (await import('@sparticuz/chromium')).default.executablePath()],
  ['the distribution', fromDistribution],
];

function fromDistribution() {
  if (process.getuid?.() !== 0 || !inPath('apt-get')) return null;
  const apt = (...args) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000 }).status;
  if (apt('update', '-qq') !== 0 || apt('install', '-y', '-qq', 'chromium') !== 0) return null;
  return inPath('chromium');
}

/** The path of a Chromium that starts. @returns {Promise<string>} */
export async function findChromium() {
  for (const [name, find] of sources) {
    try {
      const path = await find();
      if (works(path)) return path;
      if (name === 'CHROMIUM_PATH' && path) throw new Error(`CHROMIUM_PATH names ${path}, which does not start`);
    } catch (error) {
      if (name === 'CHROMIUM_PATH') throw error;
    }
  }
  throw new Error('There is no Chromium that starts: name one in CHROMIUM_PATH');
}
