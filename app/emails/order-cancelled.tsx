import { Heading, Text } from '@react-email/components';
import { MailLayout, heading, paragraph } from './layout';
import { OrderButton } from './order-parts';
import type { EmailTemplate } from './template';

export const orderCancelled: EmailTemplate<'order-cancelled'> = {
  subject: ({ number }, { t }) => t('orderCancelledSubject', { number }),
  body: ({ name, number, orderUrl, amount }, { t, lang, dir }) => (
    <MailLayout lang={lang} dir={dir} preview={t('orderCancelledSubject', { number })} t={t}>
      <Heading style={heading}>{t('greeting', { name })}</Heading>
      <Text style={paragraph}>{t('orderCancelledBody', { number, amount })}</Text>
      <OrderButton url={orderUrl} words={t('orderButton')} />
    </MailLayout>
  ),
};
