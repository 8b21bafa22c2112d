import type { LoaderFunctionArgs } from '@remix-run/node';
import { demoOnly } from '#app/http/demo-only.server.ts';
import { notFound } from '#app/http/require-actor.server.ts';
import { findSentEmail } from '#db/queries/outbox.server.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One mail for the frame of the outbox page, in the light or in the dark, with links that open outside of the frame and
 *  lead to the name the shop was visited by. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  demoOnly(context);
  const { origin, searchParams } = new URL(request.url);
  const mail = uuid.test(params.mail ?? '') ? await findSentEmail(context.deps.db, { id: params.mail ?? '' }) : null;
  if (!mail) throw notFound();
  const inTheDark = searchParams.get('theme') === 'dark' ? '@media all' : '@media not all';
  const html = mail.html
    .replaceAll('@media (prefers-color-scheme: dark)', inTheDark)
    .replaceAll(context.deps.settings.origin, origin)
    .replace(/<head[^>]*>/, (head) => `${head}<base target="_top">`);
  return new Response(html, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
