import { render } from '@react-email/render';
import { defaultLocale, isLocale, locales } from '#app/domain/i18n/locales.ts';
import type { EmailName, EmailProps } from '#app/jobs/emails.ts';
import { translator } from '#app/messages/translate.server.ts';
import type { EmailTemplate } from '#app/emails/template.ts';
import { templates } from '#app/emails/templates.ts';

export type RenderedEmail = { subject: string; html: string; text: string; headers: Record<string, string> };

/** A header is one line, whatever a name brings along. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** A mail in words, as HTML and as text. Marketing mail carries both headers of RFC 8058, one header each. */
export async function renderEmail<N extends EmailName>(mail: {
  template: string;
  locale: string;
  props: unknown;
}): Promise<RenderedEmail> {
  const template = templates[mail.template as EmailName] as unknown as EmailTemplate<N>;
  const locale = isLocale(mail.locale) ? mail.locale : defaultLocale;
  const context = { t: translator(locale, 'emails'), lang: locales[locale].tag, dir: locales[locale].dir };
  const props = mail.props as EmailProps<N>;
  const element = template.body(props, context);
  const [html, text] = await Promise.all([render(element), render(element, { plainText: true })]);
  const unsubscribe = template.unsubscribeUrl?.(props);
  return {
    subject: oneLine(template.subject(props, context)),
    html,
    text,
    headers: unsubscribe
      ? { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
      : {},
  };
}
