import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import * as z from 'zod';
import { accountOf } from '#app/http/company-account.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { idParam } from '#app/http/require-actor.server.ts';
import { checkTaxCertificate, taxCertificateVerdicts } from '#app/use-cases/companies/check-tax-certificate.server.ts';

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  redirect(pathFor(request, `/sales/companies/${params.company ?? ''}/tax-certificates`));

const fields = z.object({ verdict: z.enum(taxCertificateVerdicts), reason: z.string().max(500).default('') });

/** POST: accepted, refused or ended, by somebody who may say so for this company. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { company, actor } = await accountOf(request, context, params.company, 'approve_companies');
  const page = `/sales/companies/${company.slug}/tax-certificates`;
  const form = await parseForm(request, fields);
  if (!form.ok) return refusalRedirect(request, context, page, { ok: false, code: 'invalid_form' });
  const { verdict, reason } = form.value;
  const done = await checkTaxCertificate(context.deps, {
    actor,
    companyId: company.id,
    id: idParam(params.certificate),
    verdict,
    reason,
  });
  return done.ok
    ? redirectWithFlash(request, context, page, { tone: 'good', area: 'tax', key: `done_${verdict}` })
    : refusalRedirect(request, context, page, done);
}
