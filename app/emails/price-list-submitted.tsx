import { LetterMail } from './letter';
import type { EmailTemplate } from './template';

export const priceListSubmitted: EmailTemplate<'price-list-submitted'> = {
  subject: ({ list, revision }, { t }) => t('priceListSubmittedSubject', { list, revision }),
  body: (props, context) => {
    const { name, list, revision, author, startsOn, url } = props;
    return (
      <LetterMail
        context={context}
        preview={context.t('priceListSubmittedSubject', { list, revision })}
        name={name}
        text={context.t('priceListSubmittedBody', { list, revision, author, startsOn })}
        action={{ label: context.t('priceListSubmittedButton'), url }}
        note={props.note ? context.t('priceListNote', { note: props.note }) : undefined}
      />
    );
  },
};
