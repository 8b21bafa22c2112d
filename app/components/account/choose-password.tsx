import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { FormAnswer } from '#app/http/form-answer.ts';
import { useMessages } from '../i18n/words';
import { SubmitButton } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { DoorPage } from './door-page';
import { PasswordField } from './password-field';

type Props = { email: string; lead: string; button: string; answer: FormAnswer | undefined };

/** Where the link of a mail leads: a new password for the account of that address. */
export function ChoosePassword({ email, lead, button, answer }: Props) {
  const t = useMessages('account');
  return (
    <DoorPage title={t('choosePasswordTitle')} lead={lead}>
      <ErrorSummary answer={answer} labels={{ password: t('newPassword') }} />
      <Form method="post" className="grid gap-4" noValidate>
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <NewPasswordField answer={answer} />
        <SubmitButton tone="primary" size="large" wide>
          {button}
        </SubmitButton>
      </Form>
    </DoorPage>
  );
}

export function NewPasswordField({ answer }: { answer: FormAnswer | undefined }) {
  const t = useMessages('account');
  return (
    <PasswordField
      name="password"
      label={t('newPassword')}
      hint={t('passwordHint')}
      isNew
      error={answer?.fields.password}
    />
  );
}

/** What it says where the link is over, with the ways on. */
export function LinkOver({ children }: { children: ReactNode }) {
  const t = useMessages('account');
  return (
    <DoorPage title={t('linkOverTitle')} lead={t('linkOverLead')}>
      <p className="flex flex-wrap gap-5">{children}</p>
    </DoorPage>
  );
}
