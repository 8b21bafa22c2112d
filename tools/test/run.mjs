// Proves everything, from a fresh clone on: plain JavaScript until the packages are there.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, requireNode } from '../start/install.mjs';
import { findChromium } from './chromium.mjs';
import { all, check, playwright, run, vitest } from './run-step.mjs';

const root = join(import.meta.dirname, '../..');
const isLong = process.argv.includes('--long');
const passed = { passed: 1, failed: 0 };

/** Test files that have a longer form: they read LONG. */
const longFiles = () =>
  readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => `tests/${name}`)
    .filter((name) => /\bLONG\b/.test(readFileSync(join(root, name), 'utf8')));

/** A step that the later ones cannot do without is `needed`. */
const before = [{ name: 'install', needed: true, act: async () => (await ensureInstalled(), passed) }];

const proofs = [
  {
    name: 'Chromium',
    act: async () => {
      process.env.CHROMIUM_PATH = await findChromium();
      console.log(process.env.CHROMIUM_PATH);
      return passed;
    },
  },
  // They only read, each on one core.
  [
    { name: 'format', act: check('prettier', ['--check', '--log-level=warn', '.']) },
    { name: 'lint', act: check('eslint', ['--max-warnings=0', '.']) },
    {
      name: 'boundaries',
      act: all(
        check('dependency-cruiser', ['--config', '.dependency-cruiser.cjs', 'app', 'db', 'tools'], {
          bin: 'depcruise',
        }),
        check('knip', ['--no-progress']),
      ),
    },
    { name: 'types', act: check('typescript', ['--noEmit'], { bin: 'tsc' }) },
  ],
  { name: 'unit', act: vitest('unit') },
  { name: 'stand-in', act: vitest('stand-in') },
  { name: 'database', act: vitest('db', { minutes: 12 }) },
  {
    name: 'build',
    act: async () => {
      const code = await run(['--import', 'tsx', 'tools/test/build.ts'], { minutes: 5 });
      return code === 0 ? passed : { passed: 0, failed: 1 };
    },
  },
  { name: 'size', act: check('size-limit', []) },
  { name: 'start', act: vitest('start', { minutes: 10 }) },
  { name: 'end-to-end', act: playwright({ minutes: 15 }) },
];

const chromium = proofs[0];
const longProofs = [
  ...['unit', 'stand-in', 'db', 'start'].map((project) => ({
    name: `long ${project}`,
    act: () => {
      const files = longFiles();
      return vitest(project, { minutes: 120, files, variables: { LONG: '1' } })();
    },
  })),
  chromium,
  {
    name: 'long end-to-end',
    act: playwright({ minutes: 20, files: ['every-page-holds'], variables: { LONG: '1' } }),
  },
];

requireNode();
const sums = { passed: 0, failed: 0 };
const durations = [];

async function prove({ name, act }) {
  console.log(`\n== ${name}`);
  const start = performance.now();
  let result;
  try {
    result = await act();
  } catch (error) {
    console.error(error.message);
    result = { passed: 0, failed: 1 };
  }
  const took = `${((performance.now() - start) / 1000).toFixed(1)} s`;
  console.log(`== ${name}: ${result.passed} passed, ${result.failed} failed, ${took}`);
  durations.push(`${name.padEnd(12)} ${took.padStart(8)}${result.failed ? '  FAILED' : ''}`);
  sums.passed += result.passed;
  sums.failed += result.failed;
  return result;
}

for (const step of [...before, ...(isLong ? longProofs : proofs)]) {
  const results = await Promise.all([step].flat().map(prove));
  if (step.needed && results.some(({ failed }) => failed > 0)) break;
}
console.log(`\n${durations.join('\n')}\n`);
console.log(`${sums.passed} passed, ${sums.failed} failed`);
process.exitCode = sums.failed ? 1 : 0;
