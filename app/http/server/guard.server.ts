import type { RequestHandler } from 'express';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Env } from '#app/env.server.ts';
import { arrivalOf } from './arrival.server';
import { mayWrite } from './origin-check';
import { isForeignName, ownOrigins } from './own-origins';
import { refuse } from './refusal.server';

/** Remix checks pages alone and believes X-Forwarded-Host; this stands in front of every address there is. */
export const guardOrigin =
  (env: Env): RequestHandler =>
  (request, response, next) => {
    const { origin } = arrivalOf(response);
    const sender = {
      method: request.method,
      path: request.path,
      origin: request.get('Origin'),
      site: request.get('Sec-Fetch-Site'),
      authorization: request.get('Authorization'),
    };
    if (mayWrite(sender, ownOrigins(env), origin)) return next();
    refuse(request, response, {
      status: 403,
      code: 'foreign_origin',
      title: `This was sent from another site. Only pages of ${origin} may do that. Nothing was changed.`,
    });
  };

/**
 * A demo's doors are open, so a page elsewhere must not reach them through a name of its own that points to this
 * machine. Who opened the demo to others on purpose has other names too.
 */
export const guardName =
  (env: Env): RequestHandler =>
  (request, response, next) => {
    const isPrivateDemo = env.mode === 'demo' && /^(localhost|127\.|::1|\[::1\])/.test(env.host);
    if (!isPrivateDemo || !isForeignName(request.headers.host, env)) return next();
    refuse(request, response, {
      status: 421,
      code: 'foreign_name',
      title: `This demo answers to ${ownOrigins(env).join(', ')}.`,
    });
  };

/** Sixty buyers behind one address check out within two seconds; a flood from one address does not get far. */
const writes = { points: 3_000, duration: 10 };

/**
 * Writes per address, counted in this process: it only wards off floods. What must hold across processes (guesses at
 * passwords) is counted in Postgres where the guess is judged. A demo on one's own machine is not limited.
 */
export const guardFlood = (env: Env): RequestHandler => {
  const limiter = new RateLimiterMemory(writes);
  return (request, response, next) => {
    const { clientIp, isFromThisMachine } = arrivalOf(response);
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    if (isReading || (env.mode === 'demo' && isFromThisMachine)) return next();
    limiter.consume(clientIp).then(
      () => next(),
      (full: RateLimiterRes) =>
        refuse(request, response, {
          status: 429,
          code: 'rate_limited',
          title: 'That was a lot at once. Wait a moment and try again.',
          headers: { 'Retry-After': String(Math.ceil(full.msBeforeNext / 1000)) },
        }),
    );
  };
};
