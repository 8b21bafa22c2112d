import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { readCompanyForm } from '#app/http/company-form.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { idParam } from '#app/http/require-actor.server.ts';
import { withdrawTaxCertificate } from '#app/use-cases/companies/give-tax-certificate.server.ts';

const page = '/company/tax-certificates';

export const loader = ({ request }: LoaderFunctionArgs) => redirect(pathFor(request, page));

/** POST: what nobody has looked at is taken back. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readCompanyForm(request, context, 'give_tax_certificates', {});
  if (!form.ok) return refusalRedirect(request, context, page, { ok: false, code: 'buying_as_changed' });
  const done = await withdrawTaxCertificate(context.deps, { actor: form.as.actor, id: idParam(params.certificate) });
  return done.ok
    ? redirectWithFlash(request, context, page, { tone: 'good', area: 'tax', key: 'withdrawn' })
    : refusalRedirect(request, context, page, done);
}
