import { Form } from '@remix-run/react';
import type { FormAnswer } from '#app/http/form-answer.ts';
import { PasswordField } from '../account/password-field';
import { useMessages } from '../i18n/words';
import { Button } from '../ui/button';

/** One field makes the account. The address stands by for password managers. */
export function AccountFromOrder(props: { email: string; action: string; answer?: FormAnswer | undefined }) {
  const t = useMessages('orders');
  return (
    <Form method="post" action={props.action} className="grid gap-3" noValidate>
      <p className="text-ink-soft">{t('accountText', { email: props.email })}</p>
      <input type="email" name="username" value={props.email} autoComplete="username" readOnly hidden />
      <PasswordField name="password" label={t('password')} isNew error={props.answer?.fields.password} />
      <Button>{t('accountAction')}</Button>
    </Form>
  );
}
