import { Link, Text } from '@react-email/components';
import { paragraph, small } from './layout';
import { LetterMail } from './letter';
import type { EmailTemplate } from './template';

/** Everything that newly waits for one approver, in one letter. */
export const approvalsWaiting: EmailTemplate<'approvals-waiting'> = {
  subject: ({ items }, { t }) => t('approvalsSubject', { count: items.length }),
  body: ({ name, items, inboxUrl }, context) => (
    <LetterMail
      context={context}
      preview={context.t('approvalsSubject', { count: items.length })}
      name={name}
      text={context.t('approvalsBody')}
      action={{ label: context.t('approvalsButton'), url: inboxUrl }}
    >
      {items.map((item) => (
        <Text key={item.url} style={paragraph}>
          <Link href={item.url}>{item.number}</Link>
          {item.total ? ` · ${item.total}` : null}
          <br />
          <span style={small}>
            {[item.isReminder ? context.t('approvalsReminder') : '', item.place].filter(Boolean).join(' · ')}
          </span>
        </Text>
      ))}
    </LetterMail>
  ),
};
