import { LetterMail } from './letter';
import type { EmailTemplate } from './template';

export const priceListReturned: EmailTemplate<'price-list-returned'> = {
  subject: ({ list, revision }, { t }) => t('priceListReturnedSubject', { list, revision }),
  body: (props, context) => {
    const { name, list, revision, by, url } = props;
    return (
      <LetterMail
        context={context}
        preview={context.t('priceListReturnedSubject', { list, revision })}
        name={name}
        text={context.t('priceListReturnedBody', { list, revision, by })}
        action={{ label: context.t('priceListReturnedButton'), url }}
        note={context.t('priceListReason', { reason: props.reason })}
      />
    );
  },
};
