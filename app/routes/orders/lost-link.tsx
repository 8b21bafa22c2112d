import type { ActionFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useSearchParams } from '@remix-run/react';
import * as z from 'zod';
import { DoorPage } from '#app/components/account/door-page.tsx';
import { useMessages } from '#app/components/i18n/words.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { TextField } from '#app/components/ui/field.tsx';
import { isEmail } from '#app/domain/identity/email-address.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldOf } from '#app/http/form-answer.ts';
import type { FormKey } from '#app/http/form-messages.ts';
import { formReply, parseForm } from '#app/http/form.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { sendLostLink } from '#app/use-cases/orders/send-lost-link.server.ts';

export const handle: RouteHandle = { messages: ['orders'] };

const lostLinkForm = z.object({
  number: z.string().trim().min(1).max(40),
  email: z.string().refine(isEmail, { error: 'invalid_email' satisfies FormKey }),
});

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, lostLinkForm);
  if (!form.ok) return formReply(form);
  const done = await sendLostLink(context.deps, { ...form.value, clientIp: context.clientIp });
  if (!done.ok) return refusalInForm(request, done, form);
  return redirectWithFlash(request, context, '/order-link', { tone: 'good', area: 'orders', key: 'lostLinkSent' });
}

export default function LostLink() {
  const t = useMessages('orders');
  const [search] = useSearchParams();
  const { form } = answerOf(useActionData());
  return (
    <DoorPage title={t('lostLinkTitle')} lead={t('lostLinkLead')}>
      <ErrorSummary answer={form} labels={{ number: t('orderNumber'), email: t('orderEmail') }} />
      <Form method="post" className="grid gap-4" noValidate>
        <TextField label={t('orderNumber')} required {...fieldOf(form, 'number', search.get('number') ?? '')} />
        <TextField type="email" label={t('orderEmail')} autoComplete="email" required {...fieldOf(form, 'email')} />
        <SubmitButton tone="primary" size="large" wide>
          {t('sendLostLink')}
        </SubmitButton>
      </Form>
    </DoorPage>
  );
}
