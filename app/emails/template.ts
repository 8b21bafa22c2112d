import type { ReactElement } from 'react';
import type { EmailName, EmailProps } from '#app/jobs/emails.ts';
import type { Translate } from '#app/messages/translate.ts';

export type MailContext = { t: Translate<'emails'>; lang: string; dir: 'ltr' | 'rtl' };

/** A mail: pure, plain values in, subject and markup out. */
export type EmailTemplate<N extends EmailName> = {
  subject: (props: EmailProps<N>, context: MailContext) => string;
  body: (props: EmailProps<N>, context: MailContext) => ReactElement;
  /** Marketing mail alone: where one click unsubscribes (RFC 8058). */
  unsubscribeUrl?: (props: EmailProps<N>) => string;
};
