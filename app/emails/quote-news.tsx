import { LetterMail } from './letter';
import type { EmailTemplate } from './template';

/** What a buyer hears of their quote. Holds nothing of the seller's side. */
export const quoteNews: EmailTemplate<'quote-news'> = {
  subject: ({ news, number }, { t }) => t(`quote_${news}`, { number }),
  body: ({ name, news, number, validUntil, times, lastDay, reason, url }, context) => (
    <LetterMail
      context={context}
      preview={context.t(`quote_${news}`, { number })}
      name={name}
      text={context.t(`quote_${news}Body`, { number, validUntil, reason })}
      action={{ label: context.t('quoteButton'), url }}
      {...(times && { note: context.t('quoteTemplate', { times, lastDay }) })}
    />
  ),
};
