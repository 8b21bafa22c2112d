import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import * as z from 'zod';
import { AccountPage } from '#app/components/account/account-page.tsx';
import { PasswordField } from '#app/components/account/password-field.tsx';
import { useLocalePath, useMessages } from '#app/components/i18n/words.tsx';
import { Badge } from '#app/components/ui/badge.tsx';
import { Button, SubmitButton } from '#app/components/ui/button.tsx';
import { Card } from '#app/components/ui/card.tsx';
import { ErrorSummary } from '#app/components/ui/error-summary.tsx';
import { deviceName } from '#app/domain/access/device-name.ts';
import { storeTimeZone } from '#app/domain/checkout/markets.ts';
import { formatInstant } from '#app/domain/i18n/format-date.ts';
import { locales } from '#app/domain/i18n/locales.ts';
import { answerOf } from '#app/http/answer-of.ts';
import { redirectSignedIn } from '#app/http/enter.server.ts';
import { fieldRefused, formReply, parseForm } from '#app/http/form.ts';
import { localeOf } from '#app/http/locale.server.ts';
import { refusalInForm } from '#app/http/refusal-reply.server.ts';
import { requirePerson } from '#app/http/require-actor.server.ts';
import { sessionStore } from '#app/integrations/auth/sessions.server.ts';
import type { RouteHandle } from '#app/messages/areas.ts';
import { changePassword } from '#app/use-cases/identity/change-password.server.ts';

export const handle: RouteHandle = { messages: ['account'] };

const passwordForm = z.object({
  current_password: z.string().min(1).max(1000),
  new_password: z.string().min(1).max(1000),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person, session } = await requirePerson(request, context);
  const { formats } = locales[localeOf(request)];
  const sessions = await sessionStore(context.deps.db, context.deps.settings).list(person.id);
  return {
    hasSecondFactor: person.hasSecondFactor,
    email: person.email,
    sessions: sessions.map(({ id, userAgent, createdAt }) => ({
      id,
      device: deviceName(userAgent),
      since: formatInstant(createdAt, formats, storeTimeZone),
      isThis: id === session.id,
    })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { person, session } = await requirePerson(request, context);
  const form = await parseForm(request, passwordForm);
  if (!form.ok) return formReply(form);
  const { current_password: current, new_password: next } = form.value;
  const outcome = await changePassword(context.deps, {
    personId: person.id,
    sessionToken: session.token,
    current,
    next,
  });
  if (outcome.ok) {
    const words = { tone: 'good', area: 'account', key: 'passwordChanged' } as const;
    return redirectSignedIn(request, context, outcome.value.token, '/account/security', words);
  }
  switch (outcome.code) {
    case 'wrong_password':
    case 'rate_limited':
    case 'signed_out':
      return refusalInForm(request, { ok: false, code: outcome.code }, form);
    default:
      return formReply(fieldRefused(request, form, 'new_password', outcome.code));
  }
}

export default function Security() {
  const t = useMessages('account');
  const to = useLocalePath();
  const { hasSecondFactor, email, sessions } = useLoaderData<typeof loader>();
  const { form } = answerOf(useActionData());
  return (
    <AccountPage title={t('security')}>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title={t('changePassword')}>
          <Form method="post" className="grid gap-4" noValidate>
            <ErrorSummary
              answer={form}
              labels={{ current_password: t('currentPassword'), new_password: t('newPassword') }}
            />
            <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
            <PasswordField name="current_password" label={t('currentPassword')} error={form?.fields.current_password} />
            <PasswordField
              name="new_password"
              label={t('newPassword')}
              hint={t('passwordHint')}
              isNew
              error={form?.fields.new_password}
            />
            <p>
              <SubmitButton tone="primary">{t('saveNewPassword')}</SubmitButton>
            </p>
          </Form>
        </Card>
        <div className="grid gap-6">
          <Card title={t('secondFactor')}>
            <p className="mb-3 text-ink-soft">{hasSecondFactor ? t('secondFactorOn') : t('secondFactorOff')}</p>
            <Link to={to('/account/second-factor')}>{hasSecondFactor ? t('turnOff') : t('turnOn')}</Link>
          </Card>
          <Card title={t('devices')}>
            <ul className="grid gap-3">
              {sessions.map(({ id, device, since, isThis }) => (
                <li key={id} className="flex flex-wrap items-center gap-3">
                  <span className="me-auto min-w-0">
                    <span className="block wrap-anywhere">{device ? <bdi>{device}</bdi> : t('unknownDevice')}</span>
                    <span className="text-sm text-ink-faint">{t('since', { when: since })}</span>
                  </span>
                  {isThis ? (
                    <Badge tone="good">{t('thisDevice')}</Badge>
                  ) : (
                    <Form method="post" action={to(`/account/sessions/${id}/end`)}>
                      <Button size="small">{t('endSession')}</Button>
                    </Form>
                  )}
                </li>
              ))}
            </ul>
          </Card>
        </div>
      </div>
    </AccountPage>
  );
}
