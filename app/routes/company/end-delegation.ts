import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { readCompanyForm } from '#app/http/company-form.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { idParam } from '#app/http/require-actor.server.ts';
import { endDelegation } from '#app/use-cases/companies/delegate.server.ts';

const page = '/company/delegations';

export const loader = ({ request }: LoaderFunctionArgs) => redirect(pathFor(request, page));

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readCompanyForm(request, context, 'see_documents', {});
  if (!form.ok) return refusalRedirect(request, context, page, { ok: false, code: 'buying_as_changed' });
  const outcome = await endDelegation(context.deps, { actor: form.as.actor, id: idParam(params.delegation) });
  if (!outcome.ok) return refusalRedirect(request, context, page, outcome);
  return redirectWithFlash(request, context, page, { tone: 'good', area: 'company', key: 'delegationEnded' });
}
