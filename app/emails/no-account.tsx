import { LetterMail } from './letter';
import type { EmailTemplate } from './template';

export const noAccount: EmailTemplate<'no-account'> = {
  subject: (_props, { t }) => t('noAccountSubject'),
  body: ({ confirmUrl }, context) => (
    <LetterMail
      context={context}
      preview={context.t('noAccountSubject')}
      name=""
      text={context.t('noAccountText')}
      action={{ label: context.t('noAccountButton'), url: confirmUrl }}
      note={context.t('noAccountNote')}
    />
  ),
};
