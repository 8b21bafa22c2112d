import { Heading, Hr, Link, Text } from '@react-email/components';
import { MailLayout, heading, paragraph, small } from './layout';
import { AddressBlock, LineTable, OrderButton } from './order-parts';
import type { EmailTemplate } from './template';

export const orderConfirmed: EmailTemplate<'order-confirmed'> = {
  subject: ({ number }, { t }) => t('orderConfirmedSubject', { number }),
  body: ({ name, number, orderUrl, lines, sums, address, delivery, reorderUrl }, { t, lang, dir }) => (
    <MailLayout lang={lang} dir={dir} preview={t('orderConfirmedPreview', { number })} t={t}>
      <Heading style={heading}>{t('orderConfirmedTitle', { name })}</Heading>
      <Text style={paragraph}>{t('orderConfirmedBody', { number })}</Text>
      <LineTable lines={lines} />
      <Hr />
      <LineTable lines={sums} isStrong />
      <Text style={{ ...small, marginTop: '16px' }}>{t('deliveredTo')}</Text>
      <AddressBlock lines={address} />
      {delivery ? <Text style={paragraph}>{t('orderDelivery', { days: delivery })}</Text> : null}
      <OrderButton url={orderUrl} words={t('orderButton')} />
      {reorderUrl ? (
        <Text style={paragraph}>
          {t('reorderLead')} <Link href={reorderUrl}>{t('reorderLink')}</Link>
        </Text>
      ) : null}
    </MailLayout>
  ),
};
