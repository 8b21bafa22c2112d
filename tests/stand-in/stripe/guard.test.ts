import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reasonNotToRun } from '#tools/stripe-stand-in/guard.ts';

describe('where the stand-in refuses to run', () => {
  test.each<[string, Record<string, string>, RegExp | null]>([
    ['beside a live key', { STRIPE_SECRET_KEY: 'sk_live_x' }, /live key/],
    ['beside a restricted live key under any name', { OTHER: 'rk_live_x' }, /OTHER holds a live key/],
    ['beside a live key even as a demo', { A: 'sk_live_x', STRIPE_STAND_IN_DEMO: '1' }, /live key/],
    ['in production', { NODE_ENV: 'production' }, /production/],
    ['not in a demo built for production', { NODE_ENV: 'production', STRIPE_STAND_IN_DEMO: '1' }, null],
    ['not on a developer machine', { STRIPE_SECRET_KEY: 'sk_test_x' }, null],
  ])('%s', (_where, env, reason) => {
    if (reason) expect(reasonNotToRun(env)).toMatch(reason);
    else expect(reasonNotToRun(env)).toBeNull();
  });

  test('the process ends with the reason and without echoing the key', () => {
    const folder = mkdtempSync(join(tmpdir(), 'stripe-guard-'));
    const ran = spawnSync(
      process.execPath,
      ['--import', 'tsx', join(import.meta.dirname, '../../../tools/stripe-stand-in/main.ts'), '--folder', folder],
      { env: { ...process.env, STRIPE_SECRET_KEY: 'sk_live_secret' }, encoding: 'utf8', timeout: 20_000 },
    );
    rmSync(folder, { recursive: true });
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain('does not run beside it');
    expect(ran.stdout + ran.stderr).not.toContain('sk_live_secret');
  });
});
