import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#app/integrations/ids.server.ts';
import { signWebhook } from '#app/integrations/webhooks/standard-webhooks.server.ts';
import { runDueJobs } from '#app/jobs/worker.server.ts';
import { recordEvent } from '#db/queries/events.server.ts';
import { apiClient, depsAt } from '#tests/support/api.ts';
import { testDatabase } from '#tests/support/database.ts';

type Heard = { headers: Record<string, string | string[] | undefined>; body: string };

describe('whoever asked is told what happened', async () => {
  const { db, url } = await testDatabase({ connections: 4 });
  const deps = depsAt(db, '2027-03-01T09:00:00Z');
  const api = await apiClient(deps);
  const heard: Heard[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      heard.push({ headers: request.headers, body });
      response.writeHead(status).end();
    });
  });
  let secret = '';
  let id = '';

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const made = await api('POST', '/webhook-endpoints', { url: `http://127.0.0.1:${port}/hook`, events: ['order'] });
    expect(made.status).toBe(201);
    secret = String(made.body.secret);
    id = String(made.body.id);
  });
  afterAll(() => server.close());

  let minutes = 0;
  const laterEachTime = () => new Date(deps.now().getTime() + (minutes += 1) * 60_000);
  const happened = (type: string) =>
    db.transaction((tx) =>
      recordEvent(tx, {
        type,
        subjectId: newId(),
        personId: null,
        via: 'test',
        data: { total: '9.99' },
        at: laterEachTime(),
      }),
    );
  const deliveries = async () => (await api('GET', `/webhook-endpoints/${id}/deliveries`)).body.items as object[];

  test('an event it asked for arrives once, signed; one it did not ask for never does', async () => {
    await happened('order.paid');
    await happened('quote.offered');
    await happened('orders_are_not_order.paid');
    await runDueJobs(deps, { url });
    await runDueJobs(deps, { url });
    expect(heard).toHaveLength(1);
    const [{ headers, body }] = heard as [Heard];
    expect(JSON.parse(body)).toMatchObject({ type: 'order.paid', data: { total: '9.99' } });
    const timestampSeconds = Number(headers['webhook-timestamp']);
    expect(headers['webhook-signature']).toBe(
      signWebhook({ secret, id: String(headers['webhook-id']), timestampSeconds, body }),
    );
    expect(await deliveries()).toMatchObject([
      { type: 'order.paid', status: 'delivered', attempts: 1, last_status: 200 },
    ]);
  });

  test('one that does not listen is tried again later, and can be told again by hand under the same id', async () => {
    status = 500;
    await happened('order.cancelled');
    await runDueJobs(deps, { url });
    const [failed] = (await deliveries()) as [{ id: string }];
    expect(failed).toMatchObject({ type: 'order.cancelled', status: 'failed', last_status: 500 });

    status = 200;
    expect((await api('POST', `/webhook-deliveries/${failed.id}/replays`)).status).toBe(202);
    await runDueJobs(deps, { url });
    expect((await deliveries())[0]).toMatchObject({ status: 'delivered', attempts: 2 });
    const ids = heard.slice(1).map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(1);
  });

  test('an endpoint that was ended hears no more', async () => {
    expect((await api('DELETE', `/webhook-endpoints/${id}`)).status).toBe(200);
    const before = heard.length;
    await happened('order.paid');
    await runDueJobs(deps, { url });
    expect(heard).toHaveLength(before);
  });
});
