import { LetterMail } from './letter';
import type { EmailTemplate } from './template';

export const companyDeclined: EmailTemplate<'company-declined'> = {
  subject: ({ company }, { t }) => t('companyDeclinedSubject', { company }),
  body: ({ name, company, reason }, context) => (
    <LetterMail
      context={context}
      preview={context.t('companyDeclinedSubject', { company })}
      name={name}
      text={context.t('companyDeclinedText', { company })}
      note={reason}
    />
  ),
};
