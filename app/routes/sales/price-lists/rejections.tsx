import { type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { RejectionForm } from '#app/components/sales/decision-forms.tsx';
import { RevisionHead } from '#app/components/sales/revision-head.tsx';
import { answerOf } from '#app/http/answer-of.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { actOn, sellersRevision } from '#app/http/price-list-page.server.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { revisionHead } from '#app/http/revision-head.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { decideOnRevision } from '#app/use-cases/pricing/decide-on-revision.server.ts';

export const handle: RouteHandle = { messages: ['pricing'] };
const rejectionForm = z.object({
  version: z.coerce.number().int().positive(),
  reason: z.string().min(1).max(2000),
});

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const found = await sellersRevision(request, context, params);
  const head = await revisionHead(context.deps.db, { ...found, at: context.deps.now() });
  return { head, version: found.revision.version };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const as = await sellersRevision(request, context, params);
  const form = await parseForm(request, rejectionForm);
  if (!form.ok) return formReply(form);
  const { version, reason } = form.value;
  const asked = actOn(as, params, version);
  const done = await decideOnRevision(context.deps, { ...asked, verdict: 'changes_requested', reason });
  if (!done.ok) return refusalInForm(request, done, form);
  return redirectWithFlash(request, context, as.path, { tone: 'good', area: 'pricing', key: 'sentBack' });
}

export default function Rejection() {
  const { head, version } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  return (
    <>
      <RevisionHead head={head} />
      <RejectionForm path={head.path} version={version} answer={form} />
    </>
  );
}
