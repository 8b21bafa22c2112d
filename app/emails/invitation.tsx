import { LetterMail } from './letter';
import type { EmailTemplate } from './template';

export const invitation: EmailTemplate<'invitation'> = {
  subject: ({ company }, { t }) => t('invitationSubject', { company }),
  body: ({ name, company, acceptUrl }, context) => (
    <LetterMail
      context={context}
      preview={context.t('invitationSubject', { company })}
      name={name}
      text={context.t('invitationText', { company })}
      action={{ label: context.t('invitationButton'), url: acceptUrl }}
      note={context.t('invitationNote')}
    />
  ),
};
