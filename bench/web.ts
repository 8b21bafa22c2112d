import { parseArgs } from 'node:util';
import { type Browser, type Page, chromium } from '@playwright/test';
import { removeData, startShop } from '#tests/support/running-shop.ts';
import { ensureBuilt } from '#tools/start/build.ts';
import { findChromium } from '#tools/test/chromium.mjs';

/** npm run bench:web [-- --runs 5] [--origin http://localhost:3000]: what a phone waits for, on the built shop with its
 *  demo. Every run is a browser that has seen nothing yet, on a phone's processor and a slow mobile network. */
const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, origin: { type: 'string' } } });
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs is a whole number above zero');

/** As Lighthouse measures phones. */
const phone = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };
const slowerBy = 4;
const kilobit = 1000 / 8;
const slow4G = { latency: 150, downloadThroughput: 1_600 * kilobit, uploadThroughput: 750 * kilobit };

const pages = {
  home: '/',
  category: '/categories/coffee',
  product: '/products/house-espresso',
  cart: '/cart',
  checkout: '/checkout',
};
type Name = keyof typeof pages;
/** A shift too small to be shown counts as none. */
const targets = { lcp: 1_500, cls: 0.0005, productTbt: 100 };

type Paints = { fcp: number; lcp: number; shifts: number; tasks: [start: number, length: number][]; largest: string };
type Measured = { fcp: number; lcp: number; cls: number; tbt: number; scripts: number; all: number; largest: string };

/** Runs in the page before anything of it. */
function watch(): void {
  const paints: Paints = { fcp: 0, lcp: 0, shifts: 0, tasks: [], largest: '' };
  (window as unknown as { paints: Paints }).paints = paints;
  const on = (type: string, hear: (entry: never) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => hear(entry as never))).observe({
      type,
      buffered: true,
    });
  on('paint', ({ name, startTime }: PerformanceEntry) => {
    if (name === 'first-contentful-paint') paints.fcp = startTime;
  });
  on('largest-contentful-paint', ({ startTime, element }: PerformanceEntry & { element: Element | null }) => {
    paints.lcp = startTime;
    paints.largest = element
      ? `<${element.localName}> ${(element.getAttribute('alt') ?? element.textContent ?? '').trim().slice(0, 40)}`
      : '';
  });
  on('layout-shift', ({ value, hadRecentInput }: PerformanceEntry & { value: number; hadRecentInput: boolean }) => {
    if (!hadRecentInput) paints.shifts += value;
  });
  on('longtask', ({ startTime, duration }: PerformanceEntry) => paints.tasks.push([startTime, duration]));
}

/** Everything a page loads, as sent: headers and compressed bodies. */
async function countBytes(page: Page) {
  const network = await page.context().newCDPSession(page);
  const kinds = new Map<string, string>();
  const bytes = { scripts: 0, all: 0 };
  network.on('Network.responseReceived', ({ requestId, response }) => kinds.set(requestId, response.mimeType));
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes.all += encodedDataLength;
    if (kinds.get(requestId)?.includes('javascript')) bytes.scripts += encodedDataLength;
  });
  await network.send('Network.enable');
  await network.send('Network.emulateNetworkConditions', { offline: false, ...slow4G });
  await network.send('Emulation.setCPUThrottlingRate', { rate: slowerBy });
  return bytes;
}

async function visit(browser: Browser, origin: string, path: string, cookies: Cookies): Promise<Measured> {
  const context = await browser.newContext({ ...phone, storageState: cookies, locale: 'en-GB' });
  try {
    const page = await context.newPage();
    // what runs these lines gives functions their names through a function of its own, which a page does not have
    await page.addInitScript('globalThis.__name = (made) => made');
    await page.addInitScript(watch);
    const bytes = await countBytes(page);
    await page.goto(origin + path, { waitUntil: 'networkidle' });
    await page.waitForTimeout(1_500);
    const { fcp, lcp, shifts, tasks, largest } = await page.evaluate(
      () => (window as unknown as { paints: Paints }).paints,
    );
    const blocked = tasks
      .filter(([start]) => start >= fcp)
      .reduce((sum, [, length]) => sum + Math.max(0, length - 50), 0);
    return { fcp, lcp, cls: shifts, tbt: blocked, scripts: bytes.scripts, all: bytes.all, largest };
  } finally {
    await context.close();
  }
}

type Cookies = Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>;

/** A visitor with something in the cart. */
async function withCart(browser: Browser, origin: string): Promise<Cookies> {
  const context = await browser.newContext({ ...phone, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(origin + pages.product);
  await page.getByRole('button', { name: 'Add to cart' }).first().click();
  await page.waitForURL(/\/cart$/);
  const cookies = await context.storageState();
  await context.close();
  return cookies;
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

function medians(all: readonly Measured[]): Measured {
  const of = (name: 'fcp' | 'lcp' | 'cls' | 'tbt' | 'scripts' | 'all') => median(all.map((one) => one[name]));
  return {
    ...{ fcp: of('fcp'), lcp: of('lcp'), cls: of('cls'), tbt: of('tbt'), scripts: of('scripts'), all: of('all') },
    largest: all[0]?.largest ?? '',
  };
}

function missed(name: Name, { lcp, cls, tbt }: Measured): string[] {
  return [
    ...(lcp >= targets.lcp ? ['LCP'] : []),
    ...(cls >= targets.cls ? ['CLS'] : []),
    ...(name === 'product' && tbt >= targets.productTbt ? ['TBT'] : []),
  ];
}

const columns = ['FCP ms', 'LCP ms', 'CLS', 'TBT ms', 'JS kB', 'all kB'];
function print(name: Name, found: Measured): void {
  const { fcp, lcp, cls, tbt, scripts, all, largest } = found;
  const cells = [fcp.toFixed(0), lcp.toFixed(0), cls.toFixed(3), tbt.toFixed(0)];
  const sizes = [scripts, all].map((bytes) => (bytes / 1000).toFixed(1));
  const over = missed(name, found);
  console.log(
    name.padEnd(10) +
      [...cells, ...sizes].map((cell) => cell.padStart(9)).join('') +
      `  ${largest.padEnd(46)}${over.length > 0 ? ` over: ${over.join(', ')}` : ''}`,
  );
}

await ensureBuilt();
const shop = values.origin ? null : await startShop({ LOG_LEVEL: 'warn' });
const origin = values.origin ?? shop?.origin ?? '';
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? (await findChromium()),
  args: ['--disable-gpu', '--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
try {
  console.log(
    `A phone's browser that has seen nothing yet: processor ${slowerBy} times slower, every answer ${slow4G.latency} ms later, ` +
      `${slow4G.downloadThroughput / kilobit / 1000} Mbit/s down, ${slow4G.uploadThroughput / kilobit} kbit/s up; the median of ${runs}.`,
  );
  console.log(`Wanted: LCP under ${targets.lcp} ms, CLS 0, on the product page TBT under ${targets.productTbt} ms.\n`);
  console.log('page'.padEnd(10) + columns.map((name) => name.padStart(9)).join('') + '  the largest');
  const cookies = await withCart(browser, origin);
  for (const [name, path] of Object.entries(pages) as [Name, string][]) {
    // the shop itself is warm: pictures are made in their sizes once, not for every visitor
    await visit(browser, origin, path, cookies);
    const all: Measured[] = [];
    for (let run = 0; run < runs; run += 1) all.push(await visit(browser, origin, path, cookies));
    print(name, medians(all));
  }
} finally {
  await browser.close();
  await shop?.stop();
  if (shop) removeData(shop.dataDir);
}
