import { Text } from '@react-email/components';
import { paragraph } from './layout';
import { LetterMail } from './letter';
import type { EmailTemplate } from './template';

export const reviewDeclined: EmailTemplate<'review-declined'> = {
  subject: ({ product }, { t }) => t('reviewDeclinedSubject', { product }),
  body: ({ name, product, reason, url }, context) => (
    <LetterMail
      context={context}
      preview={context.t('reviewDeclinedSubject', { product })}
      name={name}
      text={context.t('reviewDeclinedBody', { product })}
      action={{ label: context.t('reviewDeclinedButton'), url }}
      note={context.t('reviewDeclinedNote')}
    >
      <Text style={paragraph}>{reason}</Text>
    </LetterMail>
  ),
};
