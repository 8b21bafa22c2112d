import { Heading, Text } from '@react-email/components';
import { MailLayout, heading, paragraph } from './layout';
import { OrderButton } from './order-parts';
import type { EmailTemplate } from './template';

export const orderLink: EmailTemplate<'order-link'> = {
  subject: ({ number }, { t }) => t('orderLinkSubject', { number }),
  body: ({ name, number, orderUrl }, { t, lang, dir }) => (
    <MailLayout lang={lang} dir={dir} preview={t('orderLinkSubject', { number })} t={t}>
      <Heading style={heading}>{t('greeting', { name })}</Heading>
      <Text style={paragraph}>{t('orderLinkBody', { number })}</Text>
      <OrderButton url={orderUrl} words={t('orderButton')} />
    </MailLayout>
  ),
};
