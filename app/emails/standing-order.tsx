import { Hr, Text } from '@react-email/components';
import { small } from './layout';
import { LetterMail } from './letter';
import { LineTable } from './order-parts';
import type { EmailTemplate } from './template';

export const standingOrder: EmailTemplate<'standing-order'> = {
  subject: ({ news, title, day }, { t }) => t(`standing_${news}`, { title, day }),
  body: ({ name, news, title, day, until, lines, sums, changes, reason, url }, context) => (
    <LetterMail
      context={context}
      preview={context.t(`standing_${news}`, { title, day })}
      name={name}
      text={context.t(`standing_${news}Body`, { title, day, until })}
      action={{ label: context.t(news === 'needs_yes' ? 'standingLook' : 'standingButton'), url }}
      note={news === 'notice' ? context.t('standingNote') : ''}
    >
      {reason ? <Text style={small}>{reason}</Text> : null}
      {changes.map((change) => (
        <Text key={change} style={small}>
          {change}
        </Text>
      ))}
      {lines.length > 0 ? (
        <>
          <LineTable lines={lines} />
          <Hr />
          <LineTable lines={sums} isStrong />
        </>
      ) : null}
    </LetterMail>
  ),
};
