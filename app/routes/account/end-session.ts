import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { notFound, requirePerson } from '#app/http/require-actor.server.ts';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';

const page = '/account/security';

export const loader = ({ request }: LoaderFunctionArgs) => redirect(pathFor(request, page));

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { person } = await requirePerson(request, context);
  const sessions = sessionStore(context.deps.db, context.deps.settings);
  if (!(await sessions.revokeById({ personId: person.id, id: params.session ?? '' }))) throw notFound();
  return redirectWithFlash(request, context, page, { tone: 'good', area: 'account', key: 'sessionEnded' });
}
