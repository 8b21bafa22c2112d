import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { actOn, sellersRevision } from '#app/http/price-list-page.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { withdrawRevision } from '#app/use-cases/pricing/withdraw-revision.server.ts';

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { path } = await sellersRevision(request, context, params);
  return redirect(pathFor(request, path));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const as = await sellersRevision(request, context, params);
  const done = await withdrawRevision(context.deps, actOn(as, params));
  if (!done.ok) return refusalRedirect(request, context, as.path, done);
  return redirectWithFlash(request, context, as.path, { tone: 'good', area: 'pricing', key: 'withdrawn' });
}
