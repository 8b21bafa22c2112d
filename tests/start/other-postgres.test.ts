import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { createApiKey } from '#app/use-cases/identity/create-api-key.server.ts';
import { openDatabase } from '#db/client.server.ts';
import { depsAt } from '#tests/support/api.ts';
import { installedPostgres } from '#tests/support/installed-postgres.ts';
import { pay } from '#tests/support/payment-page.ts';
import { startShop } from '#tests/support/running-shop.ts';
import { accountFor } from '#tools/postgres/account.ts';
import { freePort } from '#tools/postgres/free-port.ts';
import { until } from '#tools/postgres/processes.ts';

const installed = installedPostgres(15);
const oldest = installed ?? '';

test.skipIf(!installed)('the shop runs on PostgreSQL 15, the oldest it promises, as on its own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tradepost-other-'));
  const account = accountFor(join(folder, 'none'));
  if (account) chownSync(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  const port = await freePort();
  execFileSync(
    join(oldest, 'initdb'),
    ['-D', data, '-U', 'shop', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    {
      cwd: folder,
      stdio: 'ignore',
      ...account,
    },
  );
  const log = openSync(join(folder, 'log'), 'w', 0o666);
  const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, 'fsync=off'];
  const server = spawn(
    join(oldest, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((s) => ['-c', s])],
    {
      cwd: folder,
      stdio: ['ignore', log, log],
      ...account,
    },
  );
  const url = (database: string) => `postgres://shop@127.0.0.1:${port}/${database}`;
  const sql = postgres(url('postgres'), { max: 1 });
  try {
    const made = async () => {
      try {
        await sql`create database shop`;
        return true;
      } catch {
        return false;
      }
    };
    expect(await until(made, 20_000, 200)).toBe(true);
    const shop = await startShop({ DATABASE_URL: url('shop') });
    try {
      expect(await (await fetch(`${shop.origin}/readyz`)).json()).toEqual({ status: 'ready' });
      expect((await fetch(shop.origin)).status).toBe(200);
      expect(existsSync(join(shop.dataDir, 'postgres'))).toBe(false);
      expect(await buyOneBag(shop.origin, url('shop'))).toEqual({ status: 'paid', goods: '8.32', lines: ['ESP-250'] });
    } finally {
      expect(await shop.stop()).toBe(0);
      rmSync(shop.dataDir, { recursive: true, force: true });
    }
  } finally {
    await sql.end({ timeout: 1 });
    server.kill('SIGINT');
    await new Promise((resolve) => server.once('exit', resolve));
    rmSync(folder, { recursive: true, force: true });
  }
});

const shipTo = { name: 'Ana', address: 'Unter den Linden 5', city: 'Berlin', postal_code: '10117', country: 'DE' };

/** One purchase from the cart to the order, through the API, the payment page and back. */
async function buyOneBag(origin: string, databaseUrl: string) {
  const database = openDatabase(databaseUrl, { connections: 1 });
  const made = await createApiKey(depsAt(database.db, new Date()), {
    companySlug: null,
    name: 'test',
    createdBy: null,
  });
  await database.close();
  const headers = { Authorization: `Bearer ${made.ok ? made.value.key : ''}` };
  const call = async (path: string, body?: unknown) => {
    const method = body === undefined ? 'GET' : 'POST';
    const answer = await fetch(`${origin}/api/v1${path}`, { method, headers, body: JSON.stringify(body) });
    expect(answer.ok, `${method} ${path}`).toBe(true);
    return answer.json();
  };
  const cart = (await call('/carts', { market: 'DE' })) as { id: string };
  await call(`/carts/${cart.id}/lines`, { sku: 'ESP-250', quantity: '1' });
  const order = { email: 'ana@home.example', ship_to: shipTo };
  const { payment_url: url } = (await call(`/carts/${cart.id}/order`, order)) as { payment_url: string };
  await fetch(await pay(url, { number: '4242424242424242' }));
  const { order: id } = (await call(`/carts/${cart.id}`)) as { order: string };
  const bought = (await call(`/orders/${id}`)) as Bought;
  expect(bought.paid).toEqual(bought.payable);
  return { status: bought.status, goods: bought.total.amount, lines: bought.lines.map(({ sku }) => sku) };
}

type Bought = {
  status: string;
  total: { amount: string };
  paid: { amount: string };
  payable: { amount: string };
  lines: { sku: string }[];
};
