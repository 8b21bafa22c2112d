import type { ReactElement } from 'react';
import type { Translate } from '#app/messages/translate.ts';

/** A mail: pure, props in, subject and markup out. */
export type EmailTemplate<Props> = {
  subject: (props: Props, t: Translate<'emails'>) => string;
  body: (props: Props, t: Translate<'emails'>) => ReactElement;
  /** Marketing mail alone: both URLs of RFC 8058. */
  unsubscribeUrl?: (props: Props) => string;
};
