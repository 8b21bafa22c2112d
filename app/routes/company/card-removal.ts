import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { readCompanyForm } from '#app/http/company-form.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { removeCompanyCard } from '#app/use-cases/companies/company-card.server.ts';

const page = '/company/settings';

export const loader = ({ request }: Pick<ActionFunctionArgs, 'request'>) => redirect(pathFor(request, page));

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readCompanyForm(request, context, 'pay_invoices', {});
  if (!form.ok) return refusalRedirect(request, context, page, { ok: false, code: 'buying_as_changed' });
  const done = await removeCompanyCard(context.deps, { actor: form.as.actor });
  if (!done.ok) return refusalRedirect(request, context, page, done);
  return redirectWithFlash(request, context, page, { tone: 'good', area: 'company', key: 'cardRemoved' });
}
