import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { pathFor } from '#app/http/locale.server.ts';
import { backTo } from '#app/http/back-to.server.ts';
import { isTheme, rememberTheme } from '#app/http/theme.server.ts';

export const loader = ({ request }: { request: Request }) => redirect(pathFor(request, '/'));

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const theme = form.get('theme');
  return redirect(backTo(request, form.get('back')), {
    status: 303,
    headers: isTheme(theme) ? { 'Set-Cookie': await rememberTheme(theme) } : {},
  });
}
