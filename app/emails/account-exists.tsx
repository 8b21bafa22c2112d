import { Link, Text } from '@react-email/components';
import { paragraph } from './layout';
import { LetterMail } from './letter';
import type { EmailTemplate } from './template';

export const accountExists: EmailTemplate<'account-exists'> = {
  subject: (_props, { t }) => t('accountExistsSubject'),
  body: ({ name, signInUrl, resetUrl }, context) => (
    <LetterMail
      context={context}
      preview={context.t('accountExistsSubject')}
      name={name}
      text={context.t('accountExistsText')}
      action={{ label: context.t('accountExistsButton'), url: signInUrl }}
      note={context.t('accountExistsNote')}
    >
      <Text style={paragraph}>
        {context.t('accountExistsForgot')} <Link href={resetUrl}>{context.t('resetPasswordButton')}</Link>
      </Text>
    </LetterMail>
  ),
};
