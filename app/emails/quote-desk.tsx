import { LetterMail } from './letter';
import type { EmailTemplate } from './template';

/** What the sales desk hears of a quote. */
export const quoteDesk: EmailTemplate<'quote-desk'> = {
  subject: ({ news, number, company }, { t }) => t(`quoteDesk_${news}`, { number, company }),
  body: ({ name, news, number, company, reason, url }, context) => (
    <LetterMail
      context={context}
      preview={context.t(`quoteDesk_${news}`, { number, company })}
      name={name}
      text={context.t(`quoteDesk_${news}Body`, { number, company, reason })}
      action={{ label: context.t('quoteDeskButton'), url }}
    />
  ),
};
