import type { Request, Response } from 'express';
import { arrivalOf } from './arrival.server';

/** Says no before the shop itself is asked: a problem document to programs, plain words to people. */
export function refuse(
  request: Request,
  response: Response,
  p: { status: number; code: string; title: string; headers?: Record<string, string> },
): void {
  const { requestId } = arrivalOf(response);
  response.status(p.status).set({ 'Cache-Control': 'no-store', ...p.headers });
  if (request.path.startsWith('/api/') || request.accepts(['html', 'json']) === 'json') {
    const problem = { type: 'about:blank', title: p.title, status: p.status, code: p.code, request_id: requestId };
    response.type('application/problem+json').send(JSON.stringify(problem));
  } else {
    response.type('text/plain').send(`${p.title}\n`);
  }
}
