import { type AppLoadContext, redirect } from '@remix-run/node';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import { pathFor } from './locale.server';

/** Hands over the session's cookie and leads on: to the second factor where there is one. */
export function enter(
  request: Request,
  context: AppLoadContext,
  p: { token: string; next: string; needsSecondFactor?: boolean },
): Response {
  const { db, settings } = context.deps;
  const next = p.needsSecondFactor
    ? pathFor(request, `/sign-in/second-factor?next=${encodeURIComponent(p.next)}`)
    : p.next;
  return redirect(next, { status: 303, headers: { 'Set-Cookie': sessionStore(db, settings).cookie(p.token) } });
}
