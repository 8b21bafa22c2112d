import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import * as z from 'zod';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { actOn, sellersRevision } from '#app/http/price-list-page.server.ts';
import { refusalRedirect } from '#app/http/refusal-reply.server.ts';
import { decideOnRevision } from '#app/use-cases/pricing/decide-on-revision.server.ts';

const approvalForm = z.object({ version: z.coerce.number().int().positive() });

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { path } = await sellersRevision(request, context, params);
  return redirect(pathFor(request, `${path}/review`));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const as = await sellersRevision(request, context, params);
  const form = await parseForm(request, approvalForm);
  if (!form.ok) return formReply(form);
  const asked = actOn(as, params, form.value.version);
  const done = await decideOnRevision(context.deps, { ...asked, verdict: 'approved', reason: null });
  if (!done.ok) return refusalRedirect(request, context, `${as.path}/review`, done);
  const key = done.value.status === 'approved' ? 'approved' : 'approvalRecorded';
  return redirectWithFlash(request, context, as.path, { tone: 'good', area: 'pricing', key });
}
