import { LetterMail } from './letter';
import type { EmailTemplate } from './template';

export const confirmRegistration: EmailTemplate<'confirm-registration'> = {
  subject: (_props, { t }) => t('confirmRegistrationSubject'),
  body: ({ name, confirmUrl }, context) => (
    <LetterMail
      context={context}
      preview={context.t('confirmRegistrationSubject')}
      name={name}
      text={context.t('confirmRegistrationText')}
      action={{ label: context.t('confirmRegistrationButton'), url: confirmUrl }}
      note={context.t('confirmRegistrationNote')}
    />
  ),
};
