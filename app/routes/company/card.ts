import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { readCompanyForm } from '#app/http/company-form.server.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { openCompanyCard } from '#app/use-cases/companies/company-card.server.ts';

const page = '/company/settings';

export const loader = ({ request }: Pick<ActionFunctionArgs, 'request'>) => redirect(pathFor(request, page));

/** On to the provider's page, where the card is typed. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readCompanyForm(request, context, 'pay_invoices', {});
  if (!form.ok) return refusalRedirect(request, context, page, { ok: false, code: 'buying_as_changed' });
  const { actor, viewer } = form.as;
  const opened = await openCompanyCard(context.deps, {
    actor,
    email: viewer.person.email ?? '',
    origin: new URL(request.url).origin,
    locale: viewer.locale,
    path: pathFor(request, page),
  });
  return opened.ok ? redirect(opened.value.url, { status: 303 }) : refusalRedirect(request, context, page, opened);
}
