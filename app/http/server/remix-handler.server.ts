import {
  type AppLoadContext,
  type ServerBuild,
  createReadableStreamFromReadable,
  createRequestHandler,
  writeReadableStreamToWritable,
} from '@remix-run/node';
import type { Request as Incoming, RequestHandler, Response as Outgoing } from 'express';
import { arrivalOf } from './arrival.server';
import { pageHandler } from './page-handler.server';

interface Shop {
  /** Built before, or in development made anew for each request. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  contextFor: (response: Outgoing) => Promise<AppLoadContext>;
  /** True where what broke is no fault of the shop's own. */
  isAway: (error: unknown) => boolean;
  onFault: (error: unknown, response: Outgoing) => void;
  sayAway: (request: Incoming, response: Outgoing) => void;
}

/**
 * Hands a request to Remix. The adapter for Express builds the address from the Host header, loses the port of an IPv6
 * name and believes X-Forwarded-Host; here the shop's own origin is all a route ever sees.
 */
export function remixHandler({ build, contextFor, isAway, onFault, sayAway }: Shop): RequestHandler {
  const handle = typeof build === 'function' ? createRequestHandler(build, 'development') : pageHandler(build);
  return async (request, response, next) => {
    let wasAway = false;
    const hear = (error: unknown) => {
      wasAway ||= isAway(error);
      onFault(error, response);
    };
    try {
      const context = { ...(await contextFor(response)), onFault: hear };
      const answer = await handle(toWebRequest(request, response), context);
      if (answer.status === 500 && wasAway) sayAway(request, response);
      else await send(answer, response);
    } catch (error) {
      if (response.headersSent || !isAway(error)) return next(error);
      onFault(error, response);
      sayAway(request, response);
    }
  };
}

function toWebRequest(request: Incoming, response: Outgoing): Request {
  const { origin } = arrivalOf(response);
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : [value ?? '']) headers.append(name, one);
  }
  headers.set('Host', new URL(origin).host);
  // Judged already, and a demo's other names are lawful where Remix knows only one.
  if (headers.has('Origin')) headers.set('Origin', origin);

  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  return new Request(new URL(request.originalUrl.replace(/^\/+/, '/'), origin), {
    method: request.method,
    headers,
    signal: controller.signal,
    ...(hasBody ? { body: createReadableStreamFromReadable(request), duplex: 'half' as const } : {}),
  });
}

async function send(answer: Response, response: Outgoing): Promise<void> {
  response.status(answer.status);
  for (const [name, value] of answer.headers) response.append(name, value);
  // An answer that says nothing about it is some buyer's own.
  if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'private, no-store');
  if (answer.body && response.req.method !== 'HEAD') await writeReadableStreamToWritable(answer.body, response);
  else response.end();
}
