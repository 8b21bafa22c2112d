import { LetterMail } from './letter';
import type { EmailTemplate } from './template';

export const companyReceived: EmailTemplate<'company-received'> = {
  subject: ({ company }, { t }) => t('companyReceivedSubject', { company }),
  body: ({ name, company, actionUrl }, context) => (
    <LetterMail
      context={context}
      preview={context.t('companyReceivedSubject', { company })}
      name={name}
      text={context.t('companyReceivedText', { company })}
      action={{ label: context.t('companyReceivedButton'), url: actionUrl }}
    />
  ),
};
