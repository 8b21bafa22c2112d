import { Heading, Text } from '@react-email/components';
import { MailLayout, heading, paragraph } from './layout';
import { OrderButton } from './order-parts';
import type { EmailTemplate } from './template';

export const orderReturn: EmailTemplate<'order-return'> = {
  subject: ({ number, news }, { t }) => t(`orderReturn_${news}_subject`, { number }),
  body: ({ name, number, orderUrl, news, reason }, { t, lang, dir }) => (
    <MailLayout lang={lang} dir={dir} preview={t(`orderReturn_${news}_subject`, { number })} t={t}>
      <Heading style={heading}>{t('greeting', { name })}</Heading>
      <Text style={paragraph}>{t(`orderReturn_${news}_body`, { number })}</Text>
      {reason ? <Text style={paragraph}>{reason}</Text> : null}
      <OrderButton url={orderUrl} words={t('orderButton')} />
    </MailLayout>
  ),
};
