import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import * as z from 'zod';
import { accountOf } from '#app/http/company-account.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { decideOnCreditLimit } from '#app/use-cases/companies/propose-credit-limit.server.ts';

export const loader = ({ request, params }: LoaderFunctionArgs) =>
  redirect(pathFor(request, `/sales/companies/${params.company ?? ''}/account`));

const fields = z.object({ id: z.guid(), reason: z.string().trim().min(1).max(300) });

/** POST: the limit stays as it was, and the reason is kept. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { company, actor } = await accountOf(request, context, params.company, 'set_credit');
  const page = `/sales/companies/${company.slug}/account`;
  const form = await parseForm(request, fields);
  if (!form.ok) return refusalRedirect(request, context, page, { ok: false, code: 'reason_required' });
  const done = await decideOnCreditLimit(context.deps, {
    actor,
    id: form.value.id,
    verdict: 'rejected',
    reason: form.value.reason,
  });
  return done.ok
    ? redirectWithFlash(request, context, page, { tone: 'good', area: 'statement', key: 'limitRejectedFlash' })
    : refusalRedirect(request, context, page, done);
}
