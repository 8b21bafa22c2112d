import { type AppLoadContext, redirect } from '@remix-run/node';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import { mergeCart } from '#app/use-cases/cart/merge-cart.server.ts';
import type { Area } from '#app/messages/areas.ts';
import { type FlashMessage, redirectWithFlash } from './flash.server';
import { pathFor } from './locale.server';
import { forgetCartId, readCartId } from './remembered.server';

/** Hands over the session's cookie, brings along what was put into the cart before, and leads on: to the second factor
 *  where there is one. */
export async function enter(
  request: Request,
  context: AppLoadContext,
  p: { token: string; next: string; needsSecondFactor?: boolean },
): Promise<Response> {
  const { db, settings } = context.deps;
  const store = sessionStore(db, settings);
  const next = p.needsSecondFactor
    ? pathFor(request, `/sign-in/second-factor?next=${encodeURIComponent(p.next)}`)
    : p.next;
  const headers = new Headers({ 'Set-Cookie': store.cookie(p.token) });
  const visitorCartId = p.needsSecondFactor ? null : await readCartId(request, settings);
  const session = visitorCartId && (await store.validate(p.token));
  if (visitorCartId && session) {
    const { personId, buyingAsUnitId: unitId } = session;
    await mergeCart(context.deps, { visitorCartId, personId, unitId });
    headers.append('Set-Cookie', await forgetCartId(settings));
  }
  return redirect(next, { status: 303, headers });
}

/** On to a page with a word about what was done, under the session's new token. */
export async function redirectSignedIn<A extends Area>(
  request: Request,
  context: AppLoadContext,
  token: string,
  path: string,
  message: FlashMessage<A>,
): Promise<Response> {
  const response = await redirectWithFlash(request, context, path, message);
  response.headers.append('Set-Cookie', sessionStore(context.deps.db, context.deps.settings).cookie(token));
  return response;
}
