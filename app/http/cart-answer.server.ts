import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import type { Outcome } from '#app/domain/outcome.ts';
import { translator } from '#app/messages/translate.server.ts';
import { localeOf, pathFor } from './locale.server';
import { refusalRedirect } from './refusal-reply.server';
import { type RefusalCode, refusalStatus } from './refusals';

/** What became of a change to the cart: for the page that sent it by script in words alone, for a form by the way of the
 *  cart's page. */
export async function cartAnswer(
  { request, context }: Pick<ActionFunctionArgs, 'request' | 'context'>,
  outcome: Outcome<unknown, RefusalCode>,
): Promise<Response> {
  if (request.headers.get('Accept') !== 'application/json')
    return outcome.ok
      ? redirect(pathFor(request, '/cart'), { status: 303 })
      : refusalRedirect(request, context, '/cart', outcome);
  if (outcome.ok) return new Response(null, { status: 204 });
  const refusal = translator(localeOf(request), 'refusals')(outcome.code);
  return Response.json({ refusal }, { status: refusalStatus[outcome.code] });
}
