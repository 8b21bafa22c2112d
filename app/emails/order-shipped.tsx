import { Heading, Link, Text } from '@react-email/components';
import { MailLayout, heading, paragraph } from './layout';
import { LineTable, OrderButton } from './order-parts';
import type { EmailTemplate } from './template';

export const orderShipped: EmailTemplate<'order-shipped'> = {
  subject: ({ number, isPartial }, { t }) =>
    t(isPartial ? 'orderPartlyShippedSubject' : 'orderShippedSubject', { number }),
  body: ({ name, number, orderUrl, lines, carrier, trackingNumber, trackingUrl, isPartial }, { t, lang, dir }) => (
    <MailLayout lang={lang} dir={dir} preview={t('orderShippedPreview', { number })} t={t}>
      <Heading style={heading}>{t('greeting', { name })}</Heading>
      <Text style={paragraph}>{t(isPartial ? 'orderPartlyShippedBody' : 'orderShippedBody', { number })}</Text>
      <LineTable lines={lines} />
      {trackingNumber ? (
        <Text style={paragraph}>
          {t('tracking', { carrier, trackingNumber })}{' '}
          {trackingUrl ? <Link href={trackingUrl}>{t('trackingLink')}</Link> : null}
        </Text>
      ) : null}
      <OrderButton url={orderUrl} words={t('orderButton')} />
    </MailLayout>
  ),
};
