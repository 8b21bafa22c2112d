import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type RunningShop, launchShop, shopCommand, startShop } from '#tests/support/running-shop.ts';
import { ensureBuilt } from '#tools/start/build.ts';
import { isRunning, processesIn, until } from '#tools/postgres/processes.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'tradepost-shop-'));
let shop: RunningShop | null = null;

beforeAll(ensureBuilt);
afterEach(async () => {
  await shop?.stop();
  shop = null;
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const start = async (variables: Record<string, string | undefined> = {}) =>
  (shop = await startShop({ DATA_DIR: dataDir, ...variables }));
const status = async (origin: string, path = '/') => (await fetch(origin + path, { redirect: 'manual' })).status;

/** Every process of a shop, by what it was started by or works in. */
function treeOf(running: RunningShop): number[] {
  const parentOf = (pid: number) => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  };
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return parentOf(pid) === running.pid;
      } catch {
        return false;
      }
    });
  return [running.pid, ...children, ...processesIn(join(running.dataDir, 'postgres'))];
}

test('the first start says Ready once, when pages answer; asked to stop it leaves nothing running', async () => {
  const running = await start();
  expect(running.said().match(/^Ready: http:\/\/localhost:\d+$/gm)).toHaveLength(1);
  expect(await status(running.origin)).toBe(200);
  expect(await status(running.origin.replace('localhost', '127.0.0.1'), '/readyz')).toBe(200);
  expect(await (await fetch(`${running.origin}/readyz`)).json()).toEqual({ status: 'ready' });
  const tree = treeOf(running);
  expect(tree.length).toBeGreaterThan(4);
  expect(await running.stop()).toBe(0);
  expect(tree.filter(isRunning)).toEqual([]);
});

test('its secrets are its owner’s alone', async () => {
  expect(statSync(join(dataDir, 'secrets.json')).mode & 0o077).toBe(0);
});

test('after a kill of every process the next start finds its data, and is quick about it', async () => {
  const first = await start();
  await shopCommand(dataDir, 'clock', 'advance', '24h');
  for (const pid of treeOf(first)) process.kill(pid, 'SIGKILL');
  await first.ended;
  const begin = performance.now();
  await start({ PORT: new URL(first.origin).port });
  const took = performance.now() - begin;
  const { ahead_seconds } = await shopCommand(dataDir, 'clock');
  expect(ahead_seconds).toBeGreaterThanOrEqual(86_400);
  // Five seconds on two cores of one's own; other work on the machine may double it.
  expect(took).toBeLessThan(10_000);
});

test('when only the parent is killed, its parts stop by themselves and the next start takes over', async () => {
  const first = await start();
  const tree = treeOf(first);
  first.signal('SIGKILL');
  await first.ended;
  const second = await start({ PORT: new URL(first.origin).port });
  expect(await status(second.origin)).toBe(200);
  const postgres = processesIn(join(dataDir, 'postgres'));
  expect(await until(() => tree.filter((pid) => !postgres.includes(pid) && isRunning(pid)).length === 0, 15_000)).toBe(
    true,
  );
});

test('a database that is away gets a page that says so, and is started again', async () => {
  const running = await start();
  const [postmaster = 0] = readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n').map(Number);
  process.kill(postmaster, 'SIGKILL');
  const seen = new Set<number>();
  const recovered = await until(
    async () => {
      const answer = await status(running.origin).catch(() => 0);
      seen.add(answer);
      return answer === 200 && /starting it again/.test(running.said());
    },
    60_000,
    20,
  );
  expect(recovered).toBe(true);
  expect([...seen].filter((one) => ![200, 503].includes(one))).toEqual([]);
});

test('two at once: another folder runs beside it, the same folder does not', async () => {
  const one = await start();
  const elsewhere = mkdtempSync(join(tmpdir(), 'tradepost-shop-'));
  try {
    const other = await startShop({ DATA_DIR: elsewhere, SEED: 'none' });
    expect(await status(other.origin)).toBe(200);
    const third = launchShop({ DATA_DIR: dataDir, PORT: '1' });
    expect(await third.ended).toBe(1);
    expect(third.said()).toContain(`process ${one.pid}`);
    await other.stop();
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
});

test.each<[string, Record<string, string>, RegExp]>([
  ['a wrong port', { PORT: 'three thousand' }, /^PORT is a number$/m],
  ['a demo open to the world', { HOST: '0.0.0.0' }, /^HOST /m],
  [
    'production on the built-in Postgres',
    { SHOP_MODE: 'production', APP_ORIGIN: 'https://shop.example' },
    /^DATABASE_URL /m,
  ],
])('%s stops the start and is named', async (_case, variables, words) => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'tradepost-shop-'));
  const { said, ended } = launchShop({ DATA_DIR: elsewhere, PORT: '3999', ...variables });
  expect(await ended).toBe(1);
  expect(said()).toMatch(words);
  expect(existsSync(join(elsewhere, 'postgres'))).toBe(false);
  rmSync(elsewhere, { recursive: true, force: true });
});

test('a port somebody else has is named', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const port = String((other.address() as { port: number }).port);
  const { said, ended } = launchShop({ DATA_DIR: dataDir, PORT: port });
  expect(await ended).toBe(1);
  expect(said()).toContain(`PORT ${port} is taken`);
  other.close();
});

test('commands work while the shop is closed, and leave it closed', async () => {
  const { now } = await shopCommand(dataDir, 'clock');
  expect(Date.parse(String(now))).toBeGreaterThan(Date.now());
  expect(processesIn(join(dataDir, 'postgres'))).toEqual([]);
});

test('git sees nothing of a shop that ran', () => {
  expect(execFileSync('git', ['check-ignore', '.data', 'build'], { encoding: 'utf8' }).trim().split('\n')).toHaveLength(
    2,
  );
});
