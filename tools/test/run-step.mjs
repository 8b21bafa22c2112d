import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const require = createRequire(import.meta.url);

/** The program a package brings, run by this very Node: works without npx and with npm scripts blocked. */
function binOf(name, bin = name) {
  const folder = packageFolder(name);
  const { bin: bins } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bins === 'string' ? bins : bins[bin]);
}

function packageFolder(name) {
  for (const place of require.resolve.paths(name)) {
    try {
      readFileSync(join(place, name, 'package.json'));
      return join(place, name);
    } catch {
      // Further up.
    }
  }
  throw new Error(`${name} is not installed`);
}

/** Runs a program to its end, at most for the minutes given. @returns {Promise<number>} its exit code */
export function run(args, { minutes, variables = {} }) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  const kill = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // Gone in between.
    }
  };
  const end = () => (kill('SIGTERM'), setImmediate(() => process.exit(1)));
  process.once('SIGINT', end).once('SIGTERM', end);
  const late = setTimeout(() => {
    console.error(`This took longer than ${minutes} minutes.`);
    kill('SIGTERM');
    setTimeout(() => kill('SIGKILL'), 10_000).unref();
  }, minutes * 60_000);
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (code) => {
      clearTimeout(late);
      process.off('SIGINT', end).off('SIGTERM', end);
      resolve(code ?? 1);
    });
  });
}

const oneCheck = (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** A program that only says yes or no: one check. */
export const check =
  (name, args, { bin, minutes = 8 } = {}) =>
  async () =>
    oneCheck(await run([binOf(name, bin), ...args], { minutes }));

/** Several programs, each one check. */
export const all =
  (...checks) =>
  async () => {
    const sums = { passed: 0, failed: 0 };
    for (const one of checks) {
      const { passed, failed } = await one();
      sums.passed += passed;
      sums.failed += failed;
    }
    return sums;
  };

/** A runner that writes a report: its tests count, and it itself when it failed for another reason. */
async function withReport(act, count) {
  const folder = mkdtempSync(join(tmpdir(), 'tradepost-report-'));
  const report = join(folder, 'report.json');
  try {
    const code = await act(report);
    const sums = count(JSON.parse(readFileSync(report, 'utf8')));
    return code !== 0 && sums.failed === 0 ? { ...sums, failed: 1 } : sums;
  } catch (error) {
    console.error(`There is no report: ${error.message}`);
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const vitest =
  (project, { minutes = 8, files = [], variables = {} } = {}) =>
  () =>
    withReport(
      (report) =>
        run(
          [
            binOf('vitest'),
            'run',
            '--project',
            project,
            '--reporter=default',
            '--reporter=json',
            `--outputFile.json=${report}`,
            '--passWithNoTests',
            ...files,
          ],
          { minutes, variables },
        ),
      ({ numPassedTests, numFailedTests, numFailedTestSuites }) => ({
        passed: numPassedTests,
        failed: numFailedTests || (numFailedTestSuites > 0 ? 1 : 0),
      }),
    );

export const playwright =
  ({ minutes = 10, files = [], variables = {} } = {}) =>
  () =>
    withReport(
      (report) =>
        run([binOf('@playwright/test', 'playwright'), 'test', '--reporter=list,json', ...files], {
          minutes,
          variables: { ...variables, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
        }),
      ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
    );
