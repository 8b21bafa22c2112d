import { LetterMail } from './letter';
import type { EmailTemplate } from './template';

export const resetPassword: EmailTemplate<'reset-password'> = {
  subject: (_props, { t }) => t('resetPasswordSubject'),
  body: ({ name, resetUrl }, context) => (
    <LetterMail
      context={context}
      preview={context.t('resetPasswordSubject')}
      name={name}
      text={context.t('resetPasswordText')}
      action={{ label: context.t('resetPasswordButton'), url: resetUrl }}
      note={context.t('resetPasswordNote')}
    />
  ),
};
