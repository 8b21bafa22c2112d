import { render } from '@react-email/render';
import { type Locale, defaultLocale, isLocale, locales } from '#app/domain/i18n/locales.ts';
import type { EmailName, EmailProps } from '#app/jobs/emails.ts';
import { areaWords } from '#app/messages/catalogue.server.ts';
import { type Translate, translateWith } from '#app/messages/translate.ts';
import type { ChangedWords } from '#app/domain/settings/shop-rules.ts';
import type { EmailTemplate } from '#app/emails/template.ts';
import { templates } from '#app/emails/templates.ts';
import type { MessageKey } from '#app/messages/areas.ts';
import { sampleEmailProps } from './sample-email.server';

export type RenderedEmail = { subject: string; html: string; text: string; headers: Record<string, string> };

/** A header is one line, whatever a name brings along. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** A mail in words, as HTML and as text. Marketing mail carries both headers of RFC 8058, one header each. */
export async function renderEmail<N extends EmailName>(
  mail: { template: string; locale: string; props: unknown },
  changed: ChangedWords = {},
): Promise<RenderedEmail> {
  const template = templates[mail.template as EmailName] as unknown as EmailTemplate<N>;
  const locale = isLocale(mail.locale) ? mail.locale : defaultLocale;
  const t = mailWords(locale, changed);
  const context = { t, lang: locales[locale].tag, dir: locales[locale].dir };
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

/** The shop's own words for mails, and in their place what its owner wrote. */
export const mailWords = (locale: Locale, changed: ChangedWords): Translate<'emails'> =>
  translateWith({ ...areaWords(locale, 'emails'), ...changed[locale] }, locale);

/** The keys of the words a mail may say, whatever its values are. */
export async function wordsOfEmail(mail: EmailName, origin: string): Promise<readonly MessageKey<'emails'>[]> {
  const known = spoken.get(mail);
  if (known) return known;
  const said = new Set<MessageKey<'emails'>>();
  const words = areaWords('en', 'emails');
  const t: Translate<'emails'> = (key, values) => {
    said.add(key);
    return translateWith(words, 'en')(key, values);
  };
  const template = templates[mail] as unknown as EmailTemplate<EmailName>;
  for (let variant = 0; variant < variants; variant += 1) {
    const props = sampleEmailProps(mail, { origin, variant }) as EmailProps<EmailName>;
    const context = { t, lang: 'en', dir: 'ltr' as const };
    template.subject(props, context);
    await render(template.body(props, context));
  }
  const keys = (Object.keys(words) as MessageKey<'emails'>[]).filter((key) => said.has(key));
  spoken.set(mail, keys);
  return keys;
}

const spoken = new Map<EmailName, readonly MessageKey<'emails'>[]>();

/** Enough to meet every branch of a mail. */
const variants = 24;
