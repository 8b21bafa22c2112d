import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Env } from '#app/env.server.ts';
import { originOf } from './own-origins';

/** What is known of a request before anything else looks at it. */
export interface Arrival {
  requestId: string;
  clientIp: string;
  /** The shop's origin by the name this request used. */
  origin: string;
  isFromThisMachine: boolean;
}

const forwarding = /^(x-forwarded-|forwarded$|x-real-ip$|x-request-id$)/;
const loopback = /^(127\.|::1$|::ffff:127\.)/;

/**
 * Settles who asks and by which name, then takes away what proxies (or anybody) said about it: from here on nothing
 * else believes a header. `request.ip` follows the trusted proxies alone.
 */
export const arrive =
  (env: Env): RequestHandler =>
  (request, response, next) => {
    const said = Object.keys(request.headers).filter((name) => forwarding.test(name));
    const wasForwarded = said.some((name) => name !== 'x-request-id');
    const givenId = request.get('X-Request-Id');
    const arrival: Arrival = {
      requestId: env.trustProxy && givenId && /^[\w-]{8,64}$/.test(givenId) ? givenId : randomUUID(),
      clientIp: request.ip ?? '',
      origin: originOf(request.headers.host, env),
      isFromThisMachine: !wasForwarded && loopback.test(request.socket.remoteAddress ?? ''),
    };
    for (const name of said) delete request.headers[name];
    Object.assign(response.locals, arrival);
    response.setHeader('X-Request-Id', arrival.requestId);
    next();
  };

export const arrivalOf = (response: { locals: object }): Arrival => response.locals as Arrival;
