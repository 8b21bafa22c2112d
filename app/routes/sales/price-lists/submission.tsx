import { type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { RevisionHead } from '#app/components/sales/revision-head.tsx';
import { useMessages } from '#app/components/i18n/words.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { RefusalNotice } from '#app/components/ui/refusal-notice.tsx';
import { answerOf } from '#app/http/answer-of.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { actOn, sellersRevision } from '#app/http/price-list-page.server.ts';
import { refusalReply } from '#app/http/refusal-reply.server.ts';
import { revisionHead } from '#app/http/revision-head.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { submitRevision } from '#app/use-cases/pricing/submit-revision.server.ts';

export const handle: RouteHandle = { messages: ['pricing'] };
const submissionForm = z.object({ version: z.coerce.number().int().positive() });

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const found = await sellersRevision(request, context, params);
  const head = await revisionHead(context.deps.db, { ...found, at: context.deps.now() });
  return { head, version: found.revision.version };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const as = await sellersRevision(request, context, params);
  const form = await parseForm(request, submissionForm);
  if (!form.ok) return formReply(form);
  const done = await submitRevision(context.deps, actOn(as, params, form.value.version));
  if (!done.ok) return refusalReply(request, done);
  const key = done.value.state === 'blocked' ? 'submittedBlocked' : 'submitted';
  return redirectWithFlash(request, context, as.path, { tone: 'good', area: 'pricing', key });
}

export default function Submission() {
  const t = useMessages('pricing');
  const { head, version } = useLoaderData<typeof loader>();
  return (
    <>
      <RevisionHead head={head} />
      <RefusalNotice refusal={answerOf(useActionData()).refusal} />
      <Form method="post" className="mt-6">
        <input type="hidden" name="version" value={version} />
        <SubmitButton tone="primary">{t('submitForApproval')}</SubmitButton>
      </Form>
    </>
  );
}
