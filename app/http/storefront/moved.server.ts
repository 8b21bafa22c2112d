import { type AppLoadContext, redirect } from '@remix-run/node';
import { withoutLocale } from '#app/domain/i18n/locales.ts';
import { findRedirect } from '#db/queries/categories.server.ts';
import { pathFor } from '../locale.server';
import { notFound } from '../require-actor.server';

/** What to throw where a page is not: the way to where it moved, else a 404. */
export async function movedOrMissing(request: Request, context: AppLoadContext): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const to = await findRedirect(context.deps.db, { path: withoutLocale(decodeURI(pathname)) });
  return to ? redirect(pathFor(request, to) + search, 301) : notFound();
}
