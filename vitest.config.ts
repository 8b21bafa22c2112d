import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const shared = { setupFiles: ['./tests/support/fail-on-console.ts'] };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/architecture/**/*.test.ts'],
          // Pure functions keep nothing: their files share a process, and most of the run was starting one for each.
          isolate: false,
          maxWorkers: 2,
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias: { 'virtual:remix/server-build': resolve('tests/support/server-build.ts') } },
        test: {
          ...shared,
          name: 'db',
          include: ['tests/db/**/*.test.{ts,tsx}', 'tests/routes/**/*.test.{ts,tsx}'],
          globalSetup: ['./tests/support/database-server.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'stand-in',
          include: ['tests/stand-in/**/*.test.ts'],
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'start',
          include: ['tests/start/**/*.test.ts'],
          maxWorkers: 1,
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
