import { Button, Heading, Text } from '@react-email/components';
import type { ReactNode } from 'react';
import { MailLayout, button, heading, paragraph, small } from './layout';
import type { MailContext } from './template';

type Letter = {
  context: MailContext;
  preview: string;
  /** Empty where we know no name. */
  name: string;
  text: string;
  action?: { label: string; url: string };
  note?: string;
  children?: ReactNode;
};

/** A short letter: greeting, what it is about, the one thing to do, what else is good to know. */
export function LetterMail({ context: { t, lang, dir }, preview, name, text, action, note, children }: Letter) {
  return (
    <MailLayout lang={lang} dir={dir} preview={preview} t={t}>
      <Heading style={heading}>{name ? t('greeting', { name }) : t('greetingNobody')}</Heading>
      <Text style={paragraph}>{text}</Text>
      {children}
      {action ? (
        <Button href={action.url} className="mail-button" style={button}>
          {action.label}
        </Button>
      ) : null}
      {note ? <Text style={{ ...small, marginTop: '16px' }}>{note}</Text> : null}
    </MailLayout>
  );
}
