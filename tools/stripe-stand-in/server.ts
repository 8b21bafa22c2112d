import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { adminCall } from './admin.ts';
import { callApi, findRoute } from './api.ts';
import { Chaos } from './chaos.ts';
import { Deliverer } from './delivery.ts';
import { Fault } from './faults.ts';
import { Idempotency, type Remembered, fingerprint } from './idempotency.ts';
import { newId } from './ids.ts';
import { Journal } from './journal.ts';
import type { Page } from './pages/layout.ts';
import { visitPage } from './pages/pages.ts';
import { Store } from './store.ts';
import { sweep } from './sweep.ts';
import { type Config, type World, apiVersion } from './world.ts';

const bodyLimitBytes = 1024 * 1024;
const sweepEveryMs = 1000;

type Answer = { status: number; body: string; replayed?: string };

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimitBytes)
      throw new Fault(413, { type: 'invalid_request_error', message: 'The request body is too large.' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const internalError = (): Answer => ({
  status: 500,
  body: JSON.stringify({ error: { type: 'api_error', message: 'An unknown error occurred.' } }),
});

export class StandIn {
  readonly chaos = new Chaos();
  private readonly store: Store;
  private readonly idempotency: Idempotency;
  private readonly deliverer: Deliverer;
  private readonly server: Server;
  private readonly journal: Journal;
  private sweeping: NodeJS.Timeout | null = null;
  private origin = '';

  constructor(private readonly config: Config) {
    this.journal = new Journal(config.folder);
    this.store = new Store(this.journal);
    this.idempotency = new Idempotency(this.store);
    this.deliverer = new Deliverer(this.store, config, this.chaos);
    this.server = createServer((request, response) => void this.handle(request, response));
    this.server.keepAliveTimeout = 65_000;
  }

  async start(): Promise<{ port: number }> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(this.config.port, '127.0.0.1', resolve);
    });
    const { port } = this.server.address() as AddressInfo;
    this.origin = this.config.publicOrigin ?? `http://127.0.0.1:${port}`;
    const tick = async () => {
      await sweep(this.world(null, null), this.idempotency);
      this.deliverer.wake();
      this.sweeping = setTimeout(() => void tick(), sweepEveryMs);
    };
    await tick();
    return { port };
  }

  async stop(): Promise<void> {
    if (this.sweeping) clearTimeout(this.sweeping);
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    await this.deliverer.stop();
    this.journal.close();
  }

  private world = (id: string | null, idempotencyKey: string | null): World => ({
    store: this.store,
    config: this.config,
    origin: this.origin,
    request: { id, idempotencyKey },
  });

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = newId('req', 14);
    const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
    try {
      const body = await readBody(request);
      if (path.startsWith('/v1/') || path.startsWith('/v2/'))
        return await this.answerApi(request, response, { requestId, path, query, body });
      if (path.startsWith('/_')) return await this.answerAdmin(request, response, path, body);
      return await this.answerPage(request, response, { requestId, path, query, body });
    } catch (fault) {
      const answer = fault instanceof Fault ? this.faultAnswer(fault) : internalError();
      if (!(fault instanceof Fault)) console.error(fault);
      this.send(response, requestId, answer);
    }
  }

  private async answerApi(
    request: IncomingMessage,
    response: ServerResponse,
    call: { requestId: string; path: string; query: string; body: string },
  ): Promise<void> {
    const method = request.method ?? 'GET';
    this.checkKey(request.headers.authorization);
    const { requestId, path, body } = call;
    const changes = method !== 'GET';
    const key = method === 'POST' ? ((request.headers['idempotency-key'] as string | undefined) ?? null) : null;
    const print = key ? fingerprint(method, path, body) : '';
    if (this.chaos.take('failNext', path)) return this.send(response, requestId, internalError());
    const earlier = key ? this.idempotency.begin(key, print) : null;
    try {
      if (this.chaos.now.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, this.chaos.now.latencyMs));
      const answer = earlier
        ? { status: earlier.status, body: earlier.body, replayed: earlier.requestId }
        : this.execute(this.world(requestId, key), method, path, changes && body ? body : call.query, print);
      await this.store.commit();
      this.deliverer.wake();
      if (changes && this.chaos.take('hangUpAfterExecuting', path)) return void response.destroy();
      if (changes && this.chaos.take('failAfterExecuting', path))
        return this.send(response, requestId, internalError());
      this.send(response, requestId, answer);
    } finally {
      if (key && !earlier) this.idempotency.release(key);
    }
  }

  /** Runs one call as a whole: it happened with all its traces, or not at all. */
  private execute(world: World, method: string, path: string, encoded: string, print: string): Answer {
    let answer: Answer;
    let executed = true;
    try {
      answer = { status: 200, body: JSON.stringify(callApi(world, method, path, encoded)) };
    } catch (fault) {
      executed = fault instanceof Fault && fault.executed;
      if (!executed) this.store.rollback();
      if (!(fault instanceof Fault)) throw fault;
      answer = this.faultAnswer(fault);
    }
    const { id, idempotencyKey } = world.request;
    if (executed && idempotencyKey && findRoute(method, path))
      this.idempotency.remember({
        id: idempotencyKey,
        fingerprint: print,
        status: answer.status,
        body: answer.body,
        requestId: id ?? '',
        atMs: Date.now(),
      } satisfies Remembered);
    return answer;
  }

  private faultAnswer = (fault: Fault): Answer => ({
    status: fault.status,
    body: JSON.stringify({ error: { doc_url: 'https://docs.stripe.com/error-codes', ...fault.body } }),
  });

  private checkKey(header: string | undefined): void {
    const [scheme, value = ''] = (header ?? '').split(' ', 2);
    const key = scheme === 'Basic' ? Buffer.from(value, 'base64').toString().split(':')[0] : value;
    if (key === this.config.secretKey) return;
    const message = key
      ? `Invalid API Key provided: ${key.slice(0, 8)}****`
      : 'You did not provide an API key. Put it in the Authorization header, using Bearer auth.';
    throw new Fault(401, { type: 'invalid_request_error', message });
  }

  private async answerAdmin(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    body: string,
  ): Promise<void> {
    const answer = await adminCall(
      { store: this.store, chaos: this.chaos, deliverer: this.deliverer },
      request.method ?? 'GET',
      path,
      body,
    );
    if (answer === null)
      throw new Fault(404, { type: 'invalid_request_error', message: `There is nothing at ${path}` });
    this.send(response, newId('req', 14), { status: 200, body: JSON.stringify(answer) });
  }

  private async answerPage(
    request: IncomingMessage,
    response: ServerResponse,
    call: { requestId: string; path: string; query: string; body: string },
  ): Promise<void> {
    let page: Page | null;
    try {
      page = visitPage(this.world(null, null), {
        method: request.method ?? 'GET',
        path: call.path,
        query: new URLSearchParams(call.query),
        form: new URLSearchParams(call.body),
        acceptLanguage: request.headers['accept-language'],
      });
    } catch (fault) {
      this.store.rollback();
      throw fault;
    }
    await this.store.commit();
    this.deliverer.wake();
    if (!page) throw new Fault(404, { type: 'invalid_request_error', message: `There is nothing at ${call.path}` });
    response.setHeader('cache-control', 'no-store');
    if ('location' in page) {
      response.writeHead(303, { location: page.location }).end();
      return;
    }
    response.writeHead(page.status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
      'referrer-policy': 'strict-origin-when-cross-origin',
      'x-content-type-options': 'nosniff',
    });
    response.end(page.body);
  }

  private send(response: ServerResponse, requestId: string, answer: Answer): void {
    response.writeHead(answer.status, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'request-id': requestId,
      'stripe-version': apiVersion,
      ...(answer.replayed ? { 'idempotent-replayed': 'true', 'original-request': answer.replayed } : {}),
    });
    response.end(answer.body);
  }
}
