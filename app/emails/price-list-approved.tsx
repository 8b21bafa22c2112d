import { LetterMail } from './letter';
import type { EmailTemplate } from './template';

export const priceListApproved: EmailTemplate<'price-list-approved'> = {
  subject: ({ list, revision }, { t }) => t('priceListApprovedSubject', { list, revision }),
  body: ({ name, list, revision, by, startsOn, url }, context) => (
    <LetterMail
      context={context}
      preview={context.t('priceListApprovedSubject', { list, revision })}
      name={name}
      text={context.t('priceListApprovedBody', { list, revision, by, startsOn })}
      action={{ label: context.t('priceListApprovedButton'), url }}
    />
  ),
};
