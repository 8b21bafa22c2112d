import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import * as z from 'zod';
import { accountOf } from '#app/http/company-account.server.ts';
import { typedAmount } from '#app/http/company-form.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { proposeCreditLimit } from '#app/use-cases/companies/propose-credit-limit.server.ts';

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  redirect(pathFor(request, `/sales/companies/${params.company ?? ''}/account`));

const fields = z.object({ limit: z.string().max(30).optional(), reason: z.string().max(300).default('') });

/** POST: another credit limit is proposed, with its reason. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { company, actor } = await accountOf(request, context, params.company, 'propose_credit');
  const page = `/sales/companies/${company.slug}/account`;
  const form = await parseForm(request, fields);
  const limit = form.ok && form.value.limit ? typedAmount(form.value.limit, company.currency) : null;
  if (!form.ok || (form.value.limit && !limit))
    return refusalRedirect(request, context, page, { ok: false, code: 'invalid_form' });
  const { reason } = form.value;
  const done = await proposeCreditLimit(context.deps, { actor, companyId: company.id, limit, reason });
  return done.ok
    ? redirectWithFlash(request, context, page, { tone: 'good', area: 'statement', key: 'limitProposed' })
    : refusalRedirect(request, context, page, done);
}
