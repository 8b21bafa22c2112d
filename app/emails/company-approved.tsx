import { LetterMail } from './letter';
import type { EmailTemplate } from './template';

export const companyApproved: EmailTemplate<'company-approved'> = {
  subject: ({ company }, { t }) => t('companyApprovedSubject', { company }),
  body: ({ name, company, actionUrl }, context) => (
    <LetterMail
      context={context}
      preview={context.t('companyApprovedSubject', { company })}
      name={name}
      text={context.t('companyApprovedText', { company })}
      action={{ label: context.t('companyApprovedButton'), url: actionUrl }}
    />
  ),
};
