import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import * as z from 'zod';
import { readCompanyForm } from '#app/http/company-form.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { idParam } from '#app/http/require-actor.server.ts';
import { removeApprovalRule } from '#app/use-cases/companies/save-approval-rule.server.ts';

const page = '/company/policy';

export const loader = ({ request }: Pick<ActionFunctionArgs, 'request'>) => redirect(pathFor(request, page));

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readCompanyForm(request, context, 'see_documents', { version: z.coerce.number().int() });
  if (!form.ok) return refusalRedirect(request, context, page, { ok: false, code: 'buying_as_changed' });
  const known = { id: idParam(params.rule), version: form.value.version };
  const done = await removeApprovalRule(context.deps, { actor: form.as.actor, known });
  if (!done.ok) return refusalRedirect(request, context, page, done);
  return redirectWithFlash(request, context, page, { tone: 'good', area: 'policy', key: 'removed' });
}
