import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { readCompanyForm } from '#app/http/company-form.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { idParam } from '#app/http/require-actor.server.ts';
import { deactivateMember } from '#app/use-cases/companies/deactivate-member.server.ts';

export const loader = ({ request }: LoaderFunctionArgs) => redirect(pathFor(request, '/company/people'));

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readCompanyForm(request, context, 'see_documents', {});
  if (!form.ok) return refusalRedirect(request, context, '/company/people', { ok: false, code: 'buying_as_changed' });
  const outcome = await deactivateMember(context.deps, { actor: form.as.actor, memberId: idParam(params.member) });
  if (!outcome.ok) return refusalRedirect(request, context, `/company/people/${params.member}`, outcome);
  return redirectWithFlash(request, context, '/company/people', { tone: 'good', area: 'company', key: 'deactivated' });
}
