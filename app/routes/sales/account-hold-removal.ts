import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import * as z from 'zod';
import { accountOf } from '#app/http/company-account.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { setCreditHold } from '#app/use-cases/companies/set-credit-hold.server.ts';

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  redirect(pathFor(request, `/sales/companies/${params.company ?? ''}/account`));

const holdForm = z.object({ reason: z.string().trim().min(1).max(300) });

/** POST: orders on terms are taken again, with the reason noted. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { company, by } = await accountOf(request, context, params.company, 'set_credit');
  const page = `/sales/companies/${company.slug}/account`;
  const form = await parseForm(request, holdForm);
  if (!form.ok) return refusalRedirect(request, context, page, { ok: false, code: 'invalid_form' });
  const done = await setCreditHold(context.deps, {
    companyId: company.id,
    hold: 'lift',
    reason: form.value.reason,
    ...by,
  });
  return done.ok
    ? redirectWithFlash(request, context, page, { tone: 'good', area: 'statement', key: 'liftedDone' })
    : refusalRedirect(request, context, page, done);
}
