import { type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { NewPasswordField } from '#app/components/account/choose-password.tsx';
import { DoorPage } from '#app/components/account/door-page.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { SubmitButton } from '#app/components/ui/button.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { answerOf } from '#app/http/answer-of.ts';
import { enter } from '#app/http/enter.server.ts';
import { redirectWithFlash } from '#app/http/flash.server.ts';
import { fieldRefused, formReply, parseForm } from '#app/http/form.ts';
import { pathFor } from '#app/http/locale.server.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { acceptInvitation, findInvitation } from '#app/use-cases/companies/accept-invitation.server.ts';

export const handle: RouteHandle = { messages: ['company', 'account'] };

const acceptForm = z.object({ password: z.string().max(1000).optional() });

export async function loader({ params, context }: LoaderFunctionArgs) {
  const invited = await findInvitation(context.deps, { token: params.token ?? '' });
  return { invited: invited && { company: invited.companyName, email: invited.email, isNew: !invited.hasPassword } };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await parseForm(request, acceptForm);
  if (!form.ok) return formReply(form);
  const outcome = await acceptInvitation(context.deps, {
    token: params.token ?? '',
    password: form.value.password ?? null,
    userAgent: request.headers.get('User-Agent') ?? '',
  });
  if (!outcome.ok) {
    if (outcome.code === 'link_over') return refusalInForm(request, { ok: false, code: 'link_over' }, form);
    const key = outcome.code === 'password_needed' ? 'required' : outcome.code;
    return formReply(fieldRefused(request, form, 'password', key));
  }
  const { token } = outcome.value;
  if (token) return enter(request, context, { token, next: pathFor(request, '/company') });
  const words = { tone: 'good', area: 'company', key: 'joined' } as const;
  return redirectWithFlash(request, context, '/sign-in?next=%2Fcompany', words);
}

export default function AcceptInvitation() {
  const t = useMessages('company');
  const account = useMessages('account');
  const to = useLocalePath();
  const { invited } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  if (!invited) {
    return (
      <DoorPage title={account('linkOverTitle')} lead={t('invitationOver')}>
        <p>
          <Link to={to('/sign-in')}>{account('signInButton')}</Link>
        </p>
      </DoorPage>
    );
  }
  return (
    <DoorPage title={t('joinTitle', { company: invited.company })} lead={t('joinLead', { email: invited.email })}>
      <ErrorSummary answer={form} labels={{ password: account('newPassword') }} />
      <Form method="post" className="grid gap-4" noValidate>
        {invited.isNew && <NewPasswordField answer={form} />}
        <SubmitButton tone="primary" size="large" wide>
          {t('joinButton')}
        </SubmitButton>
      </Form>
    </DoorPage>
  );
}
