import { LetterMail } from './letter';
import type { EmailTemplate } from './template';

export const taxCertificate: EmailTemplate<'tax-certificate'> = {
  subject: ({ news, company }, { t }) => t(`taxCertificate_${news}`, { company }),
  body: ({ name, news, company, number, until, reason, url }, context) => (
    <LetterMail
      context={context}
      preview={context.t(`taxCertificate_${news}`, { company })}
      name={name}
      text={context.t(`taxCertificate_${news}Body`, { company, number, until })}
      action={{ label: context.t('taxCertificateButton'), url }}
      note={reason}
    />
  ),
};
