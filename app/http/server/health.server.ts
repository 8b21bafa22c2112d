import { type RequestHandler, Router } from 'express';
import { Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Readiness } from '#db/queries/readiness.server.ts';

interface Health {
  readiness: () => Promise<Readiness>;
  metricsToken: string | null;
}

const patienceMs = 3_000;

/** `/healthz`: the process lives. `/readyz`: it can serve. `/metrics`: for this machine, or whoever shows the token. */
export function healthRoutes({ readiness, metricsToken }: Health): { routes: Router; measure: RequestHandler } {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time until an answer is complete',
    labelNames: ['method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });

  const routes = Router();
  routes.get('/healthz', (_request, response) => {
    response.json({ status: 'alive' });
  });
  routes.get('/readyz', async (_request, response) => {
    const state = await withinPatience(readiness());
    if (state === 'ready') response.json({ status: 'ready' });
    else response.status(503).json({ status: 'unavailable', reason: state });
  });
  routes.get('/metrics', async (request, response) => {
    const shown = request.get('Authorization')?.replace(/^bearer /i, '');
    const mayRead = metricsToken && shown ? shown === metricsToken : response.locals.isFromThisMachine === true;
    if (!mayRead) response.status(403).type('text/plain').send('Only this machine, or whoever shows the token.\n');
    else response.type(registry.contentType).send(await registry.metrics());
  });

  const measure: RequestHandler = (request, response, next) => {
    const stop = durations.startTimer({ method: request.method });
    response.once('finish', () => stop({ status: response.statusCode }));
    next();
  };
  return { routes, measure };
}

async function withinPatience(readiness: Promise<Readiness>): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Readiness>((resolve) => {
    timer = setTimeout(() => resolve('database_unreachable'), patienceMs);
  });
  return Promise.race([readiness, late]).finally(() => clearTimeout(timer));
}
