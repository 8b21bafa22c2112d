import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import { pathFor } from '#app/http/locale.server.ts';

export const loader = ({ request }: LoaderFunctionArgs) => redirect(pathFor(request, '/account'));

export async function action({ request, context }: ActionFunctionArgs) {
  const sessions = sessionStore(context.deps.db, context.deps.settings);
  const token = sessions.tokenOf(request.headers.get('Cookie'));
  if (token) await sessions.revoke(token);
  return redirect(pathFor(request, '/'), { status: 303, headers: { 'Set-Cookie': sessions.blankCookie() } });
}
