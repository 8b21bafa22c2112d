import { LetterMail } from './letter';
import type { EmailTemplate } from './template';

export const purchaseOrderNews: EmailTemplate<'purchase-order-news'> = {
  subject: ({ news, number }, { t }) => t(`purchaseOrder_${news}`, { number }),
  body: ({ name, news, number, total, reason, url }, context) => (
    <LetterMail
      context={context}
      preview={context.t(`purchaseOrder_${news}`, { number })}
      name={name}
      text={context.t(`purchaseOrder_${news}Body`, { number, total, reason })}
      action={{ label: context.t('purchaseOrderButton'), url }}
    />
  ),
};
