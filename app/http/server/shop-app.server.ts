import { randomBytes } from 'node:crypto';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { type ProcessDeps, depsForRequest } from '#app/deps.server.ts';
import type { Env } from '#app/env.server.ts';
import { errors as german } from '#app/messages/de/errors.ts';
import { errors as english } from '#app/messages/en/errors.ts';
import { isConnectionLoss } from '#db/connection-loss.server.ts';
import { readReadiness } from '#db/queries/readiness.server.ts';
import { arrivalOf, arrive } from './arrival.server';
import { awayPage } from './away-page';
import { guardFlood, guardName, guardOrigin } from './guard.server';
import { healthRoutes } from './health.server';
import { refuse } from './refusal.server';
import { remixHandler } from './remix-handler.server';
import { logRequests } from './request-log.server';
import { contentSecurityPolicy, fileHeaders, otherHeaders, paymentOrigins } from './security-headers';

interface Parts {
  env: Env;
  deps: ProcessDeps;
  logger: Logger;
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Serves the built files, or in development makes them. */
  files: RequestHandler;
  isDev: boolean;
}

/** Everything between the socket and Remix, in the order a request meets it. */
export function shopApp({ env, deps, logger, build, files, isDev }: Parts): Express {
  const readiness = () => readReadiness(deps.db);
  const { routes: health, measure } = healthRoutes({ readiness, metricsToken: env.metricsToken });
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  if (env.trustProxy !== null) app.set('trust proxy', env.trustProxy);

  app.use(arrive(env), logRequests(logger), measure);
  app.use(health);
  app.use(secure(env, isDev), guardName(env), guardOrigin(env), guardFlood(env));
  app.use(compression());
  app.use(files);
  app.use(
    remixHandler({
      build,
      contextFor: async (response) => {
        const { requestId, clientIp } = arrivalOf(response);
        return { deps: await depsForRequest(deps), nonce: nonceOf(response), requestId, clientIp };
      },
      isAway: isConnectionLoss,
      onFault: (error, response) => logger.error({ requestId: arrivalOf(response).requestId, err: error }, 'broke'),
      sayAway,
    }),
  );
  app.use(broke(logger));
  return app;
}

const nonceOf = (response: Response): string => response.locals.nonce as string;

/** Every page's policy names a number of its own, which the page's scripts carry. */
function secure(env: Env, isDev: boolean): RequestHandler {
  const isHttps = env.appOrigin.startsWith('https:');
  const payment = paymentOrigins(env.stripe.standInOrigin);
  const others = helmet(otherHeaders(isHttps));
  return (request, response, next) => {
    if (request.path.startsWith('/assets/')) {
      response.set(fileHeaders);
      next();
      return;
    }
    const nonce = randomBytes(16).toString('base64');
    response.locals.nonce = nonce;
    response.setHeader(
      'Content-Security-Policy',
      contentSecurityPolicy({ nonce, paymentOrigins: payment, isHttps, isDev }),
    );
    others(request, response, next);
  };
}

function sayAway(request: Request, response: Response): void {
  const isGerman = request.path === '/de' || request.path.startsWith('/de/');
  const words = isGerman ? german : english;
  if (request.path.startsWith('/api/') || request.path.startsWith('/webhooks/')) {
    refuse(request, response, {
      status: 503,
      code: 'unavailable',
      title: words.awayText,
      headers: { 'Retry-After': '5' },
    });
    return;
  }
  response.status(503).set({ 'Cache-Control': 'no-store', 'Retry-After': '5' });
  response.type('html').send(awayPage(isGerman ? 'de' : 'en', words));
}

const broke =
  (logger: Logger): ErrorRequestHandler =>
  (error: Error & { status?: number }, request, response, next) => {
    const status = error.status && error.status >= 400 && error.status < 500 ? error.status : 500;
    if (status === 500) logger.error({ requestId: arrivalOf(response).requestId, err: error }, 'broke');
    if (response.headersSent) next(error);
    else
      refuse(request, response, {
        status,
        code: status === 500 ? 'fault' : 'bad_request',
        title: titles[status] ?? english.faultText,
      });
  };

const titles: Record<number, string> = { 400: 'This request cannot be read.', 404: 'There is nothing here.' };
