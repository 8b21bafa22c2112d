import { defineConfig } from '@playwright/test';

/** Without these Chromium looks up hosts of its own at every start. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** They move the clock of the one shop, and come when everybody else has gone. */
const movesTheClock = /a-left-cart-is-remembered/;
/** And by days, when those have gone as well. */
const movesItByDays = /a-review-is-asked-for-and-read/;
/** By many, last of all. */
const movesItByWeeks = /a-standing-order-comes-by-itself/;

export default defineConfig({
  testDir: './tests/e2e',
  // The one picture kept is the README's.
  snapshotPathTemplate: 'docs/{arg}{ext}',
  outputDir: './test-results',
  globalSetup: './tests/support/e2e-shop.ts',
  workers: 2,
  fullyParallel: false,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  projects: [
    { name: 'shop', testIgnore: [movesTheClock, movesItByDays, movesItByWeeks] },
    { name: 'clock', testMatch: movesTheClock, dependencies: ['shop'] },
    { name: 'days', testMatch: movesItByDays, dependencies: ['clock'] },
    { name: 'weeks', testMatch: movesItByWeeks, dependencies: ['days'] },
  ],
  use: {
    baseURL: process.env.E2E_ORIGIN,
    browserName: 'chromium',
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    screenshot: 'only-on-failure',
    // Where nobody will open it, it only costs.
    trace: process.env.CI ? 'off' : { mode: 'retain-on-failure', screenshots: false },
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      // Chromium has no sandbox to offer root.
      args: [...quiet, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    },
  },
});
