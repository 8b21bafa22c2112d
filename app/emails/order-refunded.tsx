import { Heading, Text } from '@react-email/components';
import { MailLayout, heading, paragraph } from './layout';
import { OrderButton } from './order-parts';
import type { EmailTemplate } from './template';

export const orderRefunded: EmailTemplate<'order-refunded'> = {
  subject: ({ number }, { t }) => t('orderRefundedSubject', { number }),
  body: ({ name, number, orderUrl, amount, isWhole, cause }, { t, lang, dir }) => (
    <MailLayout lang={lang} dir={dir} preview={t('orderRefundedPreview', { amount })} t={t}>
      <Heading style={heading}>{t('greeting', { name })}</Heading>
      <Text style={paragraph}>
        {t(isWhole ? 'orderRefundedWhole' : 'orderRefundedPart', { amount, number })}{' '}
        {cause === 'late' ? t('orderRefundedLate') : null}
      </Text>
      <Text style={paragraph}>{t('orderRefundedWhen')}</Text>
      <OrderButton url={orderUrl} words={t('orderButton')} />
    </MailLayout>
  ),
};
